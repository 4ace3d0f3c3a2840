/** How fast and how well recalls find, beside the baselines over the same data. */
import { bm25InMemory, exactSearch, overlap, plainVec0, usearchIndex } from './baselines.js';
import type { Corpus } from './corpus.js';
import { type Latency, timeEach } from './timing.js';

export interface RecallFigures {
  readonly hybrid: Latency;
  readonly vector: Latency;
  readonly keyword: Latency;
  /** Share of the exact ten best that ours finds. */
  readonly recall_at_10: number;
}

export interface BaselineFigures {
  readonly exact: Latency;
  readonly plain_vec0: Latency;
  readonly usearch?: {
    readonly latency: Latency;
    readonly recall_at_10: number;
    readonly build_seconds: number;
  };
  readonly bm25: Latency;
}

const K = 10;
const WARM_UP = 20;
const RECALL_QUERIES = 200;

export async function measureRecalls(corpus: Corpus): Promise<RecallFigures> {
  const { holdfast, queries, place_of } = corpus;
  const recall = async (mode: 'HYBRID' | 'VECTOR' | 'KEYWORD', at: number): Promise<number[]> => {
    const query = queries[at];
    const { hits } = await holdfast.semantic.recallMemories({
      mode: `RECALL_MODE_${mode}`,
      limit: K,
      query: mode === 'VECTOR' ? '' : (query?.content ?? ''),
      ...(mode !== 'KEYWORD' && { vector: { values: [...(query?.vector ?? [])] } }),
    });
    return hits.map(({ memory }) => place_of.get(memory?.memory_id ?? '') ?? -1);
  };
  const places = queries.map((_, at) => at);
  for (const at of places.slice(0, WARM_UP)) await recall('HYBRID', at);
  const hybrid = await timeEach(places, async (at) => void (await recall('HYBRID', at)));
  const vector = await timeEach(places, async (at) => void (await recall('VECTOR', at)));
  const keyword = await timeEach(places, async (at) => void (await recall('KEYWORD', at)));
  const truth = exactSearch(corpus.matrix);
  let found = 0;
  const judged = queries.slice(0, RECALL_QUERIES);
  for (const [at, { vector: query }] of judged.entries()) {
    found += overlap(await recall('VECTOR', at), truth(query, K));
  }
  return { hybrid, vector, keyword, recall_at_10: found / judged.length };
}

export async function measureBaselines(corpus: Corpus, folder: string): Promise<BaselineFigures> {
  const { matrix, queries, texts } = corpus;
  const few = queries.slice(0, 50);
  const truth = exactSearch(matrix);
  const exact = await timeEach(few, ({ vector }) => void truth(vector, K));
  const plain = plainVec0(matrix, folder);
  const plain_vec0 = await timeEach(few, ({ vector }) => void plain.search(vector, K));
  plain.close();
  const score = bm25InMemory(texts);
  const bm25 = await timeEach(few.slice(0, 20), ({ content }) => void score(content, K));
  const graph = usearchIndex(matrix, folder);
  if (graph === undefined) return { exact, plain_vec0, bm25 };
  const latency = await timeEach(queries, ({ vector }) => void graph.search(vector, K));
  const found = few.reduce((sum, { vector }) => sum + overlap(graph.search(vector, K), truth(vector, K)), 0);
  const { build_seconds } = graph;
  return { exact, plain_vec0, bm25, usearch: { latency, recall_at_10: found / few.length, build_seconds } };
}
