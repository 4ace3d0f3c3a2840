import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doc, UnavailableError } from '@holdfast/client';
import { fixture } from './support.js';

function trade(n: number) {
  return { type: 'trade', payload: doc({ n }), amounts: [{ name: 'n', amount: String(n) }] };
}

test('episodes are acknowledged one message after the other', async (t) => {
  const holdfast = (await fixture(t)).client();
  const stream = holdfast.ingestEpisodes({ window: 4 });
  const acknowledged = [];
  for (let n = 1; n <= 50; n++) acknowledged.push((await stream.send([trade(n), trade(-n)])).acknowledged);
  await stream.end();
  const answers = await Promise.all(acknowledged);
  assert.deepEqual(
    answers.map(({ recorded }) => recorded),
    answers.map(() => 2),
  );
  const revisions = answers.map(({ header }) => Number(header?.revision));
  assert.deepEqual(
    revisions,
    [...revisions].sort((a, b) => a - b),
  );
  assert.equal((await holdfast.episodic.summarizeEpisodes({})).count, '100');
  await assert.rejects(stream.send([trade(1)]), /was ended/);
});

test('a refused message rejects its own acknowledgement and nothing else', async (t) => {
  const holdfast = (await fixture(t)).client();
  const stream = holdfast.ingestEpisodes();
  const bad = await stream.send([{ type: 'no spaces' }]);
  const good = await stream.send([trade(1)]);
  await assert.rejects(bad.acknowledged, { reason: 'INVALID_FIELD', field: 'episodes[0].type' });
  assert.equal((await good.acknowledged).recorded, 1);
  await stream.end();
});

test('a stream goes on over a daemon that is killed: nothing lost, nothing twice', async (t) => {
  const daemon = await fixture(t);
  const holdfast = daemon.client();
  await holdfast.episodic.setRetention({ max_count: 10_000 });
  const stream = holdfast.ingestEpisodes({ window: 16 });
  const acknowledged = [];
  for (let n = 1; n <= 300; n++) {
    acknowledged.push((await stream.send([trade(n)])).acknowledged);
    if (n === 150) {
      await daemon.daemon.kill();
      await daemon.restart();
    }
  }
  await stream.end();
  assert.equal((await Promise.all(acknowledged)).length, 300);
  const { count, amounts } = await holdfast.episodic.summarizeEpisodes({});
  assert.deepEqual([count, amounts[0]?.sum], ['300', String((300 * 301) / 2)]);
});

test('a daemon that stays away fails the stream and what is unacknowledged', async (t) => {
  const daemon = await fixture(t);
  const stream = daemon.client().ingestEpisodes({ window: 1, patience_ms: 0 });
  await (await stream.send([trade(1)])).acknowledged;
  await daemon.daemon.kill();
  const { acknowledged } = await stream.send([trade(2)]);
  await assert.rejects(stream.end(), UnavailableError);
  await assert.rejects(acknowledged, UnavailableError);
});

test('a client that is closed while its stream waits for the daemon fails the stream, not the process', async (t) => {
  const daemon = await fixture(t);
  const holdfast = daemon.client();
  const stream = holdfast.ingestEpisodes({ window: 1 });
  await (await stream.send([trade(1)])).acknowledged;
  await daemon.daemon.kill();
  const { acknowledged } = await stream.send([trade(2)]);
  holdfast.close();
  await assert.rejects(acknowledged);
});
