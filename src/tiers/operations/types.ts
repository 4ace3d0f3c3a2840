/** What the commands about operations are given and answer: plain data, as it crosses to the writer and into receipts. */
import { sha256 } from '../../codec/digest.js';
import type { Reason } from '../../errors.js';
import type { Command } from '../command.js';
import type { MutationCall, MutationOutcome } from '../nested.js';

/** Operations in flight that an agent may have: what one TakeOver can end in one transaction. */
export const MAX_IN_FLIGHT = 1000;
/** Leases that one sweep ends. */
export const MAX_SWEPT_LEASES = 1000;

export type OperationStatus = 'IN_FLIGHT' | 'COMPLETED' | 'FAILED' | 'UNKNOWN';
export type OnCrash = 'UNKNOWN' | 'RETRY';

/** An operation as it stands. */
export interface OperationView {
  readonly key: string;
  readonly operation: string;
  readonly status: OperationStatus;
  readonly attempt: number;
  /** Unix microseconds. */
  readonly lease_expires_us: number;
  readonly on_crash: OnCrash;
  readonly epoch: number;
  /** Its open holds. */
  readonly hold_ids: readonly string[];
  readonly task_id: string;
  readonly step: string;
  /** Unix microseconds. */
  readonly begun_us: number;
  readonly updated_us: number;
  /** Of its last change. */
  readonly revision: number;
  /** Packed {operation, params, client_order_id, ...}: the payload of the entry that began it. */
  readonly begun: Uint8Array;
  /** Packed {result?, evidence?, ...}: the payload of the entry that settled it; null while open. */
  readonly outcome: Uint8Array | null;
}

/** [account, asset, amount above zero]. */
export type HoldTuple = readonly [account: string, asset: string, amount: string];

/** What the outside call would do; '' = not told. Amounts are canonical. */
export interface OperationRisk {
  readonly market: string;
  readonly side: 'BUY' | 'SELL' | '';
  /** Above zero. */
  readonly quantity: string;
  readonly price: string;
  /** Both or neither. */
  readonly asset: string;
  readonly amount: string;
  readonly reduce_only: boolean;
}

export interface BeginOperationArgs {
  readonly operation: string;
  /** Packed document. */
  readonly params: Uint8Array;
  readonly key: string;
  readonly lease_ms: number;
  readonly holds: readonly HoldTuple[];
  readonly on_crash: OnCrash;
  /** Both or neither; '' = none. */
  readonly task_id: string;
  readonly step: string;
  /** Absent = nothing is told. */
  readonly risk?: OperationRisk;
  /** Absent = whichever session there is, if any. */
  readonly session_id?: string;
}

export interface DenialView {
  readonly rule: string;
  readonly reason: Reason;
  readonly message: string;
  /** Of a guard: its figures. */
  readonly metadata?: Readonly<Record<string, string>>;
  /** Unix microseconds; set where time alone decides. */
  readonly retry_us?: number;
}

export interface BeginOperationResult {
  readonly outcome: 'STARTED' | 'COMPLETED' | 'IN_FLIGHT' | 'UNKNOWN' | 'DENIED';
  /** Null when denied and never begun. */
  readonly operation: OperationView | null;
  /** '' unless STARTED. */
  readonly lease_token: string;
  readonly denials: readonly DenialView[];
}

/** [hold_id, amount or null for all of it, the account it goes to]. */
export type SettlementTuple = readonly [hold_id: string, amount: string | null, to_account: string];

/** What happened outside. */
export interface Happened {
  /** Packed document, or null for none. */
  readonly result: Uint8Array | null;
  readonly settlements: readonly SettlementTuple[];
  readonly mutations: readonly MutationCall[];
}

export interface CompleteOperationArgs extends Happened {
  readonly key: string;
  readonly lease_token: string;
}

export interface SettledOperation {
  readonly operation: OperationView;
  readonly results: readonly MutationOutcome[];
}

export interface FailOperationArgs {
  readonly key: string;
  readonly lease_token: string;
  /** Packed document, or null for none. */
  readonly reason: Uint8Array | null;
}

export interface ResolveOperationArgs {
  readonly key: string;
  /** What the evidence speaks of; 0 = whichever is UNKNOWN. */
  readonly attempt: number;
  /** Null = it did not happen. */
  readonly happened: Happened | null;
  /** Packed document. */
  readonly evidence: Uint8Array;
}

export interface ExtendLeaseArgs {
  readonly key: string;
  readonly lease_token: string;
  readonly lease_ms: number;
}

/** Commands that the operations tier does alone. */
export interface OperationCommands {
  extend_lease: Command<ExtendLeaseArgs, { readonly lease_expires_us: number }>;
  take_over: Command<
    { readonly reason: string },
    { readonly epoch: number; readonly fenced_operations: number }
  >;
}

/** Commands that also move holds or apply mutations: composed_operations.ts. */
export interface ComposedOperationCommands {
  begin_operation: Command<BeginOperationArgs, BeginOperationResult>;
  complete_operation: Command<CompleteOperationArgs, SettledOperation>;
  fail_operation: Command<FailOperationArgs, { readonly operation: OperationView }>;
  resolve_operation: Command<ResolveOperationArgs, SettledOperation>;
}

/**
 * The id to send outside: the same for every attempt and every process, without a look at the database. 32 characters,
 * because that is what most exchanges take.
 */
export function clientOrderId(agent_id: string, key: string): string {
  return `hf${sha256(`${agent_id}\0${key}`).toString('hex').slice(0, 30)}`;
}
