/**
 * What recalls are compared with, each over the same data: exact search in this process, sqlite-vec's own float query, a
 * graph index from a package registry, and BM25 over all texts in memory (the way of the seeds).
 */
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { load } from 'sqlite-vec';

/** Places in the order of storing, best first. */
export type Search = (query: Float32Array, k: number) => number[];

/** All vectors behind one another. */
export interface Matrix {
  readonly values: Float32Array;
  readonly dimensions: number;
  readonly rows: number;
}

/** Dot products of unit vectors with all rows, the best `k` kept. */
export function exactSearch({ values, dimensions, rows }: Matrix): Search {
  return (query, k) => {
    const places: number[] = [];
    const scores: number[] = [];
    for (let row = 0; row < rows; row += 1) {
      const start = row * dimensions;
      let dot = 0;
      for (let at = 0; at < dimensions; at += 1)
        dot += (values[start + at] as number) * (query[at] as number);
      if (scores.length === k && dot <= (scores[k - 1] as number)) continue;
      let place = scores.length;
      while (place > 0 && (scores[place - 1] as number) < dot) place -= 1;
      scores.splice(place, 0, dot);
      places.splice(place, 0, row);
      if (scores.length > k) {
        scores.pop();
        places.pop();
      }
    }
    return places;
  };
}

/** sqlite-vec's plain way: one float vec0 table, one KNN query. */
export function plainVec0(
  { values, dimensions, rows }: Matrix,
  folder: string,
): { search: Search; close(): void } {
  const db = new Database(join(folder, 'plain.db'));
  load(db);
  db.pragma('journal_mode = WAL');
  db.exec(`CREATE VIRTUAL TABLE plain USING vec0(embedding float[${dimensions}] distance_metric=cosine)`);
  const insert = db.prepare('INSERT INTO plain (rowid, embedding) VALUES (?, ?)');
  db.transaction(() => {
    for (let row = 0; row < rows; row += 1) {
      insert.run(BigInt(row), values.subarray(row * dimensions, (row + 1) * dimensions));
    }
  })();
  const find = db
    .prepare<[Float32Array, number], number>(
      'SELECT rowid FROM plain WHERE embedding MATCH ? AND k = ? ORDER BY distance',
    )
    .pluck();
  return { search: (query, k) => find.all(query, k), close: () => db.close() };
}

interface UsearchIndex {
  add(keys: BigUint64Array, vectors: Float32Array): void;
  search(query: Float32Array, k: number, threads?: number): { readonly keys: BigUint64Array };
}

export interface GraphIndex {
  readonly search: Search;
  readonly build_seconds: number;
}

/** The version that is compared with; fetched into the benchmark's own folder, never a dependency. */
const USEARCH = 'usearch@2.25.3';

/** HNSW by usearch with its default parameters; undefined when the package cannot be had. */
export function usearchIndex({ values, dimensions, rows }: Matrix, folder: string): GraphIndex | undefined {
  try {
    execFileSync(
      'npm',
      ['install', '--prefix', folder, '--no-audit', '--no-fund', '--ignore-scripts', USEARCH],
      {
        stdio: 'ignore',
        timeout: 120_000,
      },
    );
  } catch {
    return undefined;
  }
  const { Index } = createRequire(join(folder, 'package.json'))('usearch') as {
    Index: new (options: object) => UsearchIndex;
  };
  const index = new Index({ metric: 'cos', connectivity: 16, dimensions, quantization: 'f32' });
  const started_ms = performance.now();
  const STEP = 10_000;
  for (let row = 0; row < rows; row += STEP) {
    const end = Math.min(rows, row + STEP);
    const keys = BigUint64Array.from({ length: end - row }, (_, at) => BigInt(row + at));
    index.add(keys, values.subarray(row * dimensions, end * dimensions));
  }
  const build_seconds = (performance.now() - started_ms) / 1000;
  return { build_seconds, search: (query, k) => Array.from(index.search(query, k, 1).keys, Number) };
}

/** BM25 (k1 = 1.5, b = 0.75) with whole texts in memory, every text scored for every query. */
export function bm25InMemory(texts: readonly string[]): (query: string, k: number) => number[] {
  const documents = texts.map((text) => text.toLowerCase().split(/\s+/));
  const frequencies = documents.map((words) => {
    const counts = new Map<string, number>();
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    return counts;
  });
  const average = documents.reduce((sum, { length }) => sum + length, 0) / documents.length;
  const containing = new Map<string, number>();
  for (const counts of frequencies) {
    for (const word of counts.keys()) containing.set(word, (containing.get(word) ?? 0) + 1);
  }
  const idf = (word: string) => {
    const found = containing.get(word) ?? 0;
    return Math.log(1 + (documents.length - found + 0.5) / (found + 0.5));
  };
  return (query, k) => {
    const words = query.toLowerCase().split(/\s+/);
    const scores = frequencies.map((counts, at) => {
      const norm = 1.5 * (0.25 + (0.75 * (documents[at]?.length ?? 0)) / average);
      return words.reduce((sum, word) => {
        const count = counts.get(word) ?? 0;
        return sum + (idf(word) * count * 2.5) / (count + norm);
      }, 0);
    });
    return scores
      .map((score, at) => [score, at] as const)
      .sort((a, b) => b[0] - a[0])
      .slice(0, k)
      .map(([, at]) => at);
  };
}

/** The share of `truth` that `found` has. */
export function overlap(found: readonly number[], truth: readonly number[]): number {
  const known = new Set(found);
  return truth.filter((place) => known.has(place)).length / truth.length;
}
