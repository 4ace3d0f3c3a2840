/** Tables read key by key, where a key is damaged so that reading it leads back to itself. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding } from '../../src/journal/verify.js';
import { verifyStanding } from '../../src/tiers/composed_standing.js';
import { requireAfter } from '../../src/tiers/keyset.js';
import { scanHandlers } from '../../src/tiers/scans.js';
import { GuardedDesk } from '../guards/support.js';

test('a key that comes after another in the order of UTF-8 bytes is given back, any other refused', () => {
  assert.deepEqual(requireAfter(['a', 'b', 2], ['a', 'b', 1]), ['a', 'b', 2]);
  assert.deepEqual(requireAfter(['b', '', 0], ['a', 'z', 9]), ['b', '', 0]);
  assert.deepEqual(requireAfter(['a', 10], ['a', 9]), ['a', 10]);
  // U+1F600 after U+FFFD by bytes, before it by UTF-16 code units.
  assert.deepEqual(requireAfter(['\u{1f600}'], ['\ufffd']), ['\u{1f600}']);
  for (const key of [
    ['a', 'b', 1],
    ['a', 'a', 2],
    ['', 'z', 9],
  ] as const)
    assert.throws(() => requireAfter(key, ['a', 'b', 1]), /out of order, or hold what is no text, at /);
});

/** What every check finds; that they come to an end is half of it. */
function findings(desk: GuardedDesk): Finding[] {
  const found = [false, true].flatMap((whole) => verifyStanding(desk.db, whole));
  const scans = scanHandlers(desk.db);
  for (let part = 0; ; part += 1) {
    const { findings, done } = scans.verify_tier_part({ part }, () => {});
    found.push(...findings);
    if (done) return found;
  }
}

/** 0xF5 is in no UTF-8: it is read as U+FFFD, whose bytes are smaller. */
for (const [table, column, tier, which] of [
  ['ledger_postings', 'agent_id', 'ledger', "account = 'cash'"],
  ['ledger_postings', 'account', 'ledger', "account = 'cash'"],
  ['ledger_balances', 'agent_id', 'ledger', "account = 'cash'"],
  ['ledger_holds', 'agent_id', 'ledger', '1'],
  ['state_versions', 'agent_id', 'state', '1'],
  ['state_versions', 'name', 'state', '1'],
] as const) {
  test(`${table}.${column} that is no text any more is found, and the check ends`, () => {
    const desk = new GuardedDesk();
    const postings = [
      ['cash', 'USDC', '5'],
      ['world', 'USDC', '-5'],
    ] as const;
    desk.run('post_transaction', { postings, description: '', reference: '', metadata: null });
    desk.run('place_hold', {
      account: 'cash',
      asset: 'USDC',
      amount: '1',
      operation_key: null,
      description: '',
      ttl_ms: null,
    });
    desk.run('put_state', {
      name: 's',
      document: new Uint8Array([1]),
      expected_version: null,
      schema: '',
      schema_version: 0,
    });
    desk.db.pragma('foreign_keys = 0');
    const { changes } = desk.db
      .prepare(`UPDATE ${table} SET ${column} = CAST(x'f561' AS TEXT) WHERE ${which}`)
      .run();
    assert.equal(changes, 1);
    const kinds = findings(desk).map(({ kind }) => kind);
    assert.ok(
      kinds.some((kind) => kind.startsWith(tier)),
      kinds.join(),
    );
    desk.close();
  });
}
