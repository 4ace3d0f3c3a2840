/** The rows of collections and records, as commands, queries and scans read them. */
import { HoldfastError } from '../../errors.js';
import type { Db, Statement } from '../../store/db.js';
import { idAt, positionInId } from '../command.js';
import { quoted, Schema } from './declaration.js';

export interface CollectionRow {
  readonly name: string;
  readonly collection_id: number;
  readonly version: number;
  readonly records: number;
  readonly created_at_us: number;
}

export interface Collection extends CollectionRow {
  readonly schema: Schema;
}

export interface RecordRow {
  readonly record: number;
  readonly version: number;
  readonly created_at_us: number;
  readonly updated_at_us: number;
  readonly value: Uint8Array;
}

export const COLLECTION_COLUMNS = 'name, collection_id, version, records, created_at_us';
export const RECORD_COLUMNS = 'record, version, created_at_us, updated_at_us, value';

/** Declarations kept ready for use. */
const MAX_CACHED = 1000;

/** Reads collections and single records on one connection. */
export class KnowledgeRows {
  readonly #collection: Statement<[string, string], CollectionRow>;
  readonly #declaration: Statement<[number], { declaration: Uint8Array }>;
  readonly #record: Statement<[number, number], RecordRow>;
  readonly #unique: Statement<[number, number, Uint8Array], { record: number }>;
  // By the stored bytes, which a rolled-back change cannot leave behind as those of another version.
  readonly #schemas = new Map<number, { readonly bytes: Uint8Array; readonly schema: Schema }>();

  constructor(db: Db) {
    this.#collection = db.prepare(
      `SELECT ${COLLECTION_COLUMNS} FROM knowledge_collections WHERE agent_id = ? AND name = ?`,
    );
    this.#declaration = db.prepare('SELECT declaration FROM knowledge_declarations WHERE collection_id = ?');
    this.#record = db.prepare(
      `SELECT ${RECORD_COLUMNS} FROM knowledge_records WHERE collection_id = ? AND record = ?`,
    );
    this.#unique = db.prepare(
      'SELECT record FROM knowledge_unique WHERE collection_id = ? AND key_no = ? AND value = ?',
    );
  }

  find(agent_id: string, name: string): Collection | undefined {
    const row = this.#collection.get(agent_id, name);
    return row && { ...row, schema: this.schema(row.collection_id) };
  }

  /** @throws HoldfastError NOT_FOUND at `field`. */
  require(agent_id: string, name: string, field: string): Collection {
    const found = this.find(agent_id, name);
    if (found === undefined) throw new HoldfastError('NOT_FOUND', `no collection ${name}`, { field });
    return found;
  }

  schema(collection_id: number): Schema {
    const bytes = this.#declaration.get(collection_id)?.declaration;
    if (bytes === undefined) throw new Error(`collection ${collection_id} has no declaration`);
    const cached = this.#schemas.get(collection_id);
    if (cached !== undefined && Buffer.compare(cached.bytes, bytes) === 0) return cached.schema;
    const schema = Schema.unpack(bytes);
    if (this.#schemas.size >= MAX_CACHED) this.#schemas.clear();
    this.#schemas.set(collection_id, { bytes, schema });
    return schema;
  }

  record(collection_id: number, record: number): RecordRow | undefined {
    return this.#record.get(collection_id, record);
  }

  /** @throws HoldfastError NOT_FOUND. */
  requireRecord({ collection_id, name }: CollectionRow, id: string): RecordRow {
    const record = positionInId('record', id);
    const row = record === undefined ? undefined : this.record(collection_id, record);
    if (row !== undefined) return row;
    throw new HoldfastError('NOT_FOUND', `no record ${quoted(id)} in ${name}`, { field: 'record_id' });
  }

  /** The record that has these values in a unique key. */
  byKey(collection_id: number, key_no: number, value: Uint8Array): number | undefined {
    return this.#unique.get(collection_id, key_no, value)?.record;
  }
}

export function recordId(record: number): string {
  return idAt('record', record);
}
