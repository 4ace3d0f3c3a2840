/** Iterators that stood still while the daemon's database was put back to an earlier time: they say so and skip nothing. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { doc, HistoryChangedError, type Holdfast } from '@holdfast/client';
import { run } from '../cli/support.js';
import { type Fixture, fixture, gate } from './support.js';

const publish = (holdfast: Holdfast, name: string) =>
  holdfast.signals.publish({ channel: 'pf:broadcast', payload: doc(name), durable: true });

/** The values that an iterator yields until it has yielded so many. */
async function take<Value>(from: AsyncIterator<Value>, count: number): Promise<Value[]> {
  const taken: Value[] = [];
  while (taken.length < count) {
    const { value, done } = await from.next();
    if (done === true) throw new Error(`it ended after ${taken.length}`);
    taken.push(value);
  }
  return taken;
}

/** Stops the daemon, puts the backup back, starts it again. */
async function restore(daemon: Fixture, backup: string): Promise<void> {
  const { state_dir } = daemon.daemon;
  assert.equal(await daemon.daemon.stop(), 0);
  const path = join(state_dir, 'backups', `${backup}.db`);
  const restored = await run(['--state-dir', state_dir, 'restore', path, '--force']);
  assert.equal(restored.code, 0, restored.stderr);
  await daemon.restart();
}

/** Three signals, of which the backup holds one. */
async function threeSignals(holdfast: Holdfast): Promise<void> {
  for (const name of ['old-1', 'old-2', 'old-3']) {
    await publish(holdfast, name);
    if (name === 'old-1')
      for await (const { done } of holdfast.admin.backup({ name: 'era' })) if (done) break;
  }
}

for (const from_revision of [0, 3, undefined]) {
  test(`a restore ends what resumes by revision, begun ${from_revision === undefined ? 'from now on' : `after ${from_revision}`}`, async (t) => {
    const daemon = await fixture(t);
    const holdfast = daemon.client();
    await threeSignals(holdfast);
    const stop = new AbortController();
    t.after(() => stop.abort());
    const from = from_revision === undefined ? {} : { from_revision };
    const { signal } = stop;
    const live = gate();
    const watch = holdfast.watch({ agent_id: '*', ...from }, { signal });
    const signals = holdfast.subscribe(
      { patterns: ['pf:broadcast'], ...from },
      { signal, onLive: live.open },
    );
    const next = () => Promise.allSettled([watch.next(), signals.next()]);
    const first = next();
    if (from_revision === 0) {
      await first;
      await take(watch, 2);
      await take(signals, 2);
    } else {
      await live.opened;
      while ((await holdfast.admin.stats({})).watches === 0) await setImmediate();
    }
    await restore(daemon, 'era');
    for (let count = 1; count <= 5; count += 1) await publish(holdfast, `new-${count}`);
    for (const end of await (from_revision === 0 ? next() : first)) {
      assert.equal(end.status, 'rejected');
      assert.ok(end.reason instanceof HistoryChangedError);
      assert.equal(end.reason.metadata.common_revision, '1');
    }
  });
}
