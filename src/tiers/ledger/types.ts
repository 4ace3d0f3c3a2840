/** What the ledger's commands are given and answer: plain data, as it crosses to the writer and into receipts. */
import type { Command } from '../command.js';

/** The outside: the other side of a deposit, a fee or a profit. It is never held and never guarded. */
export const WORLD = 'world';

/** [account, asset, amount]: a tuple, because this is the hottest argument of all and is packed twice. */
export type PostingTuple = readonly [account: string, asset: string, amount: string];

export type HoldStatus = 'OPEN' | 'SETTLED' | 'RELEASED' | 'EXPIRED';

/** An account as it stands; amounts are canonical. */
export interface BalanceView {
  readonly account: string;
  readonly asset: string;
  readonly posted: string;
  readonly held: string;
  /** posted - held. */
  readonly available: string;
  readonly must_not_go_negative: boolean;
  /** The last revision that changed it; 0 for an account that does not exist. */
  readonly revision: number;
}

export interface HoldView {
  readonly hold_id: string;
  readonly account: string;
  readonly asset: string;
  readonly amount: string;
  /** Null unless SETTLED. */
  readonly settled_amount: string | null;
  readonly status: HoldStatus;
  /** The operation that owns it; null for a plain hold. */
  readonly operation_key: string | null;
  /** Unix microseconds. */
  readonly placed_us: number;
  /** Unix microseconds; null = does not expire. */
  readonly expires_us: number | null;
  readonly description: string;
  /** Of its last change. */
  readonly revision: number;
}

export interface PostTransactionArgs {
  /** 2 to 64 that sum to zero per asset; the caller has checked that. */
  readonly postings: readonly PostingTuple[];
  readonly description: string;
  readonly reference: string;
  /** Packed document, or null for none. */
  readonly metadata: Uint8Array | null;
  /** Also where an account must not go negative and does: set by composed commands only, never by a request. */
  readonly regardless_of_funds?: true;
  /** Also of assets that are not registered, where others are; those that are keep to their precision. Set as that is. */
  readonly regardless_of_registry?: true;
}

export interface PostTransactionResult {
  readonly transaction_id: string;
  /** Of the accounts it touched, in the order of the postings, `world` left out. */
  readonly balances: readonly BalanceView[];
}

export interface ConfigureAccountArgs {
  readonly account: string;
  readonly asset: string;
  readonly must_not_go_negative: boolean;
}

export interface RegisterAssetArgs {
  readonly asset: string;
  /** 0 to 18. */
  readonly max_fraction_digits: number;
}

export interface SnapshotPortfolioArgs {
  readonly label: string;
  /** Packed document, or null for none. */
  readonly metadata: Uint8Array | null;
}

/** A stored snapshot, as a reply shows it. */
export interface SnapshotView {
  readonly snapshot_id: string;
  readonly revision: number;
  /** Unix microseconds. */
  readonly taken_us: number;
  readonly label: string;
  readonly balances: readonly BalanceView[];
  /** Packed document, or null for none. */
  readonly metadata: Uint8Array | null;
}

export interface PlaceHoldArgs {
  readonly account: string;
  readonly asset: string;
  /** Above zero. */
  readonly amount: string;
  /** Null = does not expire. Ignored for a hold that an operation owns. */
  readonly ttl_ms: number | null;
  readonly description: string;
  /** The operation that owns it: set by composed commands only, never by a request. */
  readonly operation_key: string | null;
}

export interface PlaceHoldResult {
  readonly hold: HoldView;
  readonly balance: BalanceView;
}

export interface PostHoldArgs {
  readonly hold_id: string;
  /** Null = all of it. */
  readonly amount: string | null;
  readonly to_account: string;
  readonly description: string;
  readonly reference: string;
  /** Must be the owner's where the hold has one: set by composed commands only, never by a request. */
  readonly operation_key: string | null;
}

export interface PostHoldResult {
  readonly hold: HoldView;
  readonly transaction_id: string;
  /** Of the account that was held. */
  readonly balance: BalanceView;
}

export interface ReleaseHoldArgs {
  readonly hold_id: string;
  /** As in PostHoldArgs. */
  readonly operation_key: string | null;
}

export interface ReleaseHoldResult {
  readonly hold: HoldView;
  readonly balance: BalanceView;
}

export interface LedgerCommands {
  post_transaction: Command<PostTransactionArgs, PostTransactionResult>;
  configure_account: Command<ConfigureAccountArgs, { readonly balance: BalanceView }>;
  register_asset: Command<RegisterAssetArgs, Record<string, never>>;
  snapshot_portfolio: Command<SnapshotPortfolioArgs, { readonly snapshot: SnapshotView }>;
  place_hold: Command<PlaceHoldArgs, PlaceHoldResult>;
  post_hold: Command<PostHoldArgs, PostHoldResult>;
  release_hold: Command<ReleaseHoldArgs, ReleaseHoldResult>;
}

/**
 * The open holds of an operation, oldest first. Made by `openHoldsOf(db)` in holds.ts for the writing connection, so that
 * a composed command sees what its own transaction placed.
 */
export type OpenHoldsOf = (agent_id: string, operation_key: string) => HoldView[];
