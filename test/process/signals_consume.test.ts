/** Consumers over a socket: acknowledgement, flow, fencing, and a daemon that is killed. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { removeFolder, startDaemon } from '../support/daemon.js';
import { RawClient, type Reply, type RpcError } from '../support/rawClient.js';
import { call, client, consume, mutate, oneDaemon, publish, value } from '../support/signals.js';
import { findings, requestId, until } from '../support/work.js';

oneDaemon();

describe('a consumer', () => {
  const ids = (messages: Reply[]) => messages.map(({ signal }) => signal.signal_id);

  test('gets each signal until it is acknowledged', async () => {
    const put = { name: 'one', patterns: ['c1'], ack_timeout: { seconds: 1 }, max_deliveries: 2 };
    const { consumer, created } = await mutate('PutConsumer', put);
    assert.ok(created);
    assert.deepEqual(
      [consumer.ack_timeout, consumer.max_deliveries, consumer.waiting, consumer.pending],
      [{ seconds: '1', nanos: 0 }, 2, '0', '0'],
    );
    const stream = consume({ name: 'one' });
    const [a, b, c] = [await publish('c1', 'a'), await publish('c1', 'b'), await publish('c1', 'c')];
    await stream.has(3);
    assert.deepEqual(ids(stream.signals), [a?.signal_id, b?.signal_id, c?.signal_id]);
    const [first] = stream.signals;
    assert.equal(first?.delivery, 1);
    assert.ok(Number(first?.ack_by.seconds) >= Number(a?.header.committed_at.seconds) + 1);
    const acked = await mutate('AckSignals', { name: 'one', signal_ids: [a?.signal_id] });
    assert.equal(acked.acknowledged, 1);
    await mutate('NackSignals', { name: 'one', signal_ids: [b?.signal_id] });
    // b at once, c after its time.
    await stream.has(5);
    assert.deepEqual(
      stream.signals.slice(3).map((message) => [value(message), message.delivery]),
      [
        ['b', 2],
        ['c', 2],
      ],
    );
    await until(async () => {
      const { consumers } = await call('ListConsumers', {});
      return consumers.find(({ name }: Reply) => name === 'one')?.dead === '2';
    });
    const { signals } = await call('ListDeadLetters', { name: 'one' });
    assert.deepEqual(
      signals.map((signal: Reply) => value({ signal })),
      ['c', 'b'],
    );
    const { redriven } = await mutate('RedriveDeadLetters', { name: 'one', signal_ids: [c?.signal_id] });
    assert.equal(redriven, 1);
    await stream.has(6);
    assert.deepEqual([value(stream.signals[5]), stream.signals[5]?.delivery], ['c', 1]);
    await mutate('DeleteConsumer', { name: 'one' });
    assert.equal((await stream.ended).reason, 'NOT_FOUND');
  });

  test('holds back beyond max_in_flight, and goes on when there is room', { timeout: 60_000 }, async () => {
    await mutate('PutConsumer', { name: 'two', patterns: ['c2'] });
    const stream = consume({ name: 'two', max_in_flight: 10 });
    const published = await Promise.all(Array.from({ length: 200 }, (_, n) => publish('c2', n)));
    await stream.has(10);
    assert.equal(stream.signals.length, 10);
    let done = 0;
    while (done < 200) {
      await stream.has(Math.min(200, done + 10));
      assert.ok(stream.signals.length <= done + 10);
      const next = ids(stream.signals.slice(done, done + 5));
      await mutate('AckSignals', { name: 'two', signal_ids: next });
      done += next.length;
    }
    assert.deepEqual(ids(stream.signals), published.map(({ signal_id }) => signal_id).sort());
    await stream.cancel();
  });

  test('shares its signals among its streams', { timeout: 60_000 }, async () => {
    await mutate('PutConsumer', { name: 'three', patterns: ['c3'] });
    const streams = Array.from({ length: 4 }, () => consume({ name: 'three', max_in_flight: 5 }));
    const published = await Promise.all(Array.from({ length: 100 }, (_, n) => publish('c3', n)));
    const acknowledged = new Set<string>();
    await until(async () => {
      for (const stream of streams) {
        const signal_ids = ids(stream.signals).filter((id) => !acknowledged.has(id));
        if (signal_ids.length === 0) continue;
        await mutate('AckSignals', { name: 'three', signal_ids });
        for (const id of signal_ids) acknowledged.add(id);
      }
      return acknowledged.size === 100;
    });
    const got = streams.map((stream) => ids(stream.signals));
    assert.deepEqual(got.flat().sort(), published.map(({ signal_id }) => signal_id).sort());
    for (const own of got) assert.ok(own.length > 0, 'each got some');
    await Promise.all(streams.map((stream) => stream.cancel()));
  });

  test('acts exactly once with an acknowledgement in the same transaction', async () => {
    const agent_id = 'worker';
    await mutate('PutConsumer', { agent_id, name: 'w', patterns: ['jobs'], ack_timeout: { seconds: 1 } });
    const stream = consume({ agent_id, name: 'w' });
    const { signal_id } = await publish('jobs', { pay: '5' });
    // Two workers hold the same signal: it came again before the first was done.
    await stream.has(2);
    const act = () =>
      client.call('Transact', 'Transact', {
        agent_id,
        request_id: requestId(),
        mutations: [
          { ack_signals: { name: 'w', signal_ids: [signal_id] } },
          { post_transaction: { delta: { account: 'cash', asset: 'USDC', amount: '5' } } },
        ],
      });
    const results = await Promise.allSettled([act(), act()]);
    assert.deepEqual(results.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    const failed = results.find((one) => one.status === 'rejected');
    assert.ok(failed !== undefined);
    const { reason, field, metadata } = failed.reason as RpcError;
    assert.deepEqual(
      [reason, field, metadata.signal_id],
      ['WRONG_STATE', 'mutations[0].ack_signals.signal_ids[0]', signal_id],
    );
    const { balances } = await client.call('Ledger', 'GetBalances', { agent_id });
    assert.equal(balances.find(({ account }: Reply) => account === 'cash')?.posted, '5');
    await stream.cancel();
  });

  test('is taken from no more by a process that was replaced', { timeout: 60_000 }, async () => {
    const agent_id = 'replaced';
    const takeOver = () => client.call('Operations', 'TakeOver', { agent_id, request_id: requestId() });
    await mutate('PutConsumer', { agent_id, name: 'r', patterns: ['r'] });
    const unfenced = consume({ agent_id, name: 'r' });
    await publish('r', 0);
    await unfenced.has(1);
    const { epoch } = await takeOver();
    const first = consume({ agent_id, name: 'r', epoch });
    assert.equal((await unfenced.ended).reason, 'STALE_EPOCH');
    await publish('r', 1);
    await first.has(1);
    const { epoch: newest } = await takeOver();
    for (let n = 2; n < 30; n += 1) await publish('r', n);
    const { reason, metadata } = await first.ended;
    assert.deepEqual([reason, metadata.current], ['STALE_EPOCH', newest]);
    const late = await consume({ agent_id, name: 'r', epoch }).ended;
    assert.equal(late.reason, 'STALE_EPOCH');
    const second = consume({ agent_id, name: 'r', epoch: newest });
    await second.has(28);
    assert.deepEqual(
      second.signals.map(value),
      Array.from({ length: 28 }, (_, n) => n + 2),
    );
    assert.deepEqual([unfenced.signals.length, first.signals.length], [1, 1]);
    await second.cancel();
  });

  test('is in what a restarted agent resumes with', async () => {
    const agent_id = 'resumer';
    await mutate('PutConsumer', { agent_id, name: 'idle', patterns: ['nothing'] });
    await mutate('PutConsumer', { agent_id, name: 'busy', patterns: ['res'], min_confidence: 0.5 });
    const stream = consume({ agent_id, name: 'busy', max_in_flight: 1 });
    for (const [n, confidence] of [1, 0.1, 0.9].entries()) await publish('res', n, { confidence });
    await stream.has(1);
    const resumed = await client.call('Operations', 'Resume', { agent_id });
    assert.deepEqual(
      resumed.consumers.map(({ name, waiting, pending }: Reply) => [name, waiting, pending]),
      [['busy', '1', '1']],
    );
    assert.deepEqual(
      resumed.unread_signals.map((signal: Reply) => value({ signal })),
      [0, 2],
    );
    assert.deepEqual(resumed.truncated, []);
    await stream.cancel();
  });

  test('loses nothing with a daemon that is killed while it delivers', { timeout: 60_000 }, async () => {
    const own = await startDaemon();
    let current = own;
    let through = new RawClient(own.address);
    const put = { name: 'k', patterns: ['k'], ack_timeout: { seconds: 1 }, max_deliveries: 1000 };
    await mutate('PutConsumer', put, through);
    const published: string[] = [];
    const acknowledged = new Set<string>();
    const delivered: string[] = [];
    for (let life = 0; life < 3; life += 1) {
      const stream = consume({ name: 'k', max_in_flight: 20 }, through);
      const writing = Array.from({ length: 100 }, (_, n) =>
        publish('k', n, {}, through).then(
          ({ signal_id }) => published.push(signal_id),
          () => {},
        ),
      );
      await stream.has(15);
      const signal_ids = ids(stream.signals.slice(0, 7));
      await mutate('AckSignals', { name: 'k', signal_ids }, through);
      for (const id of signal_ids) acknowledged.add(id);
      await current.kill();
      await stream.ended;
      await Promise.all(writing);
      delivered.push(...ids(stream.signals));
      through.close();
      current = await startDaemon({ state_dir: own.state_dir });
      through = new RawClient(current.address);
    }
    const rest = consume({ name: 'k', max_in_flight: 1000 }, through);
    const missing = () => published.filter((id) => !acknowledged.has(id) && !ids(rest.signals).includes(id));
    await until(() => missing().length === 0);
    for (const id of ids(rest.signals)) assert.ok(!acknowledged.has(id), `${id} came again`);
    assert.ok(delivered.length >= 45);
    assert.deepEqual(await findings(through), []);
    await rest.cancel();
    through.close();
    await current.stop();
    removeFolder(own.state_dir);
  });
});
