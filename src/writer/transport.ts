/**
 * How commands and results cross between the main thread and the writer's: MessagePack in transferred buffers, one
 * message for a whole batch, because a message costs more than the commands in it. The packed arguments are at the same
 * time what a receipt's digest is taken over: one encoding, two uses.
 */
import { Packr } from 'msgpackr';
import type { SerializedError } from '../errors.js';

const packr = new Packr({ useRecords: false, mapsAsObjects: true, moreTypes: false, int64AsType: 'number' });

/** Packs plain data (no classes, no undefined). The result owns its memory and may be transferred. */
export function pack(value: unknown): Uint8Array<ArrayBuffer> {
  return new Uint8Array(packr.pack(value));
}

export function unpack<T>(bytes: Uint8Array): T {
  return packr.unpack(bytes) as T;
}

/** A command on its way to the writer. */
export interface Submission {
  readonly name: string;
  readonly agent_id: string;
  /** Empty for commands of the daemon itself: they leave no receipt. */
  readonly request_id: string;
  /** 0 = not fenced. */
  readonly epoch: number;
  /** Packed arguments. */
  readonly args: Uint8Array;
  /** Packed DerivedData: no part of the request's content. */
  readonly derived?: Uint8Array;
  /** Whose credential it came with, where the journal says so (see Tx.principal): no part of the request's content either. */
  readonly principal?: string;
}

/** What became of a command. */
export type Outcome =
  | {
      readonly ok: true;
      readonly revision: number;
      readonly time_us: number;
      readonly replayed: boolean;
      /** Packed result. */
      readonly result: Uint8Array;
    }
  | { readonly ok: false; readonly error: SerializedError };

type SubmissionTuple = [string, string, string, number, Uint8Array, Uint8Array | null, string];
type OutcomeTuple = [number, number, boolean, Uint8Array] | [SerializedError];

export function packBatch(batch: readonly Submission[]): Uint8Array<ArrayBuffer> {
  return pack(
    batch.map((s): SubmissionTuple => {
      const { name, agent_id, request_id, epoch, args, derived = null, principal = '' } = s;
      return [name, agent_id, request_id, epoch, args, derived, principal];
    }),
  );
}

export function unpackBatch(bytes: Uint8Array): Submission[] {
  return unpack<SubmissionTuple[]>(bytes).map(
    ([name, agent_id, request_id, epoch, args, derived, principal]) => ({
      name,
      agent_id,
      request_id,
      epoch,
      args,
      ...(derived !== null && { derived }),
      principal,
    }),
  );
}

export function packOutcomes(outcomes: readonly Outcome[]): Uint8Array<ArrayBuffer> {
  return pack(
    outcomes.map((o): OutcomeTuple => (o.ok ? [o.revision, o.time_us, o.replayed, o.result] : [o.error])),
  );
}

export function unpackOutcomes(bytes: Uint8Array): Outcome[] {
  return unpack<OutcomeTuple[]>(bytes).map((tuple): Outcome => {
    if (tuple.length === 1) return { ok: false, error: tuple[0] };
    const [revision, time_us, replayed, result] = tuple;
    return { ok: true, revision, time_us, replayed, result };
  });
}
