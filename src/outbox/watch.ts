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
  entriesAfter(revision: number, filter: TailFilter, with_payload: false): TailPage;
  /** Their payloads, in the same order; null where retention dropped one. */
  payloadsOf(entries: readonly TailEntry[]): (Uint8Array | null)[];
}

export interface WatchedEntry extends TailEntry {
  readonly ordinal: number;
  /** Null when it was dropped or not asked for. */
  readonly payload: Uint8Array | null;
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
  // Below every cursor: at first one message says where the watch stands, so that it can go on there.
  let told = -1;
  let told_at_ms = performance.now();
  while (!signal.aborted && !feed.closed) {
    const page = source.entriesAfter(cursor, filter, false);
    for (const entries of byRevision(page.entries)) {
      const message = toMessage(entries, options.with_payload ? source.payloadsOf(entries) : []);
      await send(message);
      if (signal.aborted) return;
      told = message.revision;
      told_at_ms = performance.now();
    }
    const moved = page.next_revision > cursor;
    cursor = page.next_revision;
    const quiet_ms = performance.now() - told_at_ms;
    if (told < 0 || (cursor > told && quiet_ms >= progress_interval_ms)) {
      await send({ revision: cursor, time_us: 0, entries: [] });
      told = cursor;
      told_at_ms = performance.now();
    }
    if (!moved) await feed.after(cursor, Math.max(1, progress_interval_ms - quiet_ms), signal);
    // One page per turn: a watcher that catches up over a long journal must not hold up other calls.
    else await new Promise((resolve) => setImmediate(resolve));
  }
}

function byRevision(entries: readonly TailEntry[]): TailEntry[][] {
  const revisions: TailEntry[][] = [];
  for (const entry of entries) {
    const last = revisions.at(-1);
    if (last?.[0] !== undefined && revisionOf(last[0].position) === revisionOf(entry.position))
      last.push(entry);
    else revisions.push([entry]);
  }
  return revisions;
}

/** The message of one revision: its entries, oldest first, with their payloads in the same order. */
function toMessage(entries: readonly TailEntry[], payloads: readonly (Uint8Array | null)[]): WatchedRevision {
  const [first] = entries;
  return {
    revision: first === undefined ? 0 : revisionOf(first.position),
    time_us: first?.time_us ?? 0,
    entries: entries.map((entry, index) => ({
      ...entry,
      ordinal: ordinalOf(entry.position),
      payload: payloads[index] ?? null,
    })),
  };
}
