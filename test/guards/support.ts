/** A desk with guards: every guarded action by one method, and what became of it. */

import { packDocument, unpackDocument } from '../../src/codec/msgpack.js';
import { HoldfastError } from '../../src/errors.js';
import type { ToldAction } from '../../src/tiers/composed_guard_evaluation.js';
import type { GuardRule, GuardScope } from '../../src/tiers/guards/rule.js';
import type { GuardMode, GuardVerdictView } from '../../src/tiers/guards/types.js';
import type { PostingTuple } from '../../src/tiers/ledger/types.js';
import type { HoldTuple, OperationRisk } from '../../src/tiers/operations/types.js';
import type { RecordTradeArgs } from '../../src/tiers/sessions/types.js';
import { Desk, TRADE } from '../sessions/support.js';
import type { RunOptions } from '../support/executor.js';

export const SMALLEST = '0.000000000000000001';

const RISK: OperationRisk = {
  market: '',
  side: '',
  quantity: '',
  price: '',
  asset: '',
  amount: '',
  reduce_only: false,
};

export type Action =
  | {
      readonly do: 'begin';
      readonly risk?: Partial<OperationRisk>;
      readonly holds?: readonly HoldTuple[];
      readonly operation?: string;
    }
  | { readonly do: 'post'; readonly postings: readonly PostingTuple[] }
  | { readonly do: 'hold'; readonly account: string; readonly asset: string; readonly amount: string }
  | { readonly do: 'trade'; readonly trade: Partial<RecordTradeArgs> };

/** What became of an action: names of guards, sorted. */
export interface Fate {
  readonly went_on: boolean;
  readonly denied_by: readonly string[];
  readonly warned_by: readonly string[];
  /** In the journal, whatever their mode. */
  readonly journaled: readonly string[];
}

export interface PutOptions {
  readonly mode?: GuardMode;
  readonly scope?: Partial<GuardScope>;
  readonly agent_id?: string;
}

type Told = Partial<Omit<ToldAction, 'risk'>> &
  Pick<ToldAction, 'action'> & { readonly risk?: Partial<OperationRisk> };

export class GuardedDesk extends Desk {
  #operations = 0;

  guard(
    name: string,
    rule: GuardRule,
    { mode = 'ENFORCE', scope = {}, agent_id = 'agent-1' }: PutOptions = {},
  ) {
    return this.run(
      'put_guard',
      {
        name,
        mode,
        scope: { actions: [], operations: [], markets: [], ...scope },
        rule,
        description: '',
        expected_version: null,
      },
      { agent_id },
    );
  }

  begin(
    risk: Partial<OperationRisk> | null,
    more: {
      readonly holds?: readonly HoldTuple[];
      readonly operation?: string;
      readonly key?: string;
      readonly session_id?: string;
      readonly on_crash?: 'UNKNOWN' | 'RETRY';
    } = {},
    options: RunOptions = {},
  ) {
    this.#operations += 1;
    return this.run(
      'begin_operation',
      {
        operation: 'exchange.order',
        params: packDocument({}),
        key: `op-${this.#operations}`,
        lease_ms: 30_000,
        holds: [],
        on_crash: 'UNKNOWN',
        task_id: '',
        step: '',
        ...more,
        ...(risk !== null && { risk: { ...RISK, ...risk } }),
      },
      options,
    );
  }

  post(postings: readonly PostingTuple[], options: RunOptions = {}) {
    return this.run(
      'post_transaction',
      { postings, description: '', reference: '', metadata: null },
      options,
    );
  }

  hold(account: string, asset: string, amount: string, options: RunOptions = {}) {
    return this.run(
      'place_hold',
      { account, asset, amount, ttl_ms: null, description: '', operation_key: null },
      options,
    );
  }

  /** Does it for real. Everything that denies must be a guard. */
  act(action: Action): Fate {
    const before = this.entries('guard.warned').length;
    const { denied_by, warnings } = this.#attempt(action);
    const entries = this.entries('guard.warned').slice(before);
    const journaled = entries.flatMap(({ payload }) => verdictsIn(payload)).map(({ guard }) => guard);
    return {
      went_on: denied_by.length === 0,
      denied_by: [...denied_by].sort(),
      warned_by: warnings.map(({ guard }) => guard).sort(),
      journaled: journaled.sort(),
    };
  }

  #attempt(action: Action): { denied_by: string[]; warnings: readonly GuardVerdictView[] } {
    try {
      if (action.do === 'begin') {
        const { risk = null, holds = [], operation = 'exchange.order' } = action;
        const { denials, warnings = [] } = this.begin(risk, { holds, operation });
        return { denied_by: denials.map(({ rule }) => rule), warnings };
      }
      const reply =
        action.do === 'post'
          ? this.post(action.postings)
          : action.do === 'hold'
            ? this.hold(action.account, action.asset, action.amount)
            : this.trade(action.trade);
      return { denied_by: [], warnings: reply.warnings ?? [] };
    } catch (error) {
      if (!(error instanceof HoldfastError) || error.reason !== 'GUARD_DENIED') throw error;
      return { denied_by: [String(error.details.metadata?.guard)], warnings: [] };
    }
  }

  /** Money in the accounts that tests pay out of. */
  fund(): void {
    for (const account of ['cash', 'trading', 'savings'])
      this.post([
        [account, 'USDC', '1000'],
        ['world', 'USDC', '-1000'],
      ]);
  }

  /** A trade under an id of its own, for a mutation. */
  tradeArgs(args: Partial<RecordTradeArgs>): RecordTradeArgs {
    this.#operations += 1;
    return { ...TRADE, trade_id: `m-${this.#operations}`, session_id: this.session_id, ...args };
  }

  mark(mark_price: string, market = 'BTC/USDC') {
    const { session_id, epoch } = this;
    return this.run('mark_position', { session_id, market, mark_price }, { epoch });
  }

  shut() {
    const { session_id, epoch } = this;
    return this.run('close_session', { session_id, reason: '' }, { epoch });
  }

  /** The dry run of an action; undefined when a dry run cannot say all that it does. */
  dryRun(action: Action) {
    const told = dryRunOf(action);
    return told === undefined ? undefined : this.evaluate(told);
  }

  /** The dry run's verdict of the guard named g. */
  verdictOn(action: Action): GuardVerdictView | undefined {
    return this.dryRun(action)?.verdicts.find(({ guard }) => guard === 'g');
  }

  evaluate(told: Told) {
    const whole: ToldAction = {
      operation: '',
      venue: '',
      pnl: null,
      account: '',
      ...told,
      risk: { ...RISK, ...told.risk },
    };
    return this.reads.snapshot(0, ({ guards }) => guards.evaluate('agent-1', whole, this.now_us));
  }
}

function dryRunOf(action: Action): Told | undefined {
  if (action.do === 'hold') {
    const { account, asset, amount } = action;
    return { action: 'place_hold', account, risk: { asset, amount } };
  }
  if (action.do === 'post') {
    const own = action.postings.filter(([account]) => account !== 'world');
    const [account = '', asset = '', amount = ''] = own[0] ?? [];
    if (own.length !== 1 || !amount.startsWith('-')) return undefined;
    return { action: 'post_transaction', account, risk: { asset, amount: amount.slice(1) } };
  }
  if (action.do === 'trade') {
    const {
      side = '',
      quantity = '',
      price = '',
      pnl = null,
      fee,
      postings,
      market = 'BTC/USDC',
      venue = 'binance',
    } = action.trade;
    if (fee !== undefined || postings !== undefined) return undefined;
    return { action: 'record_trade', venue, pnl, risk: { market, side, quantity, price } };
  }
  const { risk = {}, holds = [], operation = 'exchange.order' } = action;
  const [hold] = holds;
  if (hold === undefined) return { action: 'begin_operation', operation, risk };
  if (holds.length > 1 || risk.asset !== undefined) return undefined;
  const [account, asset, amount] = hold;
  return { action: 'begin_operation', operation, account, risk: { ...risk, asset, amount } };
}

function verdictsIn(payload: Uint8Array | null | undefined): GuardVerdictView[] {
  return (unpackDocument(payload ?? new Uint8Array()) as unknown as { verdicts: GuardVerdictView[] })
    .verdicts;
}
