/**
 * Several processes of one agent, each with its own idea of what it holds, in random order and with time passing, against
 * a model that knows only the rules. What may never happen is asserted on its own, beside the model.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { addAmounts, subtractAmounts } from '../../src/codec/amount.js';
import { HoldfastError } from '../../src/errors.js';
import type { OnCrash } from '../../src/tiers/operations/types.js';
import { Desk, LEASE_MS } from './desk.js';

const FUNDS = '100';
const HELD = '40';
const SETTLED = '15';

interface Step {
  readonly act: 'begin' | 'complete' | 'fail' | 'extend' | 'wait' | 'sweep' | 'take_over' | 'resolve';
  readonly process: number;
  readonly key: number;
  readonly flag: boolean;
  readonly wait_ms: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  act: fc.oneof(
    { weight: 6, arbitrary: fc.constant('begin' as const) },
    { weight: 4, arbitrary: fc.constant('complete' as const) },
    { weight: 3, arbitrary: fc.constant('fail' as const) },
    { weight: 2, arbitrary: fc.constantFrom('extend' as const, 'sweep' as const, 'take_over' as const) },
    { weight: 3, arbitrary: fc.constantFrom('wait' as const, 'resolve' as const) },
  ),
  process: fc.nat({ max: 2 }),
  key: fc.nat({ max: 3 }),
  flag: fc.boolean(),
  wait_ms: fc.constantFrom(1, LEASE_MS / 2, LEASE_MS + 1),
});

/** What an operation is, as far as the rules go. */
interface Known {
  status: 'NONE' | 'IN_FLIGHT' | 'COMPLETED' | 'FAILED' | 'UNKNOWN';
  token: string;
  lease_until_us: number;
  on_crash: OnCrash;
  held: boolean;
}

class Model {
  readonly operations: Known[] = Array.from({ length: 4 }, () => ({
    status: 'NONE',
    token: '',
    lease_until_us: 0,
    on_crash: 'UNKNOWN',
    held: false,
  }));
  posted = FUNDS;

  get held(): string {
    return this.operations.reduce((sum, { held }) => (held ? addAmounts(sum, HELD) : sum), '0');
  }

  /** What BeginOperation must answer. */
  beginning(known: Known, now_us: number): string {
    if (known.status === 'COMPLETED' || known.status === 'UNKNOWN') return known.status;
    if (known.status === 'IN_FLIGHT') {
      if (known.lease_until_us > now_us) return 'IN_FLIGHT';
      return known.on_crash === 'RETRY' ? 'STARTED' : 'UNKNOWN';
    }
    return Number(this.posted) - Number(this.held) >= Number(HELD) ? 'STARTED' : 'DENIED';
  }

  /** What someone who names this token is told: '' = may go on. */
  refusing(known: Known, token: string): string {
    if (known.status === 'NONE') return 'NOT_FOUND';
    if (known.status === 'COMPLETED' || known.status === 'FAILED') return 'WRONG_STATE';
    return known.status === 'IN_FLIGHT' && known.token === token ? '' : 'STALE_LEASE';
  }
}

class Run {
  readonly #desk: Desk;
  readonly #agent_id: string;
  readonly #model = new Model();
  /** The token each process last got for each key. */
  readonly #tokens = new Map<string, string>();
  readonly #everStarted = new Set<string>();

  constructor(desk: Desk, agent_id: string) {
    this.#desk = desk;
    this.#agent_id = agent_id;
    desk.fund(FUNDS, agent_id);
  }

  apply(step: Step): void {
    const known = this.#model.operations[step.key];
    assert.ok(known !== undefined);
    const completed = known.status === 'COMPLETED';
    const unknown = known.status === 'UNKNOWN';
    this.#act(step, known, `key-${step.key}`);
    const now = this.#desk.status(`key-${step.key}`, this.#agent_id);
    assert.equal(now, known.status, `after ${step.act}`);
    if (completed) assert.equal(now, 'COMPLETED', 'completed is final');
    if (unknown && step.act !== 'resolve') assert.equal(now, 'UNKNOWN', 'only evidence moves UNKNOWN');
    assert.deepEqual(this.#desk.cash(this.#agent_id), [this.#model.posted, this.#model.held]);
  }

  #act(step: Step, known: Known, key: string): void {
    const token = this.#tokens.get(`${step.process} ${key}`) ?? 'lease-never';
    switch (step.act) {
      case 'begin':
        this.#begin(step, known, key);
        return;
      case 'complete':
        this.#settle(known, token, () => this.#complete(key, token, known));
        return;
      case 'fail':
        this.#settle(known, token, () => {
          this.#desk.fail(key, token, 'no', this.#options);
          this.#end(known, 'FAILED');
        });
        return;
      case 'extend':
        this.#extend(known, key, token);
        return;
      case 'wait':
        this.#desk.now_us += step.wait_ms * 1000;
        return;
      case 'sweep':
        this.#desk.sweep();
        for (const each of this.#model.operations) {
          const over = each.status === 'IN_FLIGHT' && each.lease_until_us <= this.#desk.now_us;
          if (over && each.on_crash === 'UNKNOWN') this.#forget(each);
        }
        return;
      case 'take_over':
        this.#desk.takeOver(this.#agent_id);
        for (const each of this.#model.operations) {
          if (each.status !== 'IN_FLIGHT') continue;
          if (each.on_crash === 'UNKNOWN') this.#forget(each);
          each.token = '';
          each.lease_until_us = Math.min(each.lease_until_us, this.#desk.now_us);
        }
        return;
      case 'resolve':
        this.#resolve(step, known, key);
        return;
    }
  }

  get #options() {
    return { agent_id: this.#agent_id };
  }

  #begin(step: Step, known: Known, key: string): void {
    const expected = this.#model.beginning(known, this.#desk.now_us);
    const on_crash = step.flag ? 'RETRY' : 'UNKNOWN';
    const holds = [['cash', 'USDC', HELD]] as const;
    const { outcome, lease_token } = this.#desk.begin(key, { ...this.#options, on_crash, holds });
    assert.equal(outcome, expected);
    if (outcome === 'UNKNOWN') this.#forget(known);
    if (outcome !== 'STARTED') {
      assert.equal(lease_token, '');
      return;
    }
    assert.ok(!this.#everStarted.has(lease_token), 'a lease token is given out once');
    this.#everStarted.add(lease_token);
    const live = known.status === 'IN_FLIGHT' && known.lease_until_us > this.#desk.now_us;
    assert.ok(!live, 'one live lease per key');
    this.#tokens.set(`${step.process} ${key}`, lease_token);
    Object.assign(known, {
      status: 'IN_FLIGHT',
      token: lease_token,
      lease_until_us: this.#desk.now_us + LEASE_MS * 1000,
      on_crash,
      held: true,
    });
  }

  #settle(known: Known, token: string, action: () => void): void {
    const refusal = this.#model.refusing(known, token);
    if (refusal === '') action();
    else this.#refused(refusal, action);
  }

  #complete(key: string, token: string, known: Known): void {
    this.#desk.complete(key, token, { ...this.#options, settlements: this.#settlements(key) });
    this.#moneyMoved();
    this.#end(known, 'COMPLETED');
  }

  #extend(known: Known, key: string, token: string): void {
    const args = { key, lease_token: token, lease_ms: LEASE_MS };
    const extend = () => this.#desk.run('extend_lease', args, this.#options);
    const over = known.lease_until_us <= this.#desk.now_us;
    const refusal = this.#model.refusing(known, token) || (over ? 'STALE_LEASE' : '');
    if (refusal === '') known.lease_until_us = extend().lease_expires_us;
    else this.#refused(refusal, extend);
  }

  #resolve({ flag }: Step, known: Known, key: string): void {
    const over = known.status === 'IN_FLIGHT' && known.lease_until_us <= this.#desk.now_us;
    const ready = known.status === 'UNKNOWN' || over;
    const happened = { result: null, settlements: this.#settlements(key), mutations: [] };
    const args = { key, attempt: 0, happened: flag ? happened : null, evidence: Uint8Array.of(0xc3) };
    const resolve = () => this.#desk.run('resolve_operation', args, this.#options);
    if (!ready) {
      this.#refused(known.status === 'NONE' ? 'NOT_FOUND' : 'WRONG_STATE', resolve);
      return;
    }
    resolve();
    if (flag) this.#moneyMoved();
    this.#end(known, flag ? 'COMPLETED' : 'FAILED');
  }

  #settlements(key: string) {
    const ids = this.#desk.reads.snapshot(
      0,
      ({ operations }) => operations.find(this.#agent_id, key)?.hold_ids ?? '',
    );
    return ids === '' ? [] : ids.split(' ').map((hold_id) => [hold_id, SETTLED, 'world'] as const);
  }

  #moneyMoved(): void {
    this.#model.posted = subtractAmounts(this.#model.posted, SETTLED);
  }

  #forget(known: Known): void {
    known.status = 'UNKNOWN';
    known.token = '';
  }

  #end(known: Known, status: 'COMPLETED' | 'FAILED'): void {
    Object.assign(known, { status, token: '', held: false });
  }

  #refused(reason: string, action: () => unknown): void {
    const before = this.#desk.executor.head.revision;
    assert.throws(action, (error) => error instanceof HoldfastError && error.reason === reason);
    assert.equal(this.#desk.executor.head.revision, before);
  }
}

describe('processes that know nothing of each other', () => {
  let desk: Desk;
  let runs = 0;
  before(() => {
    desk = new Desk();
  });
  after(() => desk.close());

  it('never begin twice what may have happened, and never lose or move money twice', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 60 }), (steps) => {
        runs += 1;
        const run = new Run(desk, `agent-${runs}`);
        for (const each of steps) run.apply(each);
      }),
      { numRuns: 200 },
    );
    // The journal's chain, every balance against its postings and holds, and every asset's sum of zero.
    desk.verify();
  });
});
