/** What the commands of signals are given and answer. Times are microseconds, places are journal positions. */
import type { Command } from '../command.js';

export const MAX_CONSUMERS = 1000;
export const MAX_RULES = 100;
/** Deliveries of one consumer that may wait for an acknowledgement. */
export const MAX_PENDING = 10_000;
/** Dead letters that a consumer keeps; beyond, the oldest go. */
export const MAX_DEAD = 10_000;
/** Signals that one command hands out, acknowledges or gives back. */
export const MAX_SIGNALS_AT_ONCE = 1000;

export interface PublishArgs {
  readonly channel: string;
  /** Packed document. */
  readonly payload: Uint8Array;
  readonly confidence: number;
  readonly source: string;
}

export interface PutConsumerArgs {
  readonly name: string;
  /** Sorted, each once. */
  readonly patterns: readonly string[];
  readonly min_confidence: number;
  readonly ack_timeout_us: number;
  readonly max_deliveries: number;
  /** Null = with what is published from now on. */
  readonly from_revision: number | null;
}

/** A consumer as it is stored, without its deliveries. */
export interface ConsumerRow {
  readonly position: number;
  readonly agent_id: string;
  readonly name: string;
  /** JSON array. */
  readonly patterns: string;
  readonly min_confidence: number;
  readonly ack_timeout_us: number;
  readonly max_deliveries: number;
  readonly begins: number;
  readonly cursor: number;
  readonly put_position: number;
  readonly changed_position: number;
}

export interface ConsumerCounts {
  readonly waiting: number;
  /** More may be waiting: there was too much to look through. */
  readonly is_partial: boolean;
  /** What counting took; see counts.ts. */
  readonly work: number;
  readonly pending: number;
  readonly dead: number;
}

/** A consumer as replies show it. */
export interface ConsumerView extends ConsumerRow, ConsumerCounts {}

export interface SignalIdsArgs {
  readonly name: string;
  /** Of the signals, each once. */
  readonly positions: readonly number[];
}

export interface AckArgs extends SignalIdsArgs {
  /** Refuses what is not pending any more: the rest of the transaction must not happen twice. */
  readonly only_pending: boolean;
}

export interface NackArgs extends SignalIdsArgs {
  readonly delay_us: number;
}

/** What a stream of a consumer asks for; what matches was looked for before, on a reading connection. */
export interface DeliverArgs {
  /** Position of the consumer. */
  readonly consumer: number;
  /** As the candidates were looked for; with another one they are left alone. */
  readonly put_position: number;
  /** Positions of the signals after the consumer's place that match, ascending; none between them is left out. */
  readonly candidates: readonly number[];
  /** Everything up to here was looked at. */
  readonly scanned: number;
  readonly max: number;
  /** The agent's when the stream began; with another one nothing is handed out. */
  readonly epoch: number;
}

export type Delivered = readonly [position: number, delivery: number, due_us: number];

export type AlertKind = 'balance_below' | 'drawdown_near';

export interface RuleArgs {
  readonly name: string;
  readonly kind: AlertKind;
  /** Of balance_below; '' otherwise. */
  readonly account: string;
  readonly asset: string;
  /** The threshold, or the fraction of the limit. Canonical. */
  readonly amount: string;
}

export interface RuleRow extends RuleArgs {
  readonly agent_id: string;
  readonly fired: number;
  readonly position: number;
}

type Nothing = Record<string, never>;

export interface SignalCommands {
  publish: Command<PublishArgs, { readonly position: number }>;
  put_consumer: Command<PutConsumerArgs, { readonly consumer: ConsumerView; readonly created: boolean }>;
  delete_consumer: Command<{ readonly name: string }, Nothing>;
  /** Run by the daemon for an open stream, never by a client. */
  deliver_signals: Command<DeliverArgs, { readonly delivered: readonly Delivered[] }>;
  ack_signals: Command<AckArgs, { readonly acknowledged: number }>;
  nack_signals: Command<NackArgs, Nothing>;
  redrive_dead_letters: Command<SignalIdsArgs, { readonly redriven: number }>;
  put_alert_rule: Command<RuleArgs, { readonly rule: RuleRow }>;
  delete_alert_rule: Command<{ readonly name: string }, Nothing>;
}
