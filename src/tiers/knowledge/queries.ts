/** Point reads of service Knowledge, on the main thread. */
import type { DocObject } from '../../codec/value.js';
import { HoldfastError } from '../../errors.js';
import type { Db } from '../../store/db.js';
import { fitOrdered } from './declaration.js';
import {
  COLLECTION_COLUMNS,
  type Collection,
  type CollectionRow,
  KnowledgeRows,
  type RecordRow,
} from './rows.js';

export interface KnowledgeQueries {
  /** @throws HoldfastError NOT_FOUND. */
  collection(agent_id: string, name: string): Collection;
  /** By name, after one, lazily. Take it inside the snapshot. */
  collections(agent_id: string, after: string): Iterable<Collection>;
  /** @throws HoldfastError NOT_FOUND. */
  record(agent_id: string, collection: string, record_id: string): RecordRow;
  /** @throws HoldfastError NOT_FOUND, INVALID_FIELD unless `key` has exactly the fields of a unique key. */
  recordByKey(agent_id: string, collection: string, key: DocObject): RecordRow;
}

export function knowledgeQueries(db: Db): KnowledgeQueries {
  const rows = new KnowledgeRows(db);
  const after = db.prepare<[string, string, number], CollectionRow>(
    `SELECT ${COLLECTION_COLUMNS} FROM knowledge_collections
     WHERE agent_id = ? AND name > ? ORDER BY name LIMIT ?`,
  );
  const MAX_LISTED = 1001;
  return {
    collection: (agent_id, name) => rows.require(agent_id, name, 'name'),
    *collections(agent_id, name) {
      for (const row of after.all(agent_id, name, MAX_LISTED)) {
        yield { ...row, schema: rows.schema(row.collection_id) };
      }
    },
    record: (agent_id, name, record_id) =>
      rows.requireRecord(rows.require(agent_id, name, 'collection'), record_id),
    recordByKey(agent_id, name, key) {
      const { collection_id, schema } = rows.require(agent_id, name, 'collection');
      const found = schema.requireKey(Object.keys(key), 'key');
      const fitting: DocObject = {};
      for (const field of found.fields) {
        fitting[field] = fitOrdered(
          schema.requireOrdered(field, 'key').type,
          key[field] ?? null,
          `key.${field}`,
        );
      }
      const bytes = schema.keyBytes(found, fitting);
      const record = bytes && rows.byKey(collection_id, found.no, bytes);
      const row = record === undefined ? undefined : rows.record(collection_id, record);
      if (row !== undefined) return row;
      throw new HoldfastError('NOT_FOUND', `no record of ${name} has this key`, { field: 'key' });
    },
  };
}
