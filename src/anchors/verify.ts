/** Checks the whole anchor file: every line for itself, and against the journal. On a reader thread. */
import type { Finding } from '../journal/verify.js';
import { type Chain, holdAgainst } from './compare.js';
import { signatureVerifier } from './key.js';
import { LineChecker, readLines } from './read.js';

export interface AnchorReport {
  readonly findings: readonly Finding[];
  /** Lines that were held against the journal. */
  readonly anchors: number;
}

const MAX_FINDINGS = 100;

/**
 * @param every_signature false: the links between lines, and the signatures of the newest are left to the start's check;
 * the links make each signature cover all lines before it.
 */
export function verifyAnchors(
  path: string,
  public_key: Uint8Array,
  chain: Chain,
  every_signature: boolean,
): AnchorReport {
  const checker = new LineChecker(signatureVerifier(public_key), 0);
  let findings: Finding[] = [];
  let anchors = 0;
  for (const read of readLines(path)) {
    const line = checker.check(read, every_signature);
    if (typeof line === 'string') {
      findings.push({ kind: 'anchor.file_changed', revision: 0, message: line });
      break;
    }
    if (line.kind !== 'anchor') {
      // What was found wrong up to here is what the reset was about.
      findings = [];
      anchors = 0;
    }
    const finding = holdAgainst(line, chain);
    if (finding !== undefined && findings.length < MAX_FINDINGS) findings.push(finding);
    if (line.revision >= chain.floor_revision) anchors += 1;
  }
  return { findings, anchors };
}
