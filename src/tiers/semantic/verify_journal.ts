/** Compares memories, namespaces and generations with the journal entries and payloads that they were made of. */
import { unpackDocument } from '../../codec/msgpack.js';
import type { DocObject } from '../../codec/value.js';
import { revisionOf } from '../../journal/position.js';
import type { Db } from '../../store/db.js';
import { Journaled } from '../journaled.js';
import { soundly } from '../standing.js';
import { digestOf, memoryId, memoryPosition } from './memory_table.js';
import type { MemoryContent } from './payload.js';

/** What says where a memory belongs. */
export interface Owned {
  readonly position: number;
  readonly agent_id: string;
  readonly stored_at_us: number;
  readonly digest: Buffer;
  /** Of its scope; null = the scope is not there. */
  readonly scope_agent: string | null;
  readonly scope_namespace: string | null;
  readonly scope_id: number;
  /** Scope of the memory whose place it took; null = it took none's, or that one is forgotten. */
  readonly superseded_scope_id: number | null;
}

/** Memories of earlier builds that replaced one of a shared namespace do not say where they are: where that one is. */
function isWhereItSays(row: Owned, { namespace = '', supersedes }: MemoryContent): boolean {
  const { agent_id, scope_id, superseded_scope_id, scope_agent, scope_namespace } = row;
  if (scope_namespace === namespace && scope_agent === (namespace === '' ? agent_id : '')) return true;
  return (
    supersedes !== undefined &&
    namespace === '' &&
    scope_agent === '' &&
    (superseded_scope_id ?? scope_id) === scope_id
  );
}

type Find = (kind: string, message: string, revision?: number) => void;

/** A memory is that of its entry's agent, in the scope that its payload names. */
export function verifyOwner(journal: Journaled, row: Owned, memory: MemoryContent, find: Find): void {
  const { position, agent_id, stored_at_us, digest } = row;
  const { content } = memory;
  const claim = { agent_id, kinds: ['memory.stored'], key: memoryId(position), time_us: stored_at_us };
  const problem =
    journal.problem(position, claim) ||
    (!isWhereItSays(row, memory)
      ? 'it is not in the scope where it was stored'
      : digest.equals(digestOf(content))
        ? ''
        : 'its digest is not that of its content');
  if (problem !== '')
    find('memory', `${memoryId(position)} of ${agent_id}: ${problem}`, revisionOf(position));
}

/** What may be changed is as the journal set it last, and what is not there was forgotten. Inside a transaction. */
export function verifyLastEntries(db: Db, find: Find): void {
  const journal = new Journaled(db);
  const pinned = db.prepare<[number], number>('SELECT pinned FROM memories WHERE position = ?').pluck();
  for (const { key, kind, payload, position } of journal.last('memory.pinned', 'memory.forgotten')) {
    const present = pinned.get(memoryPosition(key) ?? 0);
    const problem = soundly(() => {
      const expected = kind === 'memory.forgotten' ? undefined : Number(documentOf(payload).pinned);
      return present === expected ? '' : `it is not as its last entry says (${kind})`;
    });
    if (problem !== '') find('memory', `${key}: ${problem}`, revisionOf(position));
  }
  const missing = db
    .prepare<[], { key: string; position: number }>(
      `SELECT key, position FROM journal WHERE kind = 'memory.stored'
         AND position NOT IN (SELECT position FROM memories)
         AND key NOT IN (SELECT key FROM journal WHERE kind = 'memory.forgotten') LIMIT 100`,
    )
    .all();
  for (const { key, position } of missing)
    find('memory', `${key} is not there, and nothing forgot it`, revisionOf(position));
  const namespace = db.prepare<[string], { owner: string; readers: string; writers: string }>(
    'SELECT owner, readers, writers FROM memory_namespaces WHERE name = ?',
  );
  for (const { agent_id, key, payload, position } of journal.last('memory.namespace')) {
    const present = namespace.get(key);
    const problem = soundly(() => {
      const { readers, writers } = documentOf(payload);
      const is_same =
        present?.owner === agent_id &&
        present.readers === JSON.stringify(readers) &&
        present.writers === JSON.stringify(writers);
      return is_same ? '' : 'it is not as the journal set it last';
    });
    if (problem !== '') find('namespace', `namespace ${key}: ${problem}`, revisionOf(position));
  }
  const generation = db.prepare<[number], DocObject>(
    'SELECT embedder, model, dimensions FROM memory_generations WHERE generation_id = ?',
  );
  for (const { key, payload, position } of journal.last('memory.generation')) {
    const present = generation.get(Number(key));
    const problem = soundly(() => {
      const said = documentOf(payload);
      const is_same =
        present === undefined || Object.keys(present).every((column) => present[column] === said[column]);
      return is_same ? '' : 'it is not as the journal says';
    });
    if (problem !== '') find('generations', `generation ${key}: ${problem}`, revisionOf(position));
  }
}

function documentOf(payload: Uint8Array | null): DocObject {
  return payload === null ? {} : (unpackDocument(payload) as DocObject);
}
