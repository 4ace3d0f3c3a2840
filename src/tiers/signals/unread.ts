/** What a restarted agent has not dealt with: its consumers that have something, and those signals, oldest first. */
import { countedMatches, MAX_TRIES } from './patterns.js';
import type { SignalQueries, SignalRow } from './queries.js';
import type { ConsumerView } from './types.js';

export interface Unread {
  readonly consumers: readonly ConsumerView[];
  readonly has_more_consumers: boolean;
  readonly signals: readonly SignalRow[];
  readonly has_more_signals: boolean;
}

/** Bounds of one read, which runs on the main thread. */
const MAX_LOOKED_AT = 10_000;
const MAX_BYTES = 1_000_000;

/** At most `limit` of each; reading delivers nothing. Call it inside the snapshot. */
export function unreadSignals(queries: SignalQueries, agent_id: string, limit: number): Unread {
  const found = busyConsumers(queries, agent_id, limit);
  return { ...found, ...signalsOf(queries, found.consumers, limit) };
}

function busyConsumers(queries: SignalQueries, agent_id: string, limit: number) {
  const { rows, more } = queries.consumers(agent_id, '', limit);
  const consumers = rows.filter(({ waiting, is_partial, pending }) => is_partial || waiting + pending > 0);
  return { consumers, has_more_consumers: more };
}

function signalsOf(queries: SignalQueries, consumers: readonly ConsumerView[], limit: number) {
  const positions = new Set<number>();
  for (const { position } of consumers) {
    for (const pending of queries.pending(position, limit + 1)) positions.add(pending);
  }
  const is_whole = addWaiting(queries, consumers, positions, limit);
  const signals: SignalRow[] = [];
  let size_bytes = 0;
  for (const position of [...positions].sort((a, b) => a - b)) {
    const row = queries.get(position);
    if (row === undefined) continue;
    size_bytes += row.payload.length;
    if (signals.length === limit || (signals.length > 0 && size_bytes > MAX_BYTES)) {
      return { signals, has_more_signals: true };
    }
    signals.push(row);
  }
  return { signals, has_more_signals: !is_whole };
}

/** Adds what waits, looking through the signals once for all consumers; true when all of it was found. */
function addWaiting(
  queries: SignalQueries,
  consumers: readonly ConsumerView[],
  positions: Set<number>,
  limit: number,
): boolean {
  const waiting = consumers
    .filter(({ waiting: count, is_partial }) => is_partial || count > 0)
    .map((one) => ({ ...one, ...countedMatches(JSON.parse(one.patterns) as string[]) }));
  if (waiting.length === 0) return true;
  const upto = queries.newest();
  let place = Math.min(...waiting.map(({ cursor }) => cursor));
  let looked_at = 0;
  let found = 0;
  while (place < upto) {
    const page = queries.heads(place, upto);
    for (const { position, channel, confidence } of page.heads) {
      if (waiting.reduce((sum, { tries }) => sum + tries(), 0) > MAX_TRIES) return false;
      const is_wanted = waiting.some(
        (one) => position > one.cursor && confidence >= one.min_confidence && one.matches(channel),
      );
      if (is_wanted) positions.add(position);
      if (is_wanted) found += 1;
    }
    place = page.scanned;
    looked_at += page.heads.length;
    if (found > limit || (looked_at >= MAX_LOOKED_AT && place < upto)) return false;
  }
  return true;
}
