/**
 * Measures the vector index alone, without the daemon: inserting, maintenance, search and recall against exact cosine.
 *
 *   node dist/scripts/benchmark/vectors.js [SOURCE] [VECTORS] [DIMENSIONS] [SCOPES] [K]
 *
 * SOURCE is topics, tight, model, spectrum or uniform.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../../src/store/migrate.js';
import { openReader, openWriter } from '../../src/store/open.js';
import { dot, normalise } from '../../src/tiers/semantic/vectors/codes.js';
import { planMaintenance, stepsOf } from '../../src/tiers/semantic/vectors/maintenance.js';
import { VectorReader } from '../../src/tiers/semantic/vectors/reader.js';
import { createGeneration } from '../../src/tiers/semantic/vectors/tables.js';
import { VectorWriter } from '../../src/tiers/semantic/vectors/writer.js';
import {
  modelSource,
  type Source,
  spectrumSource,
  topicSource,
  uniformSource,
} from '../../test/support/vectors.js';

const [name = 'topics', vectors = '100000', dimensions = '384', scopes = '1', k = '100'] =
  process.argv.slice(2);
const [many, d, scope_count, hits] = [Number(vectors), Number(dimensions), Number(scopes), Number(k)];
const SOURCES: Record<string, (seed: number) => Source> = {
  topics: (seed) => topicSource(d, seed, 300, 1),
  tight: (seed) => topicSource(d, seed, 2000, 0.5),
  model: (seed) => modelSource(d, seed, 400, 0.7),
  spectrum: (seed) => spectrumSource(d, seed),
  uniform: (seed) => uniformSource(d, seed),
};
const QUERIES = 200;
const BATCH = 64;

const folder = mkdtempSync(join(tmpdir(), 'holdfast-vectors-'));
const path = join(folder, 'holdfast.db');
const db = openWriter(path);
migrate(db, { now_us: 1 });
db.transaction(() => createGeneration(db, 1, d))();
const writer = new VectorWriter(db);
const source = SOURCES[name]?.(7);
if (source === undefined) throw new Error(`unknown source ${name}`);
const reader_db = openReader(path);

const of_scope_0: [number, Float32Array][] = [];
let [insert_ms, plan_ms, move_ms, moved] = [0, 0, 0, 0];
const step_ms: number[] = [];
const batch_ms: number[] = [];

function timed<T>(work: () => T, into: (ms: number) => void): T {
  const start = performance.now();
  const result = work();
  into(performance.now() - start);
  return result;
}

function maintain(): void {
  for (;;) {
    const plan = timed(
      () => planMaintenance(reader_db, 1),
      (ms) => (plan_ms += ms),
    );
    if (plan === null) return;
    const cells = db.transaction(() => writer.begin(plan))();
    for (const step of stepsOf(plan, cells)) {
      moved += timed(
        db.transaction(() => writer.applyMoves(1, plan.from_cell_id, step)),
        (ms) => {
          move_ms += ms;
          step_ms.push(ms);
        },
      );
    }
  }
}

for (let first = 0; first < many; first += BATCH) {
  const batch = Array.from({ length: Math.min(BATCH, many - first) }, () => source());
  timed(
    () =>
      db.transaction(() => {
        for (const [i, vector] of batch.entries())
          writer.insert(1, (first + i) % scope_count, first + i, vector);
      })(),
    (ms) => {
      insert_ms += ms;
      batch_ms.push(ms);
    },
  );
  for (const [i, vector] of batch.entries()) {
    if ((first + i) % scope_count === 0) of_scope_0.push([first + i, normalise(vector, d)]);
  }
  if (first % (BATCH * 16) === 0) {
    maintain();
    db.pragma('wal_checkpoint(PASSIVE)');
  }
}
maintain();
db.pragma('wal_checkpoint(TRUNCATE)');

const reader = new VectorReader(reader_db);
const search_ms: number[] = [];
let [found_10, found_k, cpu_us] = [0, 0, 0];
for (let q = 0; q < QUERIES; q++) {
  // The next of the same source, so none is a vector that is stored.
  const query = source();
  const before = process.cpuUsage();
  const answer = timed(
    () => reader.search(1, { scope_ids: [0], query, k: hits }),
    (ms) => search_ms.push(ms),
  );
  const used = process.cpuUsage(before);
  cpu_us += used.user + used.system;
  const unit = normalise(query, d);
  const exact = of_scope_0
    .map(([position, vector]) => ({ position, cosine: dot(unit, vector) }))
    .sort((a, b) => b.cosine - a.cosine);
  const positions = new Set(answer.map((hit) => hit.position));
  found_10 += exact.slice(0, 10).filter((hit) => positions.has(hit.position)).length;
  found_k += exact.slice(0, hits).filter((hit) => positions.has(hit.position)).length;
}

function percentile(values: number[], share: number): string {
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(2);
}

const cells = reader_db.prepare<[], number>('SELECT count(*) FROM vector_cells').pluck().get();
const pages = reader_db.pragma('page_count', { simple: true }) as number;
console.log(
  `${name} ${many}x${d} scopes=${scope_count} k=${hits} cells=${cells} MB=${((pages * 4096) / 1e6).toFixed(0)}\n` +
    `  search p50 ${percentile(search_ms, 0.5)} p99 ${percentile(search_ms, 0.99)} ms, processor ${(cpu_us / QUERIES / 1000).toFixed(2)} ms on average; ` +
    `recall@10 ${(found_10 / QUERIES / 10).toFixed(4)} recall@k ${(found_k / QUERIES / hits).toFixed(4)}\n` +
    `  insert ${((insert_ms / many) * 1000).toFixed(0)} us each, batch of ${BATCH} p99 ${percentile(batch_ms, 0.99)} ms; ` +
    `plans ${((plan_ms / many) * 1000).toFixed(0)} us/vector, moves ${(moved / many).toFixed(2)}/vector at ` +
    `${((move_ms / moved) * 1000).toFixed(0)} us, step p50 ${percentile(step_ms, 0.5)} p99 ${percentile(step_ms, 0.99)} max ${percentile(step_ms, 1)} ms`,
);
reader_db.close();
db.close();
rmSync(folder, { recursive: true });
