/** A signed head of the journal, as GetCheckpoint and proofs give it out. */
import type { SigningKey } from './key.js';

export interface Checkpoint {
  readonly database_id: string;
  readonly revision: number;
  readonly hash: Uint8Array;
  /** Unix microseconds. */
  readonly signed_at_us: number;
}

/** What is signed; the contract is in proto/holdfast/v1/audit.proto. */
export function checkpointText({ database_id, revision, hash, signed_at_us }: Checkpoint): string {
  const hex = Buffer.from(hash).toString('hex');
  return `holdfast-checkpoint-v1\n${database_id}\n${revision}\n${hex}\n${signed_at_us}\n`;
}

export function signCheckpoint(key: SigningKey, checkpoint: Checkpoint): Buffer {
  return key.sign(checkpointText(checkpoint));
}
