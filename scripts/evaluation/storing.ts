/** Stores the documents of an evaluation and waits until all can be found. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Holdfast, HoldfastError } from '@holdfast/client';
import { type Doc, docKey } from './data.js';

const MAX_CONTENT_BYTES = 65_536;
const MAX_BATCH = 256;
/** Contents of one request together, by the contract. */
const MAX_BATCH_BYTES = 131_072;
const AGENTS_AT_ONCE = 8;
/** Embedding a batch may take a slow model a while. */
const DEADLINE_MS = 300_000;
const POLL_MS = 100;
const PATIENCE_MS = 300_000;

export interface Stored {
  /** The document's key by memory_id. */
  readonly keys: ReadonlyMap<string, string>;
  readonly notes: readonly string[];
}

/** Each agent's documents in the order of the file, several agents side by side. @throws HoldfastError */
export async function storeAll(
  holdfast: Holdfast,
  docs: readonly Doc[],
  agentId: (agent: string) => string,
  progress: (stored: number) => void,
): Promise<Stored> {
  const keys = new Map<string, string>();
  const notes: string[] = [];
  const waiting = [...byAgent(docs)];
  let stored = 0;
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [agent, own] = next;
      for (const batch of batches(own.map((doc) => ({ doc, content: cut(doc, notes) })))) {
        await storeBatch(holdfast, agentId(agent), batch, keys, notes);
        stored += batch.length;
        progress(stored);
      }
    }
  };
  await Promise.all(Array.from({ length: AGENTS_AT_ONCE }, work));
  return { keys, notes };
}

function byAgent(docs: readonly Doc[]): Map<string, Doc[]> {
  const found = new Map<string, Doc[]>();
  for (const doc of docs) {
    const own = found.get(doc.agent);
    if (own === undefined) found.set(doc.agent, [doc]);
    else own.push(doc);
  }
  return found;
}

interface Item {
  readonly doc: Doc;
  readonly content: string;
}

function cut({ id, agent, text }: Doc, notes: string[]): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= MAX_CONTENT_BYTES) return text;
  notes.push(`document ${id} of ${agent}: cut from ${bytes.length} to ${MAX_CONTENT_BYTES} bytes`);
  return cutText(text, MAX_CONTENT_BYTES);
}

/** The longest beginning of at most so many bytes of UTF-8 that ends between two characters. */
export function cutText(text: string, max_bytes: number): string {
  const { read } = new TextEncoder().encodeInto(text, new Uint8Array(max_bytes));
  return text.slice(0, read);
}

function batches(items: readonly Item[]): Item[][] {
  const made: Item[][] = [];
  let batch: Item[] = [];
  let size_bytes = 0;
  for (const item of items) {
    const item_bytes = Buffer.byteLength(item.content);
    if (batch.length === MAX_BATCH || (batch.length > 0 && size_bytes + item_bytes > MAX_BATCH_BYTES)) {
      made.push(batch);
      batch = [];
      size_bytes = 0;
    }
    batch.push(item);
    size_bytes += item_bytes;
  }
  if (batch.length > 0) made.push(batch);
  return made;
}

/** A document that the daemon refuses is named and left out; its queries miss it. */
async function storeBatch(
  holdfast: Holdfast,
  agent_id: string,
  batch: readonly Item[],
  keys: Map<string, string>,
  notes: string[],
): Promise<void> {
  let rest = batch;
  while (rest.length > 0) {
    try {
      const memories = rest.map(({ doc, content }) => ({
        content,
        ...(doc.time !== undefined && { occurred_at: doc.time }),
      }));
      const request = { agent_id, memories, allow_duplicates: true };
      const reply = await holdfast.semantic.storeMemories(request, { deadline_ms: DEADLINE_MS });
      for (const [index, { memory_id }] of reply.memories.entries()) {
        const doc = rest[index]?.doc;
        if (doc !== undefined) keys.set(memory_id, docKey(doc.agent, doc.id));
      }
      return;
    } catch (error) {
      // Then no document can be stored: vectors come with the calls.
      if (error instanceof HoldfastError && error.reason === 'VECTOR_REQUIRED') throw error;
      const index = error instanceof HoldfastError ? refusedIndex(error) : undefined;
      const refused = index === undefined ? undefined : rest[index];
      if (refused === undefined) throw error;
      const { id, agent } = refused.doc;
      notes.push(`document ${id} of ${agent}: not stored: ${error instanceof Error ? error.message : error}`);
      rest = rest.filter((item) => item !== refused);
    }
  }
}

function refusedIndex({ field }: HoldfastError): number | undefined {
  const digits = /^memories\[(\d+)\]/.exec(field ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** Resolves with the serving generation's model once no memory waits for its vector. @throws Error */
export async function waitForVectors(
  holdfast: Holdfast,
  progress: (waiting: number) => void,
): Promise<string> {
  let least = Number.POSITIVE_INFINITY;
  let since_ms = performance.now();
  for (;;) {
    const { generations } = await holdfast.semantic.listGenerations({});
    const current = generations.filter(({ status }) => status !== 'GENERATION_STATUS_RETIRED');
    const serving = current.find(({ status }) => status === 'GENERATION_STATUS_SERVING');
    const waiting = current.reduce((sum, { backlog }) => sum + Number(backlog), 0);
    if (serving !== undefined && current.length === 1 && waiting === 0) return serving.model;
    if (waiting < least) {
      least = waiting;
      since_ms = performance.now();
    }
    if (performance.now() - since_ms > PATIENCE_MS) {
      const { last_error = '' } = current.find((one) => one.last_error !== '') ?? {};
      throw new Error(`${waiting} memories still wait for their vectors: ${last_error || 'no reason given'}`);
    }
    progress(waiting);
    await sleep(POLL_MS);
  }
}
