import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { doc, UnavailableError } from '@holdfast/client';
import { fixture } from './support.js';

test('a watch goes on over a daemon restart, each revision once and in order', async (t) => {
  const daemon = await fixture(t);
  const holdfast = daemon.client();
  const write = (name: string) => holdfast.state.putState({ name, document: doc(name) });
  await write('before');
  const seen: string[] = [];
  let reconnects = 0;
  const onReconnect = (): void => {
    reconnects += 1;
  };
  for await (const message of holdfast.watch({ from_revision: 0 }, { onReconnect })) {
    seen.push(...message.entries.map((entry) => `${message.revision} ${entry.key}`));
    if (seen.length === 1) {
      await daemon.daemon.kill();
      await daemon.restart();
      await write('after');
    } else if (seen.length === 2) await write('last');
    else break;
  }
  assert.deepEqual(seen, ['1 before', '2 after', '3 last']);
  assert.ok(reconnects >= 1);
});

test('a watch from now on misses nothing that is written while the daemon restarts', async (t) => {
  const daemon = await fixture(t);
  const holdfast = daemon.client();
  await holdfast.state.putState({ name: 'old', document: doc(1) });
  const watch = holdfast.watch();
  const first = watch.next();
  while ((await holdfast.admin.stats({})).watches === 0) await setImmediate();
  await holdfast.state.putState({ name: 'new', document: doc(1) });
  assert.equal((await first).value?.entries[0]?.key, 'new');
  await daemon.daemon.kill();
  await daemon.restart();
  await holdfast.state.putState({ name: 'newer', document: doc(1) });
  assert.equal((await watch.next()).value?.entries[0]?.key, 'newer');
  await watch.return(undefined);
});

test('a watch without reconnect ends with what broke it, a stopped one without error', async (t) => {
  const daemon = await fixture(t);
  const holdfast = daemon.client();
  await holdfast.state.putState({ name: 's', document: doc(1) });
  const stop = new AbortController();
  for await (const message of holdfast.watch({ from_revision: 0 }, { signal: stop.signal })) {
    assert.equal(message.revision, '1');
    stop.abort();
  }
  const fragile = holdfast.watch({ from_revision: 0 }, { reconnect: false });
  await fragile.next();
  await daemon.daemon.kill();
  await assert.rejects(fragile.next(), UnavailableError);
});

test('what the daemon refuses ends a watch', async (t) => {
  const holdfast = (await fixture(t)).client();
  await assert.rejects(holdfast.watch({ from_revision: 99 }).next(), { reason: 'REVISION_IN_FUTURE' });
});
