/** Recorded actions on a real file: complete replays, exact sums, and what verification finds. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { lastPositionOf, revisionOf } from '../../src/journal/position.js';
import { auditMutations } from '../../src/rpc/audit_mutations.js';
import type { ReplayArgs, ReplayPage } from '../../src/tiers/audit/replay.js';
import type { PnlGroup } from '../../src/tiers/audit/sums.js';
import { verifyActions } from '../../src/tiers/audit/verify.js';
import type { ActionRow } from '../../src/tiers/audit/window.js';
import { Vault } from '../../src/vault/vault.js';
import { resultOf, TestStore } from '../support/executor.js';

interface Recorded {
  readonly agent_id: string;
  readonly market: string;
  readonly pnl: string;
  readonly asset: string;
}

const ALL = {
  agent_id: '',
  since_us: Number.MIN_SAFE_INTEGER,
  until_us: Number.MAX_SAFE_INTEGER,
  action: '',
  market: '',
  status: '',
};

/** The request as the wire gives it. */
const NOTHING = {
  agent_id: '',
  request_id: '',
  epoch: '0',
  action: 'bet',
  market: '',
  amount: '',
  asset: '',
  status: '',
  tx_id: '',
  pnl: '',
  wall_time: null,
  meta: null,
  pnl_asset: '',
};

function argsOf(fields: Partial<typeof NOTHING>) {
  const context = { agent_id: 'a', parseMutations: () => [], vault: new Vault('') };
  return auditMutations.record_action.parse({ ...NOTHING, ...fields }, context);
}

function submission(store: TestStore, { agent_id, market, pnl, asset }: Recorded) {
  const args = argsOf({ market, pnl, pnl_asset: pnl === '' ? '' : asset });
  return store.submission('record_action', args, { agent_id });
}

function withStore<T>(work: (store: TestStore) => T): T {
  const store = new TestStore();
  try {
    return work(store);
  } finally {
    store.close();
  }
}

function pages(store: TestStore, args: Partial<ReplayArgs>): ReplayPage[] {
  const found: ReplayPage[] = [];
  let after = args.after ?? -1;
  let at_revision = args.at_revision ?? 0;
  for (let done = false; !done; ) {
    const page = store.scans.replay_actions({ ...ALL, ...args, after, at_revision }, () => {});
    found.push(page);
    ({ done, at_revision } = page);
    after = page.rows.at(-1)?.position ?? after;
  }
  return found;
}

const rowsOf = (store: TestStore, args: Partial<ReplayArgs>): ActionRow[] =>
  pages(store, args).flatMap(({ rows }) => rows);

/** Sums in units of 10^-18, by an arithmetic of its own. */
function independentSums(
  actions: readonly (Recorded & { day: string })[],
  by: readonly PnlGroup[],
): string[] {
  const sums = new Map<string, { units: bigint; count: number }>();
  for (const { agent_id, market, pnl, asset, day } of actions) {
    if (pnl === '') continue;
    const parts = [
      by.includes('agent') ? agent_id : '',
      by.includes('market') ? market : '',
      by.includes('day') ? day : '',
      asset,
    ];
    const key = parts.join('|');
    const [whole = '', fraction = ''] = pnl.replace('-', '').split('.');
    const units = BigInt(whole) * 10n ** 18n + BigInt(fraction.padEnd(18, '0'));
    const sum = sums.get(key) ?? { units: 0n, count: 0 };
    sums.set(key, { units: sum.units + (pnl.startsWith('-') ? -units : units), count: sum.count + 1 });
  }
  return [...sums].map(([key, { units, count }]) => `${key}|${units}|${count}`).sort();
}

function unitsOf(pnl: string): bigint {
  const [whole = '', fraction = ''] = pnl.replace('-', '').split('.');
  const units = BigInt(whole + fraction.padEnd(18, '0'));
  return pnl.startsWith('-') ? -units : units;
}

const DAY_US = 86_400_000_000;

describe('sums', () => {
  const amount = fc
    .tuple(fc.boolean(), fc.bigInt(0n, 10n ** 20n), fc.stringMatching(/^(?:\d{1,18})?$/))
    .map(
      ([negative, whole, fraction]) =>
        `${negative ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`,
    );
  const recorded = fc.record({
    agent_id: fc.constantFrom('alpha', 'beta', 'gamma'),
    market: fc.constantFrom('', 'BTC/USD', 'coin-flip'),
    asset: fc.constantFrom('USDC', 'ETH'),
    pnl: fc.oneof(
      { weight: 1, arbitrary: fc.constant('') },
      { weight: 1, arbitrary: fc.constant('0') },
      { weight: 6, arbitrary: amount },
    ),
  });

  test('equal those of an independent arithmetic, over thousands of actions, in every grouping', () => {
    fc.assert(
      fc.property(fc.array(recorded, { minLength: 2000, maxLength: 4000, size: 'max' }), (actions) =>
        withStore((store) => {
          const days = new Map<number, string>();
          for (let from = 0; from < actions.length; from += 200) {
            const batch = actions.slice(from, from + 200);
            const day = new Date(store.now_us / 1000).toISOString().slice(0, 10);
            for (let at = from; at < from + batch.length; at += 1) days.set(at, day);
            for (const outcome of store.executor.execute(batch.map((one) => submission(store, one))))
              assert.ok(outcome.ok);
            store.now_us += DAY_US / 3;
          }
          const dated = actions.map((one, at) => ({ ...one, day: days.get(at) ?? '' }));
          for (const group_by of [
            [],
            ['agent'],
            ['market', 'day'],
            ['day', 'agent', 'market'],
          ] as PnlGroup[][]) {
            const { sums } = store.scans.sum_pnl({ ...ALL, group_by }, () => {});
            const found = sums.map(
              (one) =>
                `${one.agent_id}|${one.market}|${one.day}|${one.asset}|${unitsOf(one.pnl)}|${one.actions}`,
            );
            assert.deepEqual([...found].sort(), independentSums(dated, group_by));
          }
          const mine = dated.filter(({ agent_id }) => agent_id === 'beta');
          const { sums } = store.scans.sum_pnl({ ...ALL, agent_id: 'beta', group_by: ['agent'] }, () => {});
          assert.equal(
            sums.reduce((count, { actions: n }) => count + n, 0),
            mine.filter(({ pnl }) => pnl !== '').length,
          );
        }),
      ),
      { numRuns: 3 },
    );
  });

  test('a result of zero counts, none does not, and amounts of zero are kept', () =>
    withStore((store) => {
      for (const fields of [{ pnl: '0', pnl_asset: 'USDC' }, { amount: '0', asset: 'USDC' }, {}])
        store.run('record_action', argsOf(fields));
      const { sums } = store.scans.sum_pnl({ ...ALL, group_by: [] }, () => {});
      assert.deepEqual(sums, [{ agent_id: '', market: '', day: '', asset: 'USDC', pnl: '0', actions: 1 }]);
      const pnls = rowsOf(store, {}).map(({ pnl }) => pnl);
      assert.deepEqual(pnls, ['0', null, null]);
    }));

  test('more than 10,000 sums are refused', () =>
    withStore((store) => {
      const batch = (from: number) =>
        Array.from({ length: 2000 }, (_, n) =>
          submission(store, { agent_id: 'a', market: `m${from + n}`, pnl: '1', asset: 'USDC' }),
        );
      for (let from = 0; from < 10_000; from += 2000) store.executor.execute(batch(from));
      const sum = () => store.scans.sum_pnl({ ...ALL, group_by: ['market'] }, () => {});
      assert.equal(sum().sums.length, 10_000);
      store.run('record_action', argsOf({ market: 'one-more', pnl: '1', pnl_asset: 'USDC' }));
      assert.throws(sum, {
        reason: 'LIMIT_EXCEEDED',
        details: { field: 'group_by', metadata: { limit: '10000' } },
      });
    }));

  test('a sum beyond 38 digits is neither refused nor rounded: one agent must not hide the others', () =>
    withStore((store) => {
      const most = '9'.repeat(38);
      for (const pnl of [most, '1']) store.run('record_action', argsOf({ pnl, pnl_asset: 'USDC' }));
      const { sums } = store.scans.sum_pnl({ ...ALL, group_by: [] }, () => {});
      assert.equal(sums[0]?.pnl, `1${'0'.repeat(38)}`);
    }));
});

describe('replay', () => {
  test('of more than 10,000 actions is complete and in order, also from anywhere', () =>
    withStore((store) => {
      const total = 12_345;
      for (let from = 0; from < total; from += 500) {
        const count = Math.min(500, total - from);
        store.executor.execute(
          Array.from({ length: count }, (_, n) =>
            submission(store, {
              agent_id: `agent-${(from + n) % 3}`,
              market: `m${from + n}`,
              pnl: '',
              asset: '',
            }),
          ),
        );
        store.now_us += 1_000_000;
      }
      const all = rowsOf(store, {});
      assert.deepEqual(
        all.map(({ market }) => market),
        Array.from({ length: total }, (_, n) => `m${n}`),
      );
      const theirs = rowsOf(store, { agent_id: 'agent-1' });
      assert.deepEqual(
        theirs.map(({ position }) => position),
        all.filter(({ agent_id }) => agent_id === 'agent-1').map(({ position }) => position),
      );
      fc.assert(
        fc.property(fc.nat(total - 1), fc.nat(total - 1), (a, b) => {
          const [since_us, until_us] = [all[a]?.time_us ?? 0, all[b]?.time_us ?? 0];
          const found = rowsOf(store, { since_us, until_us });
          const expected = all.filter(({ time_us }) => time_us >= since_us && time_us < until_us);
          assert.equal(found.length, expected.length);
          assert.deepEqual(found[0], expected[0]);
          const from = revisionOf(all[a]?.position ?? 0);
          assert.equal(rowsOf(store, { after: lastPositionOf(from) }).length, total - a - 1);
        }),
        { numRuns: 10 },
      );
    }));

  test('resumed from any message misses nothing, also inside a transaction of many actions', () =>
    withStore((store) => {
      const mutations = Array.from({ length: 1300 }, (_, n) => ({
        name: 'record_action',
        agent_id: 'a',
        args: argsOf({ market: `m${n}` }),
      }));
      store.run('record_action', argsOf({ market: 'first' }));
      store.run('transact', { preconditions: [], mutations } as never);
      store.run('record_action', argsOf({ market: 'last' }));
      const found = pages(store, {});
      assert.ok(found.length > 2);
      const markets = new Set<string>();
      for (const [index, page] of found.entries()) {
        for (const { market } of page.rows) markets.add(market);
        const rest = rowsOf(store, { after: lastPositionOf(page.complete_revision) });
        assert.equal(new Set([...markets, ...rest.map(({ market }) => market)]).size, 1302, `page ${index}`);
      }
      assert.equal(found.at(-1)?.complete_revision, 3);
    }));

  test('is as of its first page, whatever is recorded meanwhile', () =>
    withStore((store) => {
      for (let n = 0; n < 600; n += 1) store.run('record_action', argsOf({ market: `m${n}` }));
      const first = store.scans.replay_actions({ ...ALL, after: -1, at_revision: 0 }, () => {});
      assert.equal(first.done, false);
      store.run('record_action', argsOf({ market: 'later' }));
      const rest = rowsOf(store, { after: first.rows.at(-1)?.position ?? 0, at_revision: first.at_revision });
      assert.equal(first.rows.length + rest.length, 600);
    }));
});

describe('verification finds', () => {
  const cases: [string, string, string][] = [
    [
      'an action that was removed',
      'DELETE FROM audit_actions WHERE position / 4096 = 2',
      'journal.payload_missing@2',
    ],
    [
      'a changed result',
      `UPDATE audit_actions SET pnl = '9' WHERE position / 4096 = 2`,
      'audit.action_changed@2',
    ],
    [
      'a result that was taken away',
      'UPDATE audit_actions SET pnl = NULL WHERE position / 4096 = 3',
      'audit.action_changed@3',
    ],
    [
      'a changed agent',
      `UPDATE audit_actions SET agent_id = 'b' WHERE position / 4096 = 1`,
      'audit.action_changed@1',
    ],
    [
      'an action that was never journaled',
      `INSERT INTO audit_actions SELECT position + 40960, agent_id, time_us, action, market, status, pnl, pnl_asset, payload FROM audit_actions WHERE position / 4096 = 1`,
      'audit.action_changed@11',
    ],
  ];
  for (const [what, sql, expected] of cases) {
    test(what, () =>
      withStore((store) => {
        for (const pnl of ['1', '2', '0']) store.run('record_action', argsOf({ pnl, pnl_asset: 'USDC' }));
        assert.deepEqual(verifyActions(store.db), []);
        store.db.exec(sql);
        const { findings } = store.scans.verify({ skip_integrity_check: true }, () => {});
        assert.deepEqual(
          findings.map(({ kind, revision }) => `${kind}@${revision}`),
          [expected],
        );
      }),
    );
  }

  test('nothing after the journal was compacted', () =>
    withStore((store) => {
      for (const pnl of ['1', '2', '0']) store.run('record_action', argsOf({ pnl, pnl_asset: 'USDC' }));
      store.db.exec(`INSERT INTO journal_floor SELECT 1, 2, hash, time_us FROM journal WHERE position / 4096 = 2;
        DELETE FROM journal WHERE position / 4096 <= 2`);
      assert.deepEqual(verifyActions(store.db), []);
      assert.equal(rowsOf(store, {}).length, 3);
    }));
});

test('a repeated request_id records once', () =>
  withStore((store) => {
    const one = store.submission('record_action', argsOf({}), { request_id: 'r' });
    const [first, second] = store.executor.execute([one, one]);
    assert.equal(
      resultOf<{ action_id: string }>(first).action_id,
      resultOf<{ action_id: string }>(second).action_id,
    );
    assert.equal(rowsOf(store, {}).length, 1);
  }));
