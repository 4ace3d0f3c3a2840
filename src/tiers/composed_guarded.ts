/** The ledger's commands with the gate before them, and what each action tells the guards. */
import { isZeroAmount } from '../codec/amount.js';
import type { Command, HandlersOf } from './command.js';
import { denialMetadata } from './composed_guards.js';
import { accountsOf, outflowIn, outflowsOf } from './guards/outflows.js';
import type { GuardedAction, GuardGate, GuardVerdictView } from './guards/types.js';
import {
  type LedgerCommands,
  type PlaceHoldArgs,
  type PlaceHoldResult,
  type PostHoldArgs,
  type PostHoldResult,
  type PostingTuple,
  type PostTransactionArgs,
  type PostTransactionResult,
  WORLD,
} from './ledger/types.js';
import type { BeginOperationArgs, DenialView, HoldTuple } from './operations/types.js';

/** Verdicts that failed and did not stop it; absent = none. */
export interface Warned {
  readonly warnings?: readonly GuardVerdictView[];
}

export interface GuardedLedgerCommands extends Omit<LedgerCommands, Guarded> {
  post_transaction: Command<PostTransactionArgs, PostTransactionResult & Warned>;
  place_hold: Command<PlaceHoldArgs, PlaceHoldResult & Warned>;
  post_hold: Command<PostHoldArgs, PostHoldResult & Warned>;
}

type Guarded = 'post_transaction' | 'place_hold' | 'post_hold';

export function guardedCommands(
  ledger: Pick<HandlersOf<LedgerCommands>, Guarded>,
  gate: Pick<GuardGate, 'admit'>,
): Pick<HandlersOf<GuardedLedgerCommands>, Guarded> {
  return {
    post_transaction: (tx, args) => {
      const warnings = gate.admit(tx, postAction(args.postings), true);
      return { ...ledger.post_transaction(tx, args), ...warned(warnings) };
    },
    place_hold: (tx, args) => {
      const warnings = gate.admit(tx, holdAction(args.account, args.asset, args.amount), true);
      return { ...ledger.place_hold(tx, args), ...warned(warnings) };
    },
    post_hold: (tx, args) => {
      const warnings =
        args.to_account === WORLD ? [] : gate.admit(tx, settlementAction(args.to_account), true);
      return { ...ledger.post_hold(tx, args), ...warned(warnings) };
    },
  };
}

/** Left out when there are none: every receipt would hold it. */
export function warned(warnings: readonly GuardVerdictView[]): Warned {
  return warnings.length === 0 ? {} : { warnings };
}

const SAYS_NOTHING = {
  operation: '',
  venue: '',
  market: '',
  side: '',
  quantity: null,
  price: null,
  pnl: null,
  reduce_only: false,
} as const;

export function postAction(postings: readonly PostingTuple[]): GuardedAction {
  return {
    ...SAYS_NOTHING,
    action: 'post_transaction',
    outflows: outflowsOf(postings, WORLD),
    accounts: accountsOf(postings, WORLD),
  };
}

export function holdAction(account: string, asset: string, amount: string): GuardedAction {
  return {
    ...SAYS_NOTHING,
    action: 'place_hold',
    outflows: [[account, asset, amount]],
    accounts: [[account, asset]],
  };
}

/** A hold that goes to another account of the agent; its amount was judged when it was placed. */
function settlementAction(to_account: string): GuardedAction {
  return {
    ...SAYS_NOTHING,
    action: 'post_transaction',
    outflows: [],
    accounts: [[to_account, '']],
    is_settlement: true,
  };
}

export interface HeldAmount {
  readonly account: string;
  readonly asset: string;
  readonly amount: string;
}

/**
 * A price of zero values nothing, so it is none: a market order that tells it would have no value and no loss.
 * @param held what the operation holds already, when it is begun again with the holds of the attempt before: it leaves once
 *   more, but not out of what the accounts have available. Null = its own holds will be placed.
 */
export function beginAction(
  { operation, risk, holds }: Pick<BeginOperationArgs, 'operation' | 'risk' | 'holds'>,
  held: readonly HeldAmount[] | null,
): GuardedAction {
  const told: readonly HoldTuple[] =
    risk === undefined || risk.asset === '' ? [] : [['', risk.asset, risk.amount]];
  const taken =
    held === null ? holds : held.map(({ account, asset, amount }): HoldTuple => [account, asset, amount]);
  return {
    ...SAYS_NOTHING,
    action: 'begin_operation',
    operation,
    market: risk?.market ?? '',
    side: risk?.side ?? '',
    quantity: risk?.quantity || null,
    price: risk === undefined || risk.price === '' || isZeroAmount(risk.price) ? null : risk.price,
    outflows: held === null ? [...taken, ...told] : withoutAccounts(taken, told),
    accounts: [...taken, ...told].map(([account, asset]) => [account, asset] as const),
    reduce_only: risk?.reduce_only ?? false,
  };
}

/** One amount per asset, of no account: what is held, or what is told where that is more. */
function withoutAccounts(held: readonly HoldTuple[], told: readonly HoldTuple[]): HoldTuple[] {
  const assets = [...new Set([...held, ...told].map(([, asset]) => asset))];
  return assets.map((asset) => ['', asset, outflowIn({ outflows: [...held, ...told] }, asset) ?? '0']);
}

export function denialOf(verdict: GuardVerdictView): DenialView {
  const { guard, kind, message, retry_us } = verdict;
  if (kind === 'session') return { rule: 'session', reason: 'WRONG_STATE', message };
  return {
    rule: guard,
    reason: 'GUARD_DENIED',
    message,
    metadata: denialMetadata(verdict),
    ...(retry_us !== null && { retry_us }),
  };
}
