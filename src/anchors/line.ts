/**
 * A line of the anchor file: one JSON object. Each line signs the digest of the one before, so the newest signature covers
 * the whole file. A line has one spelling only; any other is a changed line.
 */
import { sha256 } from '../codec/digest.js';
import type { SigningKey, VerifySignature } from './key.js';

/**
 * `anchor`: the head at that time. The other two begin anew, from whatever the database holds at that revision: a backup
 * was restored, or damage was found at a start and accepted.
 */
export type AnchorKind = 'anchor' | 'restored' | 'accepted';

export interface AnchorFacts {
  readonly kind: AnchorKind;
  readonly revision: number;
  /** Of the revision's last entry; hex. */
  readonly hash: string;
  /** Unix microseconds. */
  readonly time_us: number;
  readonly database_id: string;
}

export interface AnchorLine extends AnchorFacts {
  /** SHA-256 of the line before, without its line break; hex. Zeros in the first line. */
  readonly previous: string;
  /** Ed25519; hex. */
  readonly signature: string;
}

export const NO_PREVIOUS = '0'.repeat(64);

const KINDS: ReadonlySet<string> = new Set(['anchor', 'restored', 'accepted']);

export function lineDigest(line: string): string {
  return sha256(line).toString('hex');
}

export function signLine(key: SigningKey, facts: AnchorFacts, previous: string): string {
  return spell({ ...facts, previous, signature: key.sign(textOf({ ...facts, previous })).toString('hex') });
}

/** The line, or undefined when it is not spelled as signLine spells. Its signature is not looked at. */
export function parseLine(text: string): AnchorLine | undefined {
  let line: Partial<AnchorLine>;
  try {
    line = JSON.parse(text) as Partial<AnchorLine>;
  } catch {
    return undefined;
  }
  if (typeof line !== 'object' || line === null) return undefined;
  const sound =
    KINDS.has(String(line.kind)) &&
    [line.revision, line.time_us].every((value) => Number.isSafeInteger(value)) &&
    /^[0-9a-f]{64}$/.test(String(line.hash)) &&
    /^[0-9a-f]{64}$/.test(String(line.previous)) &&
    /^[0-9a-f]{128}$/.test(String(line.signature)) &&
    typeof line.database_id === 'string' &&
    spell(line as AnchorLine) === text;
  return sound ? (line as AnchorLine) : undefined;
}

export function isSigned(line: AnchorLine, verify: VerifySignature): boolean {
  return verify(textOf(line), Buffer.from(line.signature, 'hex'));
}

function textOf({
  kind,
  database_id,
  revision,
  hash,
  time_us,
  previous,
}: Omit<AnchorLine, 'signature'>): string {
  return `holdfast-anchor-v1\n${kind}\n${database_id}\n${revision}\n${hash}\n${time_us}\n${previous}\n`;
}

function spell(line: AnchorLine): string {
  const { kind, revision, hash, time_us, database_id, previous, signature } = line;
  return JSON.stringify({ kind, revision, hash, time_us, database_id, previous, signature });
}
