/** Tables read key by key, where a key is damaged so that reading it leads back to itself. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding } from '../../src/journal/verify.js';
import { verifyStanding } from '../../src/tiers/composed_standing.js';
import { inOrder } from '../../src/tiers/keyset.js';
import { scanHandlers } from '../../src/tiers/scans.js';
import { GuardedDesk } from '../guards/support.js';

type Key = readonly (string | number)[];

/** What is read of pages that end with these keys, after a start of the same shape. */
function read(...keys: readonly Key[]): Key[] {
  const [start = [], ...pages] = keys;
  const left = [...pages];
  return [
    ...inOrder(
      start,
      () => [left.shift()].filter((key) => key !== undefined),
      (key) => key,
    ),
  ];
}

test('pages whose keys follow in the order of UTF-8 bytes are all read, others refused', () => {
  for (const [before, key] of [
    [
      ['a', 'b', 1],
      ['a', 'b', 2],
    ],
    [
      ['a', 'z', 9],
      ['b', '', 0],
    ],
    [
      ['a', 9],
      ['a', 10],
    ],
    // U+1F600 after U+FFFD by bytes, before it by UTF-16 code units.
    [['\ufffd'], ['\u{1f600}']],
  ] as const) {
    assert.deepEqual(read(before, key), [key]);
    assert.deepEqual(read(before), []);
    assert.throws(() => read(key, before), /out of order/);
  }
  for (const key of [
    ['a', 'b', 1],
    ['a', 'a', 2],
    ['', 'z', 9],
  ] as const)
    assert.throws(() => read(['a', 'b', 1], key), /out of order, or hold what is no text, at /);
  assert.deepEqual(read([0], [1], [5], [7]), [[1], [5], [7]]);
  assert.throws(() => read([0], [1], [5], [5]), /out of order/);
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
