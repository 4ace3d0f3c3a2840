/** Commands of service Knowledge on records. Those on collections are in collections.ts. */
import { unpackDocument } from '../../codec/msgpack.js';
import type { DocObject } from '../../codec/value.js';
import { HoldfastError } from '../../errors.js';
import type { Db } from '../../store/db.js';
import type { Command, HandlersOf, Tx } from '../command.js';
import { type CollectionCommands, collectionCommands } from './collections.js';
import { memberOf } from './declaration.js';
import { entryKey, packEntry } from './entry.js';
import { IndexRows } from './index_rows.js';
import { type Collection, KnowledgeRows, type RecordRow, recordId } from './rows.js';

const MAX_RECORDS = 5_000_000;

export interface PutRecordArgs {
  readonly collection: string;
  /** Packed object. */
  readonly value: Uint8Array;
  /** Empty = a new one, or that which `match_key` finds. */
  readonly record_id: string;
  /** Sorted; empty = none. */
  readonly match_key: readonly string[];
  readonly expected_version: number | null;
}

export interface PutRecordResult {
  readonly record_id: string;
  readonly version: number;
  readonly created: boolean;
}

export interface DeleteRecordArgs {
  readonly collection: string;
  readonly record_id: string;
  readonly expected_version: number | null;
}

export interface KnowledgeCommands extends CollectionCommands {
  put_record: Command<PutRecordArgs, PutRecordResult>;
  delete_record: Command<DeleteRecordArgs, Record<string, never>>;
}

export function knowledgeCommands(db: Db): HandlersOf<KnowledgeCommands> {
  const rows = new KnowledgeRows(db);
  const index = new IndexRows(db);
  const insert = db.prepare<[number, number, number, number, number, Uint8Array]>(
    `INSERT INTO knowledge_records
       (collection_id, record, position, version, created_at_us, updated_at_us, value)
     VALUES (?, ?, ?, 1, ?, ?, ?)`,
  );
  const update = db.prepare<[number, number, number, Uint8Array, number, number]>(
    `UPDATE knowledge_records SET position = ?, version = ?, updated_at_us = ?, value = ?
     WHERE collection_id = ? AND record = ?`,
  );
  const drop = db.prepare<[number, number]>(
    'DELETE FROM knowledge_records WHERE collection_id = ? AND record = ?',
  );
  const count = db.prepare<[number, string, string]>(
    'UPDATE knowledge_collections SET records = records + ? WHERE agent_id = ? AND name = ?',
  );

  const create = (tx: Tx, found: Collection, value: DocObject, bytes: Uint8Array): PutRecordResult => {
    const { collection_id, name, schema, records } = found;
    const record = tx.next_position;
    index.change(collection_id, schema, record, undefined, value);
    if (records >= MAX_RECORDS) {
      throw new HoldfastError(
        'TOO_MANY',
        `collection: ${name} has ${MAX_RECORDS} records, and may not have more`,
        {
          field: 'collection',
          metadata: { limit: String(MAX_RECORDS) },
        },
      );
    }
    tx.emit('record.put', entryKey(name, record), packEntry(1, bytes), 'journal');
    insert.run(collection_id, record, record, tx.now_us, tx.now_us, bytes);
    count.run(1, tx.agent_id, name);
    return { record_id: recordId(record), version: 1, created: true };
  };

  const overwrite = (
    tx: Tx,
    { collection_id, name, schema }: Collection,
    row: RecordRow,
    value: DocObject,
    bytes: Uint8Array,
  ): PutRecordResult => {
    const { record } = row;
    const record_id = recordId(record);
    if (Buffer.compare(row.value, bytes) === 0) return { record_id, version: row.version, created: false };
    const version = row.version + 1;
    index.change(collection_id, schema, record, unpackDocument(row.value) as DocObject, value);
    const { position } = tx.emit('record.put', entryKey(name, record), packEntry(version, bytes), 'journal');
    update.run(position, version, tx.now_us, bytes, collection_id, record);
    return { record_id, version, created: false };
  };

  return {
    ...collectionCommands(db, rows, index),

    put_record: (tx, args) => {
      const found = rows.require(tx.agent_id, args.collection, 'collection');
      const given = args.record_id === '' ? undefined : rows.requireRecord(found, args.record_id);
      const { value, bytes } = found.schema.record(unpackDocument(args.value) as DocObject);
      const row = args.match_key.length > 0 ? matching(rows, found, args.match_key, value) : given;
      checkVersion(args.expected_version, row?.version ?? 0);
      return row === undefined ? create(tx, found, value, bytes) : overwrite(tx, found, row, value, bytes);
    },

    delete_record: (tx, { collection, record_id, expected_version }) => {
      const { collection_id, name, schema } = rows.require(tx.agent_id, collection, 'collection');
      const row = rows.requireRecord({ collection_id, name } as Collection, record_id);
      checkVersion(expected_version, row.version);
      index.change(collection_id, schema, row.record, unpackDocument(row.value) as DocObject, undefined);
      tx.emit('record.deleted', entryKey(name, row.record), { version: row.version }, 'journal');
      drop.run(collection_id, row.record);
      count.run(-1, tx.agent_id, name);
      return {};
    },
  };
}

/** The record that an upsert is about, if it is there. @throws HoldfastError INVALID_FIELD or FIELD_REQUIRED. */
function matching(
  rows: KnowledgeRows,
  { collection_id, schema }: Collection,
  match_key: readonly string[],
  value: DocObject,
): RecordRow | undefined {
  const key = schema.requireKey(match_key, 'match_key');
  for (const name of key.fields) {
    if ((memberOf(value, name) ?? null) !== null) continue;
    const field = `value.${name}`;
    throw new HoldfastError('FIELD_REQUIRED', `${field} is required: it is of match_key`, { field });
  }
  const bytes = schema.keyBytes(key, value);
  const record = bytes && rows.byKey(collection_id, key.no, bytes);
  return record === undefined ? undefined : rows.record(collection_id, record);
}

/** @throws HoldfastError VERSION_CONFLICT unless the caller expects nothing, or this; 0 = not there. */
function checkVersion(expected: number | null, actual: number): void {
  if (expected === null || expected === actual) return;
  throw new HoldfastError('VERSION_CONFLICT', `the present version is ${actual}, not ${expected}`, {
    field: 'expected_version',
    metadata: { expected: String(expected), actual: String(actual) },
  });
}
