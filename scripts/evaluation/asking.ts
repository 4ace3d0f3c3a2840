/** Asks the queries of an evaluation, one after the other, so that latencies are those of a recall alone. */
import { type Holdfast, InvalidRequestError } from '@holdfast/client';
import { docKey, type Query } from './data.js';
import { judge, meanOf, percentile, type Quality } from './metrics.js';
import { cutText } from './storing.js';

export const MODES = ['keyword', 'vector', 'hybrid'] as const;
export type Mode = (typeof MODES)[number];

const RECALL_MODE = {
  keyword: 'RECALL_MODE_KEYWORD',
  vector: 'RECALL_MODE_VECTOR',
  hybrid: 'RECALL_MODE_HYBRID',
} as const satisfies Record<Mode, string>;

const MAX_QUERY_BYTES = 8192;
/** Asked first and not timed: the first recalls of a mode open statements and read pages. */
const WARM_UP_QUERIES = 20;
const DEADLINE_MS = 60_000;

export interface Miss {
  readonly mode: Mode;
  readonly query: Query;
  /** Where its relevant documents were found, from 1; empty = nowhere. */
  readonly ranks: readonly number[];
}

export interface ModeResult {
  readonly quality: Quality;
  readonly latency_ms: { readonly p50: number; readonly p99: number };
  readonly misses: readonly Miss[];
  readonly notes: readonly string[];
}

export interface Asking {
  readonly holdfast: Holdfast;
  readonly agentId: (agent: string) => string;
  /** Keys of documents by memory_id. */
  readonly keys: ReadonlyMap<string, string>;
  /** Hits asked for. */
  readonly limit: number;
}

interface Answer {
  /** Keys of documents, best first. */
  readonly ranking: readonly string[];
  readonly latency_ms: number;
  readonly note: string;
}

/** @throws HoldfastError when a recall fails for another reason than its query. */
export async function askAll(asking: Asking, mode: Mode, queries: readonly Query[]): Promise<ModeResult> {
  for (const query of queries.slice(0, WARM_UP_QUERIES)) await ask(asking, mode, query);
  const qualities: Quality[] = [];
  const latencies_ms: number[] = [];
  const misses: Miss[] = [];
  const notes = new Set<string>();
  for (const query of queries) {
    const { ranking, latency_ms, note } = await ask(asking, mode, query);
    const relevant = new Set([...query.relevant].map((id) => docKey(query.agent, id)));
    const quality = judge(ranking, relevant);
    qualities.push(quality);
    latencies_ms.push(latency_ms);
    if (note !== '') notes.add(`query ${query.id} of ${query.agent}: ${note}`);
    if (quality.recall_at_10 < 1) {
      const ranks = ranking.flatMap((key, index) => (relevant.has(key) ? [index + 1] : []));
      misses.push({ mode, query, ranks });
    }
  }
  return {
    quality: meanOf(qualities),
    latency_ms: { p50: percentile(latencies_ms, 0.5), p99: percentile(latencies_ms, 0.99) },
    misses,
    notes: [...notes],
  };
}

/** A query that the daemon refuses finds nothing. */
async function ask(asking: Asking, mode: Mode, query: Query): Promise<Answer> {
  const { holdfast, agentId, keys, limit } = asking;
  const text = cutText(query.text, MAX_QUERY_BYTES);
  const request = { agent_id: agentId(query.agent), query: text, mode: RECALL_MODE[mode], limit };
  const started_ms = performance.now();
  try {
    const reply = await holdfast.semantic.recallMemories(request, { deadline_ms: DEADLINE_MS });
    const latency_ms = performance.now() - started_ms;
    const ranking = reply.hits.map(({ memory }) => keys.get(memory?.memory_id ?? '') ?? '');
    const notes = [
      ...(text === query.text ? [] : [`cut to ${MAX_QUERY_BYTES} bytes`]),
      ...(reply.omitted > 0 ? [`${reply.omitted} hits did not fit into the reply`] : []),
      ...(reply.degraded ? [`degraded: ${reply.degraded_reason}`] : []),
    ];
    return { ranking, latency_ms, note: notes.join('; ') };
  } catch (error) {
    if (!(error instanceof InvalidRequestError)) throw error;
    return { ranking: [], latency_ms: performance.now() - started_ms, note: `refused: ${error.message}` };
  }
}
