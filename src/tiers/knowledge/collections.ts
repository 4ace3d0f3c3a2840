/** Commands of service Knowledge on collections: declaring, changing and dropping them. */
import { packDocument, unpackDocument } from '../../codec/msgpack.js';
import type { DocObject } from '../../codec/value.js';
import { HoldfastError } from '../../errors.js';
import type { Db } from '../../store/db.js';
import type { Command, HandlersOf, Tx } from '../command.js';
import {
  contentOf,
  type DeclarationContent,
  packContent,
  packDeclaration,
  Schema,
  unpackContent,
} from './declaration.js';
import { checkFit, checkTypes, compare, filled, numbered, packed } from './difference.js';
import type { IndexRows } from './index_rows.js';
import { type Collection, type KnowledgeRows, RECORD_COLUMNS, type RecordRow, recordId } from './rows.js';

const MAX_COLLECTIONS = 1000;
/** Records that one command reads or writes: a second or two of the writer's time. */
const MAX_TOUCHED = 100_000;
const PAGE_ROWS = 500;

export interface PutCollectionArgs {
  readonly name: string;
  /** What packContent made. */
  readonly content: Uint8Array;
  readonly expected_version: number | null;
}

export interface DeleteCollectionArgs {
  readonly name: string;
  readonly force: boolean;
}

export interface CollectionCommands {
  put_collection: Command<PutCollectionArgs, { readonly version: number }>;
  delete_collection: Command<DeleteCollectionArgs, { readonly deleted_records: number }>;
}

export function collectionCommands(
  db: Db,
  rows: KnowledgeRows,
  index: IndexRows,
): HandlersOf<CollectionCommands> {
  const count = db.prepare<[string], { collections: number }>(
    'SELECT count(*) AS collections FROM knowledge_collections WHERE agent_id = ?',
  );
  const insert = db.prepare<[string, string, number, number]>(
    `INSERT INTO knowledge_collections (agent_id, name, collection_id, version, records, created_at_us)
     VALUES (?, ?, ?, 1, 0, ?)`,
  );
  const setVersion = db.prepare<[number, string, string]>(
    'UPDATE knowledge_collections SET version = ? WHERE agent_id = ? AND name = ?',
  );
  const setDeclaration = db.prepare<[number, Uint8Array]>(
    `INSERT INTO knowledge_declarations (collection_id, declaration) VALUES (?, ?)
     ON CONFLICT (collection_id) DO UPDATE SET declaration = excluded.declaration`,
  );
  const drop = db.prepare<[string, string]>(
    'DELETE FROM knowledge_collections WHERE agent_id = ? AND name = ?',
  );
  const dropParts = ['declarations', 'records', 'index', 'unique'].map((part) =>
    db.prepare<[number]>(`DELETE FROM knowledge_${part} WHERE collection_id = ?`),
  );
  const page = db.prepare<[number, number, number], RecordRow>(
    `SELECT ${RECORD_COLUMNS} FROM knowledge_records
     WHERE collection_id = ? AND record > ? ORDER BY record LIMIT ?`,
  );
  const rewrite = db.prepare<[number, number, Uint8Array, number, number]>(
    `UPDATE knowledge_records SET position = ?, version = version + 1, updated_at_us = ?, value = ?
     WHERE collection_id = ? AND record = ?`,
  );

  function* everyRecord(collection_id: number): Generator<RecordRow, void> {
    let last = 0;
    for (;;) {
      const found = page.all(collection_id, last, PAGE_ROWS);
      yield* found;
      last = found.at(-1)?.record ?? 0;
      if (found.length < PAGE_ROWS) return;
    }
  }

  const create = (tx: Tx, name: string, content: DeclarationContent): { version: number } => {
    const { collections } = count.get(tx.agent_id) ?? { collections: 0 };
    if (collections >= MAX_COLLECTIONS) {
      throw new HoldfastError('TOO_MANY', `an agent has at most ${MAX_COLLECTIONS} collections`, {
        field: 'name',
        metadata: { limit: String(MAX_COLLECTIONS) },
      });
    }
    const declaration = numbered(content, undefined);
    const { position } = tx.emit('collection.put', name, entry(1, content, 0), 'journal');
    insert.run(tx.agent_id, name, position, tx.now_us);
    setDeclaration.run(position, packDeclaration(declaration));
    return { version: 1 };
  };

  const change = (tx: Tx, found: Collection, content: DeclarationContent): { version: number } => {
    const { collection_id, name, schema: before } = found;
    checkTypes(before, content);
    const after = new Schema(numbered(content, before));
    const difference = compare(before, after);
    const position = tx.next_position;
    let rewritten = 0;
    if (difference.touches_records && found.records > 0) {
      if (found.records > MAX_TOUCHED) throw tooManyRecords(name, found.records);
      // Twice over the records: what does not fit is refused before a duplicate is.
      for (const row of everyRecord(collection_id)) checkFit(difference, row);
      for (const field of difference.gone_indexes) index.dropField(collection_id, field.no);
      for (const key of difference.gone_keys) index.dropKey(collection_id, key.no);
      const old_rows = new Schema({
        ...before,
        fields: difference.kept_fields,
        unique_keys: difference.kept_keys,
      });
      for (const row of everyRecord(collection_id)) {
        const old_value = unpackDocument(row.value) as DocObject;
        const value = filled(difference, old_value);
        // What is built now has no rows yet; the rest moves only where a default was filled in.
        asDuplicate(row, () => {
          index.change(collection_id, old_rows, row.record, old_value, value);
          index.change(collection_id, difference.added, row.record, undefined, value);
        });
        if (value === old_value) continue;
        rewrite.run(position, tx.now_us, packed(row, value), collection_id, row.record);
        rewritten += 1;
      }
    }
    const version = found.version + 1;
    tx.emit('collection.put', name, entry(version, content, rewritten), 'journal');
    setVersion.run(version, tx.agent_id, name);
    setDeclaration.run(collection_id, packDeclaration(after));
    return { version };
  };

  return {
    put_collection: (tx, { name, content, expected_version }) => {
      const found = rows.find(tx.agent_id, name);
      const actual = found?.version ?? 0;
      if (expected_version !== null && expected_version !== actual) {
        throw new HoldfastError(
          'VERSION_CONFLICT',
          `${name} is at version ${actual}, not ${expected_version}`,
          {
            field: 'expected_version',
            metadata: { expected: String(expected_version), actual: String(actual) },
          },
        );
      }
      if (found === undefined) return create(tx, name, unpackContent(content));
      if (Buffer.compare(packContent(contentOf(found.schema)), content) === 0) return { version: actual };
      return change(tx, found, unpackContent(content));
    },

    delete_collection: (tx, { name, force }) => {
      const { collection_id, records } = rows.require(tx.agent_id, name, 'name');
      if (records > 0 && !force) {
        throw new HoldfastError('WRONG_STATE', `${name} has ${records} records; force deletes them with it`, {
          field: 'force',
          metadata: { records: String(records) },
        });
      }
      if (records > MAX_TOUCHED) throw tooManyRecords(name, records);
      tx.emit('collection.deleted', name, { records }, 'journal');
      for (const part of dropParts) part.run(collection_id);
      drop.run(tx.agent_id, name);
      return { deleted_records: records };
    },
  };
}

function entry(version: number, content: DeclarationContent, rewritten: number): Uint8Array {
  const declared = unpackDocument(packContent(content)) as DocObject;
  return packDocument({ ...declared, version, rewritten_records: rewritten });
}

/** Names both records of a duplicate that shows while a key is built. */
function asDuplicate(row: RecordRow, build: () => void): void {
  try {
    build();
  } catch (error) {
    if (!(error instanceof HoldfastError) || error.reason !== 'ALREADY_EXISTS') throw error;
    const { metadata = {} } = error.details;
    const details = {
      field: 'unique_keys',
      metadata: { ...metadata, duplicate_record_id: recordId(row.record) },
    };
    throw new HoldfastError('ALREADY_EXISTS', `${recordId(row.record)}: ${error.message}`, details);
  }
}

function tooManyRecords(name: string, records: number): HoldfastError {
  return new HoldfastError(
    'TOO_MANY',
    `${name} has ${records} records; one command reads or writes at most ${MAX_TOUCHED}`,
    { field: 'name', metadata: { limit: String(MAX_TOUCHED), actual: String(records) } },
  );
}
