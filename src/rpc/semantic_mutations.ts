/** The mutations of service Semantic. */
import { unpackDocument } from '../codec/msgpack.js';
import type { DocObject } from '../codec/value.js';
import { isDocObject } from '../codec/value.js';
import { HoldfastError, invalidField } from '../errors.js';
import type { MemoryInput__Output } from '../gen/holdfast/v1/MemoryInput.js';
import type { Provenance__Output } from '../gen/holdfast/v1/Provenance.js';
import type { Vector__Output } from '../gen/holdfast/v1/Vector.js';
import type { Fact } from '../tiers/derived.js';
import { filterableValues, type Provenance, packMemory, unpackMemory } from '../tiers/semantic/payload.js';
import type { MemoryArgs, VectorArgs } from '../tiers/semantic/types.js';
import { MAX_DIMENSIONS, normalise, toBytes } from '../tiers/semantic/vectors/codes.js';
import * as check from './check.js';
import type { FactContext, MutationSpecs } from './mutation.js';

const MAX_MEMORIES = 256;
const MAX_CONTENT_BYTES = 65_536;
/** Of one StoreMemories: the writer takes texts apart into words, up to 0.4 ms a kilobyte. */
const MAX_CONTENTS_BYTES = 131_072;
const MAX_TAGS = 32;
const MAX_FILTERABLE = 64;
const MAX_AGENTS = 256;
const MAX_NOTE_BYTES = 256;
const MAX_MODEL_BYTES = 256;

type Names =
  | 'store_memory'
  | 'store_memories'
  | 'supersede_memory'
  | 'forget_memory'
  | 'pin_memory'
  | 'attach_vectors'
  | 'put_namespace';

export const semanticMutations: MutationSpecs<Names> = {
  store_memory: {
    parse: ({ namespace, memory, allow_duplicate }) => {
      const name = checkNamespace(namespace, 'namespace');
      return { namespace: name, memory: parseMemory(memory, 'memory', name), allow_duplicate };
    },
    facts: ({ memory }, context) => vectorFacts([memory], context),
    reply: (stored) => ({ ...stored }),
  },
  store_memories: {
    parse: ({ namespace, memories, allow_duplicates }) => {
      const name = checkNamespace(namespace, 'namespace');
      const given = check.list(memories, 'memories', 1, MAX_MEMORIES);
      checkTotal(given);
      const parsed = given.map((memory, index) => parseMemory(memory, `memories[${index}]`, name));
      return { namespace: name, memories: parsed, allow_duplicates };
    },
    facts: ({ memories }, context) => vectorFacts(memories, context),
    reply: ({ memories, degraded }) => ({ memories: memories.map((each) => ({ ...each })), degraded }),
  },
  supersede_memory: {
    parse: ({ memory_id, memory }) => {
      const old = checkMemoryId(memory_id, 'memory_id');
      return { memory_id: old, memory: parseMemory(memory, 'memory', '', old) };
    },
    facts: ({ memory }, context) => vectorFacts([memory], context),
    reply: (stored) => ({ ...stored }),
  },
  forget_memory: {
    parse: ({ memory_id, force }) => ({ memory_id: checkMemoryId(memory_id, 'memory_id'), force }),
    reply: () => ({}),
  },
  pin_memory: {
    parse: ({ memory_id, pinned }) => ({ memory_id: checkMemoryId(memory_id, 'memory_id'), pinned }),
    reply: () => ({}),
  },
  attach_vectors: {
    parse: ({ vectors }) => ({
      vectors: check.list(vectors, 'vectors', 1, MAX_MEMORIES).map(({ memory_id, vector }, index) => {
        const at = `vectors[${index}]`;
        return {
          memory_id: checkMemoryId(memory_id, `${at}.memory_id`),
          vector: parseVector(check.required(vector, `${at}.vector`), `${at}.vector`),
        };
      }),
    }),
    reply: ({ attached }) => ({ attached }),
  },
  put_namespace: {
    parse: ({ name, readers, writers }) => ({
      name: check.plainId(name, 'name'),
      readers: parseAgents(readers, 'readers'),
      writers: parseAgents(writers, 'writers'),
    }),
    reply: () => ({}),
  },
};

/** A shared namespace, or empty for the private scope. */
export function checkNamespace(namespace: string, field: string): string {
  return namespace === '' ? namespace : check.id(namespace, field);
}

export function checkMemoryId(memory_id: string, field: string): string {
  return check.id(memory_id, field);
}

/** Sorted, each once. */
export function parseTags(tags: readonly string[], field: string, max: number): string[] {
  const checked = check
    .list(tags, field, 0, max)
    .map((tag, index) => check.plainId(tag, `${field}[${index}]`));
  return [...new Set(checked)].sort();
}

/** @throws HoldfastError INVALID_VECTOR for no values, too many, one that is not finite, and all zeros. */
export function parseVector({ values, model }: Vector__Output, field: string): VectorArgs {
  check.text(model, `${field}.model`, MAX_MODEL_BYTES);
  const vector = Float32Array.from(values);
  if (vector.length === 0 || vector.length > MAX_DIMENSIONS) {
    throw invalidVector(field, `has ${vector.length} dimensions; 1 to ${MAX_DIMENSIONS} are possible`);
  }
  if (!vector.every(Number.isFinite))
    throw invalidVector(field, 'has a component that is not a finite number');
  if (!vector.some((component) => component !== 0)) {
    throw invalidVector(field, 'is all zeros and so has no direction');
  }
  return { bytes: toBytes(normalise(vector, vector.length)), model };
}

function invalidVector(field: string, problem: string): HoldfastError {
  return new HoldfastError('INVALID_VECTOR', `${field}: ${problem}`, { field });
}

function parseMemory(
  memory: MemoryInput__Output | null,
  field: string,
  namespace: string,
  supersedes?: string,
): MemoryArgs {
  const { content, metadata, tags, vector, occurred_at, provenance, pinned } = check.required(memory, field);
  return check.within(field, () => {
    const values = parseMetadata(check.optionalDocument(metadata, 'metadata'));
    const sorted = parseTags(tags, 'tags', MAX_TAGS);
    const from = provenance === null ? {} : parseProvenance(provenance);
    const payload = packMemory({
      content: parseContent(content),
      ...(values !== undefined && { metadata: values }),
      ...(namespace !== '' && { namespace }),
      ...(Object.keys(from).length > 0 && { provenance: from }),
      ...(supersedes !== undefined && { supersedes }),
      ...(sorted.length > 0 && { tags: sorted }),
    });
    return {
      payload,
      occurred_at_us: check.optionalTimestamp(occurred_at, 'occurred_at'),
      pinned,
      vector: vector === null ? null : parseVector(vector, 'vector'),
    };
  });
}

function checkTotal(memories: readonly MemoryInput__Output[]): void {
  const total = memories.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0);
  if (total <= MAX_CONTENTS_BYTES) return;
  throw new HoldfastError(
    'LIMIT_EXCEEDED',
    `memories: their contents may have ${MAX_CONTENTS_BYTES} bytes together, but have ${total}`,
    { field: 'memories', metadata: { limit: String(MAX_CONTENTS_BYTES), actual: String(total) } },
  );
}

function parseContent(content: string): string {
  check.text(check.required(content, 'content'), 'content', MAX_CONTENT_BYTES);
  if (content.trim() === '') {
    throw new HoldfastError('FIELD_REQUIRED', 'content: must not be white space alone', { field: 'content' });
  }
  return content;
}

/** Undefined when there is none, or nothing in it. */
function parseMetadata(bytes: Uint8Array | null): DocObject | undefined {
  if (bytes === null) return undefined;
  const value = unpackDocument(bytes);
  if (!isDocObject(value)) throw invalidField('metadata', 'must be an object');
  const filterable = filterableValues(value).length;
  if (filterable > MAX_FILTERABLE) {
    throw new HoldfastError(
      'LIMIT_EXCEEDED',
      `metadata: at most ${MAX_FILTERABLE} values that can be filtered on, got ${filterable}`,
      { field: 'metadata', metadata: { limit: String(MAX_FILTERABLE), actual: String(filterable) } },
    );
  }
  return Object.keys(value).length === 0 ? undefined : value;
}

const PROVENANCE_IDS = ['episode_id', 'operation_key', 'task_id', 'conversation_id'] as const;

function parseProvenance(provenance: Provenance__Output): Provenance {
  const ids = PROVENANCE_IDS.filter((name) => provenance[name] !== '').map((name) => [
    name,
    check.plainName(provenance[name], `provenance.${name}`),
  ]);
  const { note } = provenance;
  check.text(note, 'provenance.note', MAX_NOTE_BYTES);
  return { ...Object.fromEntries(ids), ...(note !== '' && { note }) };
}

/** Sorted, each once; "*" = all. */
function parseAgents(agents: readonly string[], field: string): string[] {
  const checked = check
    .list(agents, field, 0, MAX_AGENTS)
    .map((agent, index) => (agent === '*' ? agent : check.plainId(agent, `${field}[${index}]`)));
  return [...new Set(checked)].sort();
}

/** The vectors that the daemon has to make: of texts that came without one, unless vectors always come with the calls. */
function vectorFacts(memories: readonly MemoryArgs[], { queries }: FactContext): readonly Fact[] {
  const bare = memories.filter(({ vector }) => vector === null);
  if (bare.length === 0) return [];
  const serving = queries.semantic.generations().find(({ status }) => status === 'serving');
  if (serving === undefined || serving.embedder === 'client') return [];
  return bare.map(({ payload }) => ({ kind: 'vector', text: unpackMemory(payload).content }));
}
