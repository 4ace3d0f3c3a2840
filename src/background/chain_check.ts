/**
 * Verifies the whole journal, the anchor file and then every tier once after a start, part by part, so that other scans go in
 * between. What it finds was damaged while nobody looked: the daemon stops, because what it would answer is not what was
 * written. The stop leaves a mark by which the next start verifies everything before it serves.
 */
import type { Logger } from 'pino';
import { HoldfastError } from '../errors.js';
import type { ChainCursor, Finding } from '../journal/verify.js';
import type { Scans } from '../reader/scans.js';
import { pause } from './follow.js';

export interface ChainCheckParts {
  readonly scans: Pick<Scans, 'run'>;
  readonly anchor_file: string;
  readonly public_key: Uint8Array;
  readonly log: Logger;
  /** Ends the daemon. */
  readonly onDamage: (reason: string) => void;
}

/** About 30 ms of a reader thread. */
const PART_ENTRIES = 2000;
const RETRY_MS = 1000;

export class ChainCheck {
  readonly #parts: ChainCheckParts;
  readonly #stop = new AbortController();
  #loop: Promise<void> | undefined;

  constructor(parts: ChainCheckParts) {
    this.#parts = parts;
  }

  start(): void {
    this.#loop ??= this.#run();
  }

  async close(): Promise<void> {
    this.#stop.abort();
    await this.#loop;
  }

  async #run(): Promise<void> {
    const { log, onDamage } = this.#parts;
    const started_ms = performance.now();
    try {
      const took_ms = (): number => Math.round(performance.now() - started_ms);
      const { findings, entries } = await this.#verify();
      if (findings.length === 0 && !this.#stop.signal.aborted)
        log.info({ entries, took_ms: took_ms() }, 'the whole journal verifies');
      const found = findings.length > 0 ? findings : await this.#verifyTiers();
      for (const finding of found) log.error(finding, 'the database does not verify');
      if (found.length > 0) onDamage(describeFindings(found));
      else if (!this.#stop.signal.aborted) log.info({ took_ms: took_ms() }, 'all that is kept verifies');
    } catch (error) {
      if (error instanceof HoldfastError && error.reason === 'SHUTTING_DOWN') return;
      // A file that cannot be read is reported by the reader thread itself.
      log.error({ err: error }, 'the check of the journal ended early');
    }
  }

  async #verify(): Promise<{ findings: readonly Finding[]; entries: number }> {
    const { scans, anchor_file, public_key } = this.#parts;
    let cursor: ChainCursor | null = null;
    let entries = 0;
    while (!this.#stop.signal.aborted) {
      const part = await this.#patiently(() =>
        scans.run('verify_chain_part', { cursor, max_entries: PART_ENTRIES }),
      );
      entries += part.entries;
      if (part.findings.length > 0) return { findings: part.findings, entries };
      if (part.done) break;
      cursor = part.cursor;
    }
    if (this.#stop.signal.aborted) return { findings: [], entries };
    const { findings } = await this.#patiently(() =>
      scans.run('verify_anchors', { anchor_file, public_key }),
    );
    return { findings, entries };
  }

  async #verifyTiers(): Promise<readonly Finding[]> {
    for (let part = 0; !this.#stop.signal.aborted; part += 1) {
      const { findings, done } = await this.#patiently(() =>
        this.#parts.scans.run('verify_tier_part', { part }),
      );
      if (done || findings.length > 0) return findings;
    }
    return [];
  }

  /** While too many scans wait, this one can wait longer. */
  async #patiently<T>(run: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await run();
      } catch (error) {
        if (!(error instanceof HoldfastError) || error.reason !== 'TOO_MANY') throw error;
        await pause(RETRY_MS, this.#stop.signal);
      }
    }
  }
}

/** What was found, for a message: the first few in full. */
export function describeFindings(findings: readonly Finding[]): string {
  const shown = findings
    .slice(0, 5)
    .map(({ kind, revision, message }) => `${kind} at revision ${revision}: ${message}`);
  const more = findings.length > shown.length ? `; and ${findings.length - shown.length} more` : '';
  return `${shown.join('; ')}${more}`;
}
