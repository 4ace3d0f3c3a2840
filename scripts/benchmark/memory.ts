/**
 * scripts/bench memory: recalls, storing, contexts and token counts beside their baselines, over the same made-up data in one
 * run on the same machine. `--large` adds a million memories over fifty agents and fifty thousand long vectors.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { measureBeside, measureContext, measureHostile } from './memory/contexts.js';
import { type Corpus, type CorpusOptions, fillCorpus } from './memory/corpus.js';
import {
  type BaselineFigures,
  measureBaselines,
  measureRecalls,
  type RecallFigures,
} from './memory/recalls.js';
import type { Latency } from './memory/timing.js';
import { readOptions } from './options.js';
import { atLeast, atMost, type Figure, single as figure, table } from './report.js';

const values = readOptions({
  quick: { type: 'boolean', default: false },
  large: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
});
const QUERIES = values.quick ? 100 : 500;
const BESIDE_SECONDS = values.quick ? 2 : 8;

interface Targets {
  readonly p50_ms: number;
  readonly p99_ms?: number;
}

function recallFigures(
  name: string,
  { hybrid, vector, keyword, recall_at_10 }: RecallFigures,
  targets: Targets,
  baselines?: BaselineFigures,
): Figure[] {
  const p50 = (of: Latency | undefined, label: string) =>
    of === undefined ? undefined : { name: label, value: of.p50_ms };
  const { p50_ms, p99_ms } = targets;
  return [
    figure(`${name}: hybrid p50`, 'ms', hybrid.p50_ms, atMost(p50_ms, hybrid.p50_ms, 'ms')),
    figure(
      `${name}: hybrid p99`,
      'ms',
      hybrid.p99_ms,
      p99_ms === undefined ? undefined : atMost(p99_ms, hybrid.p99_ms, 'ms'),
    ),
    figure(`${name}: vector p50`, 'ms', vector.p50_ms, undefined, p50(baselines?.exact, 'exact, in process')),
    ...(baselines === undefined
      ? []
      : [
          figure(
            `${name}: vector p50`,
            'ms',
            vector.p50_ms,
            undefined,
            p50(baselines.plain_vec0, 'sqlite-vec float query, in process'),
          ),
        ]),
    ...(baselines?.usearch === undefined
      ? []
      : [
          figure(
            `${name}: vector p50`,
            'ms',
            vector.p50_ms,
            undefined,
            p50(baselines.usearch.latency, 'usearch (HNSW), in process'),
          ),
        ]),
    figure(
      `${name}: keyword p50`,
      'ms',
      keyword.p50_ms,
      undefined,
      p50(baselines?.bm25, 'BM25 over texts in memory'),
    ),
    figure(`${name}: keyword p99`, 'ms', keyword.p99_ms),
    figure(
      `${name}: recall@10 against exact`,
      'share',
      recall_at_10,
      atLeast(0.98, recall_at_10, ''),
      baselines?.usearch === undefined
        ? undefined
        : { name: 'usearch (HNSW)', value: baselines.usearch.recall_at_10 },
    ),
  ];
}

async function withCorpus(
  options: Omit<CorpusOptions, 'folder' | 'queries'>,
  work: (corpus: Corpus) => Promise<void>,
) {
  const place = mkdtempSync(`${folder}/corpus-`);
  console.error(
    `${options.agents} x ${options.memories_per_agent} memories, ${options.dimensions} dimensions`,
  );
  const corpus = await fillCorpus({ ...options, folder: place, queries: QUERIES });
  console.error(
    `stored ${Math.round(corpus.stored_per_second)}/s, settled ${corpus.settled_seconds.toFixed(0)} s later`,
  );
  try {
    await work(corpus);
  } finally {
    await corpus.close();
    rmSync(place, { recursive: true, force: true });
  }
}

async function measureOneAgent(figures: Figure[]): Promise<void> {
  const memories_per_agent = values.quick ? 20_000 : 100_000;
  const name = `${memories_per_agent.toLocaleString('en')} x 384`;
  await withCorpus({ dimensions: 384, agents: 1, memories_per_agent }, async (corpus) => {
    const { holdfast, queries, stored_per_second } = corpus;
    figures.push(
      figure(
        'memories stored with vectors, durable',
        '/s',
        stored_per_second,
        atLeast(2000, stored_per_second, '/s'),
      ),
    );
    const recalls = await measureRecalls(corpus);
    const beside = await measureBeside(
      corpus.server.address,
      folder,
      (index) => {
        const query = queries[index % queries.length];
        return holdfast.semantic.recallMemories({
          query: query?.content ?? '',
          vector: { values: [...(query?.vector ?? [])] },
        });
      },
      BESIDE_SECONDS,
    );
    const context = await measureContext(holdfast);
    const hostile = await measureHostile(holdfast);
    console.error('baselines');
    const baselines = await measureBaselines(corpus, folder);
    figures.push(
      ...recallFigures(name, recalls, { p50_ms: 10, p99_ms: 40 }, baselines),
      figure(
        'write p99 while two callers recall',
        'ms',
        beside.write_p99_ms,
        atMost(10, beside.write_p99_ms, 'ms'),
      ),
      figure(
        'read p99 while two callers recall',
        'ms',
        beside.read_p99_ms,
        atMost(10, beside.read_p99_ms, 'ms'),
      ),
      figure('recalls of those two callers', '/s', beside.recalls_per_second),
      figure(
        `BuildContext, 200 slots, ${context.tokens.toLocaleString('en')} tokens, p50`,
        'ms',
        context.build.p50_ms,
        atMost(30, context.build.p50_ms, 'ms'),
      ),
      ...hostile.flatMap(({ text, seconds, beside: others }) => [
        figure(`1 MB of ${text} counted`, 's', seconds, atMost(2, seconds, 's')),
        figure(`small counts meanwhile, worst`, 'ms', others.max_ms, atMost(50, others.max_ms, 'ms')),
      ]),
    );
  });
}

async function measureLarge(figures: Figure[]): Promise<void> {
  const many = { dimensions: 384, agents: 50, memories_per_agent: 20_000 };
  await withCorpus(many, async (corpus) => {
    figures.push(
      ...recallFigures('1,000,000 x 384 over 50 agents', await measureRecalls(corpus), { p50_ms: 10 }),
    );
  });
  const long = { dimensions: 1536, agents: 1, memories_per_agent: 50_000 };
  await withCorpus(long, async (corpus) => {
    figures.push(...recallFigures('50,000 x 1,536', await measureRecalls(corpus), { p50_ms: 20 }));
  });
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
const folder = mkdtempSync(`${tmpdir()}/hf-bench-`);
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
mkdirSync(`${folder}/state`);
const figures: Figure[] = [];
await measureOneAgent(figures);
if (values.large) await measureLarge(figures);
const [cpu] = cpus();
const machine = { cpu: cpu?.model ?? 'unknown', cores: cpus().length, node: process.version };
if (values.json) console.log(JSON.stringify({ machine, figures }, null, 2));
else {
  console.log(table(figures));
  console.log(`\n${machine.cpu}, ${machine.cores} cores, Node ${machine.node}`);
}
process.exit(0);
