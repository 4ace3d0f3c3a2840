import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { packDocument } from '../../src/codec/msgpack.js';
import { readFloor } from '../../src/journal/append.js';
import { compactJournal } from '../../src/journal/compact.js';
import { openReader } from '../../src/store/open.js';
import { END } from '../../src/tiers/ledger/queries.js';
import { verifyLedger } from '../../src/tiers/ledger/verify.js';
import { TestStore } from '../support/executor.js';
import { deposit, hold, transaction } from './support.js';

describe('reconciling, verifying and snapshots', () => {
  let store: TestStore;
  beforeEach(() => {
    store = new TestStore();
    store.run('post_transaction', deposit('cash', 'USDC', '10'));
    store.run('post_transaction', transaction(['cash', 'USDC', '-4'], ['margin', 'USDC', '4']));
    store.run('post_transaction', deposit('cash', 'BTC', '0.5'));
    store.run('place_hold', hold('cash', 'USDC', '1.5'));
  });
  afterEach(() => store.close());

  const reconcile = (expected: { account: string; asset: string; posted: string }[] = []) =>
    store.scans.reconcile({ agent_id: 'agent-1', expected }, () => {});
  const kinds = () =>
    new Set(store.scans.verify({ skip_integrity_check: true }, () => {}).findings.map(({ kind }) => kind));

  it('agree on a sound ledger', () => {
    const report = reconcile();
    assert.deepEqual(
      report.balances.map(({ account, asset, running, recomputed, recomputed_held, matches }) => [
        account,
        asset,
        running,
        recomputed,
        recomputed_held,
        matches,
      ]),
      [
        ['cash', 'BTC', '0.5', '0.5', '0', true],
        ['cash', 'USDC', '6', '6', '1.5', true],
        ['margin', 'USDC', '4', '4', '0', true],
        ['world', 'BTC', '-0.5', '-0.5', '0', true],
        ['world', 'USDC', '-10', '-10', '0', true],
      ],
    );
    assert.deepEqual([report.transactions, report.postings], [3, 6]);
    assert.equal(report.revision, store.executor.head.revision);
    assert.deepEqual(kinds(), new Set());
  });

  it('say how far an outside claim is off, also for an account that does not exist', () => {
    const { balances } = reconcile([
      { account: 'cash', asset: 'USDC', posted: '6' },
      { account: 'margin', asset: 'USDC', posted: '4.000001' },
      { account: 'ghost', asset: 'USDC', posted: '-2' },
      { account: 'other', asset: 'USDC', posted: '0' },
    ]);
    const of = (name: string) => {
      const found = balances.find(({ account, asset }) => account === name && asset === 'USDC');
      return [found?.running, found?.expected, found?.difference, found?.matches];
    };
    assert.deepEqual(of('cash'), ['6', '6', '0', true]);
    assert.deepEqual(of('margin'), ['4', '4.000001', '0.000001', false]);
    assert.deepEqual(of('ghost'), ['0', '-2', '-2', false]);
    assert.deepEqual(of('other'), ['0', '0', '0', true]);
    assert.deepEqual(of('world'), ['-10', null, null, true]);
  });

  it('change nothing', () => {
    const { revision } = store.executor.head;
    reconcile([{ account: 'cash', asset: 'USDC', posted: '99' }]);
    assert.equal(store.executor.head.revision, revision);
  });

  const DAMAGE: Record<string, [sql: string, ...kinds: string[]]> = {
    'a balance': [
      "UPDATE ledger_balances SET posted = '7' WHERE account = 'cash' AND asset = 'USDC'",
      'ledger.balance',
    ],
    'a held amount': ["UPDATE ledger_balances SET held = '0' WHERE held = '1.5'", 'ledger.held'],
    'a lost hold': ['DELETE FROM ledger_holds', 'ledger.held'],
    'an altered posting': [
      "UPDATE ledger_postings SET amount = '11' WHERE account = 'cash' AND amount = '10'",
      'ledger.balance',
      'ledger.balance_chain',
      'ledger.lost_posting',
      'ledger.unbalanced',
    ],
    'an altered history': [
      "UPDATE ledger_postings SET balance_after = '11' WHERE account = 'cash' AND amount = '10'",
      'ledger.balance_chain',
    ],
    'a lost transaction': [
      'DELETE FROM ledger_transactions WHERE position = (SELECT max(position) FROM ledger_transactions)',
      'journal.payload_missing',
      'ledger.stray_postings',
    ],
    'a made-up transaction': [
      `INSERT INTO ledger_transactions (position, agent_id, time_us, payload)
       SELECT position + 1, agent_id, time_us, payload FROM ledger_transactions ORDER BY position LIMIT 1`,
      'ledger.unknown_transaction',
      'ledger.lost_posting',
      'ledger.stray_postings',
    ],
    'a made-up posting': [
      "INSERT INTO ledger_postings VALUES ('agent-1', 'thief', 'USDC', 4096, 9, '1', '1')",
      'ledger.balance',
      'ledger.stray_postings',
      'ledger.unbalanced',
    ],
    'an altered payload': [
      "UPDATE ledger_transactions SET payload = CAST(replace(CAST(payload AS TEXT), 'cash', 'cush') AS BLOB)",
      'journal.payload_mismatch',
      'ledger.lost_posting',
    ],
  };
  for (const [name, [sql, ...expected]] of Object.entries(DAMAGE)) {
    it(`find ${name}`, () => {
      const { changes } = store.db.prepare(sql).run();
      assert.ok(changes > 0, 'something was damaged');
      assert.deepEqual(kinds(), new Set(expected));
    });
  }

  it('reconcile reports a damaged balance and assets that do not sum to zero', () => {
    store.db.exec("UPDATE ledger_balances SET posted = '7' WHERE account = 'cash' AND asset = 'USDC'");
    store.db.exec("UPDATE ledger_postings SET amount = '0.25' WHERE account = 'cash' AND asset = 'BTC'");
    const { balances, unbalanced_assets } = reconcile();
    assert.deepEqual(
      balances.filter(({ matches }) => !matches).map(({ account, asset }) => `${account} ${asset}`),
      ['cash BTC', 'cash USDC'],
    );
    assert.deepEqual(unbalanced_assets, ['BTC']);
  });

  it('find nothing amiss when the journal is compacted under them', async () => {
    const reader = openReader(store.path);
    let compacting: Promise<unknown> | undefined;
    // Every read of the floor is followed by a compaction of all but the newest revision.
    const interrupted = new Proxy(reader, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name, target);
        if (typeof member !== 'function') return member;
        if (name !== 'prepare') return member.bind(target);
        return (sql: string) => {
          const statement = target.prepare(sql);
          if (!sql.includes('journal_floor')) return statement;
          const get = () => {
            const floor = statement.get();
            compacting ??= compactJournal(store.db, store.executor.head.revision - 1, async () => {});
            return floor;
          };
          return { get };
        };
      },
    });
    assert.deepEqual(
      verifyLedger(interrupted, () => {}),
      [],
    );
    await compacting;
    assert.equal(readFloor(reader).revision, store.executor.head.revision - 1);
    reader.close();
  });

  it('keep a snapshot as it was', () => {
    const { snapshot } = store.run('snapshot_portfolio', {
      label: 'month end',
      metadata: packDocument({ by: 'test' }),
    });
    store.run('post_transaction', deposit('cash', 'USDC', '90'));
    assert.deepEqual(
      snapshot.balances.map(({ account, asset, posted, held, available }) => [
        account,
        asset,
        posted,
        held,
        available,
      ]),
      [
        ['cash', 'BTC', '0.5', '0', '0.5'],
        ['cash', 'USDC', '6', '1.5', '4.5'],
        ['margin', 'USDC', '4', '0', '4'],
        ['world', 'BTC', '-0.5', '0', '-0.5'],
        ['world', 'USDC', '-10', '0', '-10'],
      ],
    );
    const rows = store.reads.snapshot(0, ({ ledger }) => ledger.snapshots('agent-1', END, 10).rows);
    assert.equal(rows.length, 1);
    assert.deepEqual(kinds(), new Set());
  });
});
