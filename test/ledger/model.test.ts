/** Random histories of the ledger against a model in plain BigInt: every answer, and every balance of every past revision. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { HoldfastError } from '../../src/errors.js';
import { TestStore } from '../support/executor.js';
import { hold, settlement, transaction } from './support.js';

const ACCOUNTS = ['cash', 'margin', 'vault'] as const;
const ASSETS = ['USDC', 'BTC'] as const;
/** Model amounts are multiples of this: 10^-3. */
const SCALE = 1000n;

/** "-1.25" of -1250n. */
function text(units: bigint): string {
  const digits = (units < 0n ? -units : units).toString().padStart(4, '0');
  const fraction = digits.slice(-3).replace(/0+$/, '');
  const whole = `${units < 0n ? '-' : ''}${digits.slice(0, -3)}`;
  return fraction === '' ? whole : `${whole}.${fraction}`;
}

interface ModelHold {
  readonly hold_id: string;
  readonly key: string;
  readonly amount: bigint;
  readonly expires_us: number | null;
  open: boolean;
}

/** What the ledger must do, as simply as it can be said. */
class Model {
  readonly posted = new Map<string, bigint>();
  readonly guarded = new Set<string>();
  readonly holds: ModelHold[] = [];
  /** The posted balances after each revision that changed some. */
  readonly history: { revision: number; posted: Map<string, bigint> }[] = [];

  of(key: string): bigint {
    return this.posted.get(key) ?? 0n;
  }

  held(key: string): bigint {
    return this.holds
      .filter((one) => one.open && one.key === key)
      .reduce((sum, { amount }) => sum + amount, 0n);
  }

  available(key: string): bigint {
    return this.of(key) - this.held(key);
  }

  expire(now_us: number): void {
    for (const one of this.holds) if (one.expires_us !== null && one.expires_us <= now_us) one.open = false;
  }

  mayPost(moves: readonly (readonly [string, bigint])[]): boolean {
    const net = new Map<string, bigint>();
    for (const [key, units] of moves) net.set(key, (net.get(key) ?? 0n) + units);
    return [...net].every(
      ([key, units]) => !this.guarded.has(key) || units >= 0n || this.available(key) + units >= 0n,
    );
  }

  post(moves: readonly (readonly [string, bigint])[], revision: number): void {
    for (const [key, units] of moves) this.posted.set(key, this.of(key) + units);
    this.history.push({ revision, posted: new Map(this.posted) });
  }
}

const account = fc.constantFrom(...ACCOUNTS);
const asset = fc.constantFrom(...ASSETS);
const units = fc.bigInt({ min: 1n, max: 20n * SCALE });
const step = fc.oneof(
  fc.record({
    do: fc.constant('post' as const),
    asset,
    lines: fc.array(fc.tuple(account, units, fc.boolean()), { minLength: 1, maxLength: 4 }),
  }),
  fc.record({
    do: fc.constant('hold' as const),
    account,
    asset,
    units,
    ttl_s: fc.option(fc.integer({ min: 1, max: 20 })),
  }),
  fc.record({
    do: fc.constant('settle' as const),
    which: fc.nat(),
    part: fc.integer({ min: 1, max: 100 }),
    to: account,
  }),
  fc.record({ do: fc.constant('release' as const), which: fc.nat() }),
  fc.record({ do: fc.constant('guard' as const), account, asset, guarded: fc.boolean() }),
  fc.record({
    do: fc.constant('wait' as const),
    seconds: fc.integer({ min: 1, max: 15 }),
    sweep: fc.boolean(),
  }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const key = (of_account: string, of_asset: string) => `${of_account} ${of_asset}`;

/** The reason of a refusal, or the result. */
function attempt<T>(run: () => T): { readonly reason: string } | { readonly done: T } {
  try {
    return { done: run() };
  } catch (error) {
    if (error instanceof HoldfastError) return { reason: error.reason };
    throw error;
  }
}

/** Whether the model refuses; the ledger must have refused likewise. */
function isRefused(outcome: object, expected: boolean, reason: string): boolean {
  if (expected) assert.deepEqual(outcome, { reason });
  return expected;
}

function apply(store: TestStore, model: Model, one: Step): void {
  model.expire(store.now_us);
  switch (one.do) {
    case 'post': {
      const lines = one.lines.map(([name, size, out]) => [key(name, one.asset), out ? -size : size] as const);
      const rest = -lines.reduce((sum, [, size]) => sum + size, 0n);
      const moves = rest === 0n ? lines : [...lines, [key('world', one.asset), rest] as const];
      if (moves.length < 2) return;
      const tuples = moves.map(([of, size]) => [of.split(' ')[0] ?? '', one.asset, text(size)] as const);
      const outcome = attempt(() => store.run('post_transaction', transaction(...tuples)));
      if (isRefused(outcome, !model.mayPost(moves), 'INSUFFICIENT_FUNDS')) return;
      assert.ok('done' in outcome, JSON.stringify(outcome));
      model.post(moves, outcome.done.revision);
      return;
    }
    case 'hold': {
      const of = key(one.account, one.asset);
      const ttl_ms = one.ttl_s === null ? null : one.ttl_s * 1000;
      const outcome = attempt(() =>
        store.run('place_hold', hold(one.account, one.asset, text(one.units), { ttl_ms })),
      );
      if (isRefused(outcome, model.available(of) < one.units, 'INSUFFICIENT_FUNDS')) return;
      assert.ok('done' in outcome, JSON.stringify(outcome));
      const { hold_id, expires_us } = outcome.done.hold;
      model.holds.push({ hold_id, key: of, amount: one.units, expires_us, open: true });
      return;
    }
    case 'settle': {
      const target = model.holds[one.which % Math.max(1, model.holds.length)];
      if (target === undefined) return;
      const part = (target.amount * BigInt(one.part)) / 100n || 1n;
      const outcome = attempt(() =>
        store.run('post_hold', settlement(target.hold_id, { amount: text(part), to_account: one.to })),
      );
      if (isRefused(outcome, !target.open, 'WRONG_STATE')) return;
      assert.ok('done' in outcome, JSON.stringify(outcome));
      target.open = false;
      const [, of_asset = ''] = target.key.split(' ');
      const moves = [[target.key, -part] as const, [key(one.to, of_asset), part] as const];
      model.post(moves, outcome.done.revision);
      return;
    }
    case 'release': {
      const target = model.holds[one.which % Math.max(1, model.holds.length)];
      if (target === undefined) return;
      const outcome = attempt(() =>
        store.run('release_hold', { hold_id: target.hold_id, operation_key: null }),
      );
      if (isRefused(outcome, !target.open, 'WRONG_STATE')) return;
      assert.ok('done' in outcome, JSON.stringify(outcome));
      target.open = false;
      return;
    }
    case 'guard': {
      const of = key(one.account, one.asset);
      const outcome = attempt(() =>
        store.run('configure_account', {
          account: one.account,
          asset: one.asset,
          must_not_go_negative: one.guarded,
        }),
      );
      if (isRefused(outcome, one.guarded && model.available(of) < 0n, 'INSUFFICIENT_FUNDS')) return;
      assert.ok('done' in outcome, JSON.stringify(outcome));
      if (one.guarded) model.guarded.add(of);
      else model.guarded.delete(of);
      return;
    }
    case 'wait':
      store.now_us += one.seconds * 1_000_000;
      model.expire(store.now_us);
      if (one.sweep) store.run('sweep', {}, { request_id: '' });
  }
}

function compare(store: TestStore, model: Model): void {
  // After a sweep what is committed is what the model says, so that reads can be compared with it.
  store.run('sweep', {}, { request_id: '' });
  model.expire(store.now_us);
  store.reads.snapshot(0, ({ ledger }) => {
    const every = { account: '', asset: '', include_world: true };
    const views = ledger.balances('agent-1', every, ['', ''], 100).rows;
    for (const view of views) {
      const of = key(view.account, view.asset);
      assert.equal(view.posted, text(model.of(of)), of);
      assert.equal(view.held, text(model.held(of)), of);
      assert.equal(view.available, text(model.available(of)), of);
      if (view.must_not_go_negative)
        assert.ok(!view.available.startsWith('-'), `${of} stays at or above zero`);
    }
    for (const of of model.posted.keys())
      assert.ok(views.some((view) => key(view.account, view.asset) === of));
    for (const { revision, posted } of model.history) {
      for (const [of, size] of posted) {
        const [name = '', of_asset = ''] = of.split(' ');
        assert.equal(ledger.balanceAtRevision('agent-1', name, of_asset, revision)?.posted, text(size));
      }
    }
    const listed = ledger.transactions(
      'agent-1',
      { account: '', asset: '', since_us: null, until_us: null },
      Number.MAX_SAFE_INTEGER,
      1000,
    );
    assert.equal(listed.rows.length, model.history.length);
  });
  for (const of_asset of ASSETS) {
    const sum = [...model.posted]
      .filter(([of]) => of.endsWith(of_asset))
      .reduce((all, [, size]) => all + size, 0n);
    assert.equal(sum, 0n);
  }
  assert.deepEqual(store.scans.verify({ skip_integrity_check: true }, () => {}).findings, []);
  const report = store.scans.reconcile({ agent_id: 'agent-1', expected: [] }, () => {});
  assert.ok(report.balances.every(({ matches }) => matches));
  assert.deepEqual(report.unbalanced_assets, []);
}

describe('the ledger', () => {
  it('does what the model does, for any history', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 40 }), (steps) => {
        const store = new TestStore();
        try {
          const model = new Model();
          for (const one of steps) apply(store, model, one);
          compare(store, model);
        } finally {
          store.close();
        }
      }),
      { numRuns: 40 },
    );
  });
});
