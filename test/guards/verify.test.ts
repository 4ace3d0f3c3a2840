/** What the file check finds once guards were damaged behind the daemon's back. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { GuardedDesk } from './support.js';

let desk: GuardedDesk;
beforeEach(() => {
  desk = new GuardedDesk();
  desk.open();
  desk.guard('limit', { kind: 'max_amount', asset: 'USDC', amount: '100' });
  desk.guard('rate', { kind: 'max_count', count: 5, window_ms: 60_000 }, { agent_id: '*' });
  desk.begin({ market: 'BTC/USDC', side: 'BUY', quantity: '1', price: '1' });
  desk.begin({ asset: 'USDC', amount: '1' });
  desk.guard('limit', { kind: 'max_amount', asset: 'USDC', amount: '50' });
});
afterEach(() => desk.close());

const findings = () =>
  desk.scans.verify({ skip_integrity_check: true }, () => {}).findings.map(({ kind }) => kind);

describe('verify', () => {
  test('finds nothing in a sound file', () => {
    desk.run('delete_guard', { name: 'limit', expected_version: null, reason: '' });
    assert.deepEqual(findings(), []);
  });

  const damages: readonly (readonly [damage: string, kind: string])[] = [
    ["UPDATE guards SET mode = 'SHADOW' WHERE name = 'limit'", 'guard.altered'],
    ["UPDATE guards SET version = 1 WHERE name = 'limit'", 'guard.altered'],
    [
      "UPDATE guards SET payload = (SELECT payload FROM guards WHERE name = 'rate') WHERE name = 'limit'",
      'guard.altered',
    ],
    ['UPDATE guard_counts SET n = 7 WHERE n = 2', 'guard.count'],
    ['UPDATE guard_counts SET time_us = 1 WHERE n = 2', 'guard.count'],
    ['UPDATE guard_counts SET counter = 1', 'guard.stray_count'],
    ["UPDATE operations SET status = 2, lease_token = '' WHERE key = 'op-1'", 'guard.orphaned_exposure'],
    ["UPDATE guard_exposures SET operation_key = 'gone'", 'guard.orphaned_exposure'],
    ["UPDATE guard_exposures SET quantity = '2'", 'guard.in_flight'],
    ['DELETE FROM guard_exposures', 'guard.in_flight'],
    ["UPDATE guard_in_flight SET buys = '0', sells = '1'", 'guard.in_flight'],
  ];
  for (const [damage, kind] of damages) {
    test(`finds ${damage}`, () => {
      desk.db.prepare(damage).run();
      assert.ok(findings().includes(kind), findings().join(', '));
    });
  }
});
