/** Checks the knowledge tier's own invariants over a whole file. */
import { packDocument, unpackDocument } from '../../codec/msgpack.js';
import type { DocObject } from '../../codec/value.js';
import { revisionOf } from '../../journal/position.js';
import type { Finding } from '../../journal/verify.js';
import type { Db } from '../../store/db.js';
import { Journaled } from '../journaled.js';
import { soundly } from '../standing.js';
import { contentOf, packContent, type Schema } from './declaration.js';
import { entryKey, packEntry } from './entry.js';
import { fieldBytes } from './index_rows.js';
import { KnowledgeRows, RECORD_COLUMNS, type RecordRow, recordId } from './rows.js';

const MAX_FINDINGS = 100;
const PAGE_ROWS = 1000;

interface CollectionKey {
  readonly agent_id: string;
  readonly name: string;
  readonly collection_id: number;
}

type WrittenRow = RecordRow & { readonly position: number };

interface KeyedRow {
  /** Of the field or the key. */
  readonly no: number;
  readonly value: Uint8Array;
  readonly record: number;
}

type Report = (kind: string, position: number, problem: string) => void;

/**
 * A collection counts its records; each record has its index and unique rows and no others are there; a record is what the
 * entry that wrote it last says. Each page is a snapshot of its own, so that a long check neither keeps checkpoints
 * waiting nor takes what is written meanwhile for a fault.
 */
export function verifyKnowledge(db: Db): Finding[] {
  const findings: Finding[] = [];
  const reporter =
    ({ agent_id, name }: CollectionKey): Report =>
    (kind, position, problem) => {
      const message = `collection ${name} of ${agent_id}: ${problem}`;
      if (findings.length < MAX_FINDINGS) findings.push({ kind, revision: revisionOf(position), message });
    };
  const wrong_counts = db.prepare<[number], CollectionKey & { records: number; kept: number }>(
    `SELECT agent_id, name, collection_id, records, kept FROM (
       SELECT c.*, (SELECT count(*) FROM knowledge_records r WHERE r.collection_id = c.collection_id) AS kept
       FROM knowledge_collections c)
     WHERE records <> kept LIMIT ?`,
  );
  for (const wrong of wrong_counts.all(MAX_FINDINGS)) {
    const problem = `${wrong.kept} records, but ${wrong.records} are counted`;
    reporter(wrong)('knowledge.count', wrong.collection_id, problem);
  }
  for (const part of ['declarations', 'records', 'index', 'unique']) {
    const strays = db
      .prepare<[], number>(
        `SELECT DISTINCT collection_id FROM knowledge_${part}
         WHERE collection_id NOT IN (SELECT collection_id FROM knowledge_collections)`,
      )
      .pluck();
    for (const collection_id of strays.all()) {
      const stray = { agent_id: 'nobody', name: String(collection_id), collection_id };
      reporter(stray)(`knowledge.${part}`, collection_id, `knowledge_${part} has rows, but it is not there`);
    }
  }
  db.transaction(() => verifyCollections(db, reporter))();
  const check = new CollectionCheck(db);
  const collections = db
    .prepare<[], CollectionKey>('SELECT agent_id, name, collection_id FROM knowledge_collections')
    .all();
  for (const collection of collections) {
    const report = reporter(collection);
    try {
      check.run(collection, report);
    } catch (error) {
      // Such as a declaration that is missing or cannot be read. The other collections are checked all the same.
      const problem = error instanceof Error ? error.message : String(error);
      report('knowledge.collection', collection.collection_id, `cannot be checked: ${problem}`);
    }
  }
  return findings;
}

/** The collections that are there, with their versions and declarations, are those that the journal put last. */
function verifyCollections(db: Db, reporter: (of: CollectionKey) => Report): void {
  const rows = new KnowledgeRows(db);
  const row = db.prepare<[string, string], { collection_id: number; version: number }>(
    'SELECT collection_id, version FROM knowledge_collections WHERE agent_id = ? AND name = ?',
  );
  for (const entry of new Journaled(db).last('collection.put', 'collection.deleted')) {
    const { agent_id, key: name, kind, position, payload } = entry;
    const present = row.get(agent_id, name);
    const report = reporter({ agent_id, name, collection_id: position });
    if (kind === 'collection.deleted' || present === undefined) {
      if ((kind === 'collection.deleted') !== (present === undefined))
        report('knowledge.journal', position, `the journal's last entry of it is ${kind}`);
      continue;
    }
    if (payload === null) continue;
    let declared: Uint8Array = new Uint8Array();
    try {
      declared = packContent(contentOf(rows.schema(present.collection_id)));
    } catch {
      // Reported where the collection is checked.
      continue;
    }
    const problem = soundly(() => {
      const { version, rewritten_records: _, ...content } = unpackDocument(payload) as DocObject;
      const is_same = present.version === version && equal(declared, packDocument(content));
      return is_same ? '' : 'its version or declaration is not what the journal says';
    });
    if (problem !== '') report('knowledge.journal', position, problem);
  }
}

class CollectionCheck {
  readonly #db: Db;
  readonly #rows: KnowledgeRows;
  readonly #journal: Journaled;
  readonly #sql;

  constructor(db: Db) {
    this.#db = db;
    this.#rows = new KnowledgeRows(db);
    this.#sql = {
      records: db.prepare<[number, number, number], WrittenRow>(
        `SELECT ${RECORD_COLUMNS}, position FROM knowledge_records
         WHERE collection_id = ? AND record > ? ORDER BY record LIMIT ?`,
      ),
      index: db.prepare<[number, number, Uint8Array, number, number], KeyedRow>(
        `SELECT field_no AS no, value, record FROM knowledge_index
         WHERE collection_id = ? AND (field_no, value, record) > (?, ?, ?)
         ORDER BY field_no, value, record LIMIT ?`,
      ),
      unique: db.prepare<[number, number, Uint8Array, number], KeyedRow>(
        `SELECT key_no AS no, value, record FROM knowledge_unique
         WHERE collection_id = ? AND (key_no, value) > (?, ?) ORDER BY key_no, value LIMIT ?`,
      ),
      in_index: db.prepare<[number, number, Uint8Array, number]>(
        'SELECT 1 FROM knowledge_index WHERE collection_id = ? AND field_no = ? AND value = ? AND record = ?',
      ),
      payload: db
        .prepare<[number], Uint8Array | null>(
          `SELECT payload FROM journal WHERE position = ? AND kind = 'record.put'`,
        )
        .pluck(),
    };
    this.#journal = new Journaled(db);
  }

  run({ agent_id, name, collection_id }: CollectionKey, report: Report): void {
    const { records, index, unique } = this.#sql;
    const none = new Uint8Array();
    /** Page by page, until there are no more or the collection is gone. */
    const pages = <Row>(
      read: (last: Row | undefined) => Row[],
      check: (schema: Schema, row: Row) => void,
    ): void => {
      let last: Row | undefined;
      const onePage = this.#db.transaction((): boolean => {
        if (this.#rows.find(agent_id, name)?.collection_id !== collection_id) return false;
        const schema = this.#rows.schema(collection_id);
        const found = read(last);
        for (const row of found) check(schema, row);
        last = found.at(-1);
        return found.length === PAGE_ROWS;
      });
      while (onePage());
    };
    pages<WrittenRow>(
      (last) => records.all(collection_id, last?.record ?? 0, PAGE_ROWS),
      (schema, row) => {
        const unreadable = soundly(() => {
          this.#checkRecord(collection_id, schema, row, report);
          return '';
        });
        if (unreadable !== '')
          report('knowledge.record', row.position, `${recordId(row.record)}: ${unreadable}`);
        this.#checkEntries(agent_id, name, row, report);
      },
    );
    pages<KeyedRow>(
      (last) => index.all(collection_id, last?.no ?? 0, last?.value ?? none, last?.record ?? 0, PAGE_ROWS),
      (schema, row) => {
        const field = schema.indexed.find(({ no }) => no === row.no);
        const value = this.#value(collection_id, row.record);
        if (field !== undefined && value !== undefined && equal(fieldBytes(field, value), row.value)) return;
        report('knowledge.index', row.record, `an index row of ${recordId(row.record)} is not of its value`);
      },
    );
    pages<KeyedRow>(
      (last) => unique.all(collection_id, last?.no ?? 0, last?.value ?? none, PAGE_ROWS),
      (schema, row) => {
        const key = schema.unique_keys.find(({ no }) => no === row.no);
        const value = this.#value(collection_id, row.record);
        const bytes = key && value && schema.keyBytes(key, value);
        if (bytes !== undefined && equal(bytes, row.value)) return;
        report(
          'knowledge.unique',
          row.record,
          `a unique row of ${recordId(row.record)} is not of its values`,
        );
      },
    );
  }

  #checkRecord(collection_id: number, schema: Schema, row: WrittenRow, report: Report): void {
    const id = recordId(row.record);
    const value = unpackDocument(row.value) as DocObject;
    for (const field of schema.indexed) {
      const bytes = fieldBytes(field, value);
      if (this.#sql.in_index.get(collection_id, field.no, bytes, row.record) === undefined)
        report('knowledge.index', row.position, `${id} is not in the index of ${field.name}`);
    }
    for (const key of schema.unique_keys) {
      const bytes = schema.keyBytes(key, value);
      if (bytes !== undefined && this.#rows.byKey(collection_id, key.no, bytes) !== row.record)
        report('knowledge.unique', row.position, `${id} is not in the unique key ${key.fields.join(',')}`);
    }
    // None when the journal was compacted, or when a change of the declaration wrote the record.
    const payload = this.#sql.payload.get(row.position);
    if (payload && !equal(payload, packEntry(row.version, row.value)))
      report('knowledge.record', row.position, `${id} is not what the journal says`);
  }

  #checkEntries(agent_id: string, name: string, row: WrittenRow, report: Report): void {
    const key = entryKey(name, row.record);
    const put = { agent_id, kinds: ['record.put'], key };
    const filled_in = { agent_id, kinds: ['collection.put'], key: name, time_us: row.updated_at_us };
    const written = this.#journal.problem(row.position, { ...put, time_us: row.updated_at_us });
    const problem =
      this.#journal.problem(row.record, { ...put, time_us: row.created_at_us }) ||
      (written !== '' && this.#journal.problem(row.position, filled_in) !== '' ? written : '');
    if (problem !== '') report('knowledge.journal', row.position, `${recordId(row.record)}: ${problem}`);
  }

  /** Undefined also where it cannot be read, which is reported with the record. */
  #value(collection_id: number, record: number): DocObject | undefined {
    const row = this.#rows.record(collection_id, record);
    if (row === undefined) return undefined;
    let value: DocObject | undefined;
    soundly(() => {
      value = unpackDocument(row.value) as DocObject;
      return '';
    });
    return value;
  }
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}
