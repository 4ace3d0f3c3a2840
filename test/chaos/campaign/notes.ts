/** What a client heard, was handed and was granted beside its stories: a line each, in a file that survives it. */
import { AckLog, AckLogReader } from './ack_log.js';

export type Note =
  /** It listens from here on. */
  | {
      readonly t: 'listening';
      readonly agent_id: string;
      readonly patterns: readonly string[];
      readonly from: number;
    }
  /** `told` is where it would go on from. */
  | { readonly t: 'heard'; readonly told: number; readonly signal: HeardSignal }
  /** Nothing was heard, but that it is live now, or how far it has heard. */
  | { readonly t: 'progress'; readonly told: number }
  | Handed
  /** A consumer's only stream is about to be opened. */
  | { readonly t: 'draining'; readonly agent_id: string; readonly name: string }
  /** A consumer's only stream was open between these revisions, and saw to the end of all that there was. */
  | {
      readonly t: 'drained';
      readonly agent_id: string;
      readonly name: string;
      readonly after: number;
      readonly until: number;
    }
  | Granted;

export interface HeardSignal {
  readonly signal_id: string;
  readonly durable: boolean;
  readonly agent_id: string;
  readonly channel: string;
  readonly confidence: number;
  readonly source: string;
  /** JSON. */
  readonly payload: string;
}

/** A delivery to a stream of a consumer. */
export interface Handed {
  readonly t: 'handed';
  readonly agent_id: string;
  readonly name: string;
  readonly delivery: number;
  readonly signal: HeardSignal;
}

/** Tokens that a bucket and the agent's share of it gave. Times are of the machine's monotonic clock, in microseconds. */
export interface Granted {
  readonly t: 'granted';
  readonly bucket: string;
  readonly agent_id: string;
  readonly tokens: number;
  readonly sent_us: number;
  readonly answered_us: number;
}

export type NoteBook = AckLog<Note>;

/** The notes that belong to a log. */
export function notesPath(log_path: string): string {
  return `${log_path}.notes`;
}

export function openNotes(log_path: string): NoteBook {
  return new AckLog<Note>(notesPath(log_path));
}

export function readNotes(log_path: string): AckLogReader<Note> {
  return new AckLogReader<Note>(notesPath(log_path));
}

/** All processes of a machine share this clock. */
export function monotonicUs(): number {
  return Number(process.hrtime.bigint() / 1000n);
}
