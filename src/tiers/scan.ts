/** What scans tell and answer: plain data, because it crosses threads. */
import type { Finding } from '../journal/verify.js';

export interface ScanProgress {
  readonly phase: string;
  readonly checked: number;
  /** 0 = not known. */
  readonly total: number;
}

export interface VerifyResult {
  readonly findings: readonly Finding[];
  readonly revision: number;
  readonly head_hash: Uint8Array;
  readonly entries: number;
}
