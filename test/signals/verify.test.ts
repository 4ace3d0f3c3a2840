/** A damaged file is seen to be one. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { Exchange } from './support.js';

describe('verification of signals', () => {
  let store: Exchange;
  before(() => {
    store = new Exchange();
    store.consumer({ patterns: ['a'] });
    for (let n = 0; n < 3; n += 1) store.publish('a', n);
    store.deliver('c', 2);
  });
  after(() => store.close());

  const kinds = () =>
    store.scans.verify({ skip_integrity_check: true }, () => {}).findings.map(({ kind }) => kind);

  beforeEach(() => assert.deepEqual(kinds(), []));

  /** Damages the file with one statement, sees what is found, and mends it again. */
  const damaged = (damage: string, mend: string): string[] => {
    assert.ok(store.db.prepare(damage).run().changes > 0);
    const found = kinds();
    store.db.prepare(mend).run();
    return found;
  };
  const first = '(SELECT min(position) FROM signals)';

  test('names a channel whose count is wrong, or that is not counted at all', () => {
    const set = (count: string) => `UPDATE signal_channels SET count = ${count}`;
    assert.deepEqual(damaged(set('2'), set('3')), ['signals.count']);
    assert.deepEqual(
      damaged('DELETE FROM signal_channels', "INSERT INTO signal_channels VALUES ('a', 3, 0)"),
      ['signals.count'],
    );
  });

  test('names a signal that is not what was journaled', () => {
    const set = (agent_id: string) => `UPDATE signals SET agent_id = '${agent_id}' WHERE position = ${first}`;
    assert.deepEqual(damaged(set('mallory'), set('agent-1')), ['signals.entry']);
    const time = (by: string) => `UPDATE signals SET time_us = time_us ${by} WHERE position = ${first}`;
    assert.deepEqual(damaged(time('+ 1'), time('- 1')), ['signals.entry']);
  });

  test('names a payload that was changed', () => {
    const set = (from: string, to: string) =>
      `UPDATE signals SET payload = CAST(replace(hex(payload), '${from}', '${to}') AS BLOB)`;
    const rows = store.db
      .prepare<[], { position: number; payload: Uint8Array }>('SELECT position, payload FROM signals')
      .all();
    store.db.prepare(set('0', '1')).run();
    assert.ok(kinds().length >= 1);
    const mend = store.db.prepare<[Uint8Array, number]>('UPDATE signals SET payload = ? WHERE position = ?');
    for (const { payload, position } of rows) mend.run(payload, position);
  });

  test('names a delivery of what is not there, or that its consumer has not come to', () => {
    const move = (by: string) => `UPDATE signal_deliveries SET consumer = consumer ${by}`;
    assert.deepEqual(damaged(move('+ 1'), move('- 1')), ['signals.delivery', 'signals.delivery']);
    const cursor = (by: string) => `UPDATE signal_consumers SET cursor = cursor ${by}`;
    assert.deepEqual(damaged(cursor('- 4096'), cursor('+ 4096')), ['signals.consumer', 'signals.cursor']);
  });

  test('names a wrong mark of a last delivery', () => {
    const set = (mark: number) => `UPDATE signal_deliveries SET is_last = ${mark}`;
    assert.deepEqual(damaged(set(1), set(0)), ['signals.last_delivery', 'signals.last_delivery']);
  });
});
