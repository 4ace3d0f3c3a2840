/**
 * A watch: pages of the journal, then live ones, one message per revision. It pulls, so nothing is queued for a watcher:
 * a slow one only falls behind in the file. `send` resolves once the watcher can take more.
 */
import { ordinalOf, revisionOf } from '../journal/position.js';
import type { TailEntry, TailFilter, TailPage } from '../journal/tail.js';
import type { Feed } from './feed.js';

/** Where the entries come from: the reader's connection. */
export interface EntrySource {
  /** Throws REVISION_COMPACTED when entries after `revision` are gone. */
  entriesAfter(revision: number, filter: TailFilter, with_payload: boolean): TailPage;
}

export interface WatchedEntry extends TailEntry {
  readonly ordinal: number;
}

export interface WatchedRevision {
  readonly revision: number;
  /** Unix microseconds; 0 for a message that only tells progress. */
  readonly time_us: number;
  readonly entries: readonly WatchedEntry[];
}

export interface WatchOptions {
  readonly from_revision: number;
  readonly filter: TailFilter;
  readonly with_payload: boolean;
  /** How often progress is told while nothing passes the filter. */
  readonly progress_interval_ms: number;
  readonly signal: AbortSignal;
}

/** Runs until the signal aborts or the feed closes. @throws HoldfastError REVISION_COMPACTED. */
export async function watch(
  source: EntrySource,
  feed: Feed,
  options: WatchOptions,
  send: (message: WatchedRevision) => Promise<void>,
): Promise<void> {
  const { filter, signal, progress_interval_ms } = options;
  let cursor = options.from_revision;
  let told = cursor;
  let told_at_ms = performance.now();
  while (!signal.aborted && !feed.closed) {
    const page = source.entriesAfter(cursor, filter, options.with_payload);
    for (const message of byRevision(page.entries)) {
      await send(message);
      if (signal.aborted) return;
      told = message.revision;
      told_at_ms = performance.now();
    }
    const moved = page.next_revision > cursor;
    cursor = page.next_revision;
    const quiet_ms = performance.now() - told_at_ms;
    if (cursor > told && quiet_ms >= progress_interval_ms) {
      await send({ revision: cursor, time_us: 0, entries: [] });
      told = cursor;
      told_at_ms = performance.now();
    }
    if (!moved) await feed.after(cursor, Math.max(1, progress_interval_ms - quiet_ms), signal);
    // One page per turn: a watcher that catches up over a long journal must not hold up other calls.
    else await new Promise((resolve) => setImmediate(resolve));
  }
}

function byRevision(entries: readonly TailEntry[]): WatchedRevision[] {
  const revisions: { revision: number; time_us: number; entries: WatchedEntry[] }[] = [];
  for (const entry of entries) {
    const revision = revisionOf(entry.position);
    const watched = { ...entry, ordinal: ordinalOf(entry.position) };
    const last = revisions.at(-1);
    if (last?.revision === revision) last.entries.push(watched);
    else revisions.push({ revision, time_us: entry.time_us, entries: [watched] });
  }
  return revisions;
}
