/** A daemon full of memories, and what they are: one data set for ours and for the baselines. */
import { Holdfast } from '@holdfast/client';
import { processUse } from '../noise.js';
import { type ServerProcess, startServer } from '../processes.js';
import type { Matrix } from './baselines.js';
import { DataSet, type Memory } from './data.js';

const MAIN = new URL('../../../src/main.js', import.meta.url);
/** Memories in one call, and calls under way at once. */
const BATCH = 128;
const IN_FLIGHT = 4;
const DATA_SEED = 7;
const QUERY_SEED = 8;

export interface CorpusOptions {
  readonly folder: string;
  readonly dimensions: number;
  readonly agents: number;
  readonly memories_per_agent: number;
  readonly queries: number;
}

export interface Corpus {
  readonly server: ServerProcess;
  /** A client of the first agent. */
  readonly holdfast: Holdfast;
  readonly client: (agent: number) => Holdfast;
  readonly queries: readonly Memory[];
  /** Of the first agent, in the order of storing. */
  readonly matrix: Matrix;
  readonly texts: readonly string[];
  /** Places in that order, by memory id. */
  readonly place_of: ReadonlyMap<string, number>;
  readonly stored_per_second: number;
  readonly settled_seconds: number;
  close(): Promise<void>;
}

function agentName(agent: number): string {
  return `agent-${agent}`;
}

export async function fillCorpus(options: CorpusOptions): Promise<Corpus> {
  const { folder, dimensions, agents, memories_per_agent } = options;
  const server = await startServer(MAIN, [
    ...['--state-dir', folder, '--log-level', 'warn', '--embedder', 'client'],
    ...['--embedder-model', 'bench', '--embedder-dimensions', String(dimensions)],
  ]);
  const clients = new Map<number, Holdfast>();
  const client = (agent: number): Holdfast => {
    const known =
      clients.get(agent) ??
      new Holdfast({ address: server.address, agent_id: agentName(agent), deadline_ms: 60_000 });
    clients.set(agent, known);
    return known;
  };
  const data = new DataSet(dimensions, DATA_SEED);
  const matrix = {
    values: new Float32Array(memories_per_agent * dimensions),
    dimensions,
    rows: memories_per_agent,
  };
  const texts: string[] = [];
  const place_of = new Map<string, number>();
  const started_ms = performance.now();
  for (let agent = 0; agent < agents; agent += 1) {
    const memories = data.memories(memories_per_agent, DATA_SEED + 1000 + agent);
    await store(client(agent), memories, (memory, place, memory_id) => {
      if (agent > 0) return;
      matrix.values.set(memory.vector, place * dimensions);
      texts[place] = memory.content;
      place_of.set(memory_id, place);
    });
  }
  const seconds = (performance.now() - started_ms) / 1000;
  const settled_seconds = await untilIdle(server.process.pid ?? 0);
  return {
    server,
    holdfast: client(0),
    client,
    queries: [...data.queries(options.queries, QUERY_SEED)],
    matrix,
    texts,
    place_of,
    stored_per_second: (agents * memories_per_agent) / seconds,
    settled_seconds,
    close: async () => {
      for (const each of clients.values()) each.close();
      await server.kill();
    },
  };
}

/** Stores all, several batches under way at once; tells each one's place and id. */
async function store(
  holdfast: Holdfast,
  memories: Generator<Memory, void>,
  onStored: (memory: Memory, place: number, memory_id: string) => void,
): Promise<void> {
  let next_place = 0;
  const worker = async (): Promise<void> => {
    for (;;) {
      const first_place = next_place;
      const batch: Memory[] = [];
      for (let taken = 0; taken < BATCH; taken += 1) {
        const { value } = memories.next();
        if (value === undefined) break;
        batch.push(value);
      }
      if (batch.length === 0) return;
      next_place += batch.length;
      const reply = await holdfast.semantic.storeMemories({
        memories: batch.map(({ content, vector }) => ({ content, vector: { values: [...vector] } })),
        allow_duplicates: true,
      });
      for (const [index, memory] of batch.entries()) {
        onStored(memory, first_place + index, reply.memories[index]?.memory_id ?? '');
      }
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
}

const IDLE_CPUS = 0.05;
const MAX_SETTLE_MS = 600_000;

/** Resolves with the seconds until the daemon has done with what it does in the background. */
async function untilIdle(pid: number): Promise<number> {
  const started_ms = performance.now();
  let quiet = 0;
  while (quiet < 3 && performance.now() - started_ms < MAX_SETTLE_MS) {
    const before = processUse(pid).cpu_seconds;
    await new Promise((resolve) => setTimeout(resolve, 1000));
    quiet = processUse(pid).cpu_seconds - before < IDLE_CPUS ? quiet + 1 : 0;
  }
  return Math.max(0, (performance.now() - started_ms) / 1000 - 3);
}
