/**
 * Where a scan finds the records to test: by a unique key, in the narrowest index, or in the table. Whatever the source,
 * records come newest first, so that sums of floats come out the same.
 */
import type { Db, Statement } from '../../store/db.js';
import type { OrderedField } from './declaration.js';
import { type Condition, conjuncts } from './filter.js';
import { narrowed, pointOf, type Range, uniqueLookup } from './ranges.js';
import { type Collection, KnowledgeRows, RECORD_COLUMNS, type RecordRow } from './rows.js';

/** Index rows that are read and sorted rather than the table walked; beyond it the filter narrows too little. */
const MAX_NARROW = 20_000;
const PAGE_ROWS = 256;

export const NEWEST = Number.MAX_SAFE_INTEGER;

export type Source =
  | { readonly kind: 'table' }
  | { readonly kind: 'records'; readonly records: readonly number[] }
  | { readonly kind: 'point'; readonly field: OrderedField; readonly value: Uint8Array };

export class Candidates {
  readonly rows: KnowledgeRows;
  readonly #page: Statement<[number, number, number], RecordRow>;
  readonly #in_range: Statement<[number, number, Uint8Array, Uint8Array, number], { record: number }>;
  readonly #at_value: Statement<[number, number, Uint8Array, number, number], { record: number }>;
  readonly #next_value: Statement<[number, number, Uint8Array, Uint8Array], { value: Uint8Array }>;
  readonly #previous_value: Statement<[number, number, Uint8Array, Uint8Array], { value: Uint8Array }>;

  constructor(db: Db) {
    this.rows = new KnowledgeRows(db);
    this.#page = db.prepare(
      `SELECT ${RECORD_COLUMNS} FROM knowledge_records
       WHERE collection_id = ? AND record < ? ORDER BY record DESC LIMIT ?`,
    );
    this.#in_range = db.prepare(
      `SELECT record FROM knowledge_index
       WHERE collection_id = ? AND field_no = ? AND value >= ? AND value < ? LIMIT ?`,
    );
    this.#at_value = db.prepare(
      `SELECT record FROM knowledge_index
       WHERE collection_id = ? AND field_no = ? AND value = ? AND record < ? ORDER BY record DESC LIMIT ?`,
    );
    this.#next_value = db.prepare(
      `SELECT value FROM knowledge_index
       WHERE collection_id = ? AND field_no = ? AND value >= ? AND value < ? ORDER BY value LIMIT 1`,
    );
    this.#previous_value = db.prepare(
      `SELECT value FROM knowledge_index
       WHERE collection_id = ? AND field_no = ? AND value >= ? AND value < ? ORDER BY value DESC LIMIT 1`,
    );
  }

  /** The source that leaves the fewest records to test. */
  choose({ collection_id, schema }: Collection, condition: Condition | undefined): Source {
    const conditions = condition === undefined ? [] : conjuncts(condition);
    const unique = uniqueLookup(schema, conditions);
    if (unique !== undefined) {
      const record = this.rows.byKey(collection_id, unique.key.no, unique.value);
      return { kind: 'records', records: record === undefined ? [] : [record] };
    }
    let best: readonly number[] | undefined;
    let point: Source | undefined;
    for (const [field, ranges] of narrowed(conditions)) {
      const limit = (best?.length ?? MAX_NARROW) + 1;
      const records = this.#recordsIn(collection_id, field, ranges, limit);
      if (records.length < limit) best = records;
      const value = pointOf(ranges);
      if (value !== undefined) point = { kind: 'point', field, value };
    }
    if (best !== undefined) return { kind: 'records', records: [...best].sort((a, b) => b - a) };
    return point ?? { kind: 'table' };
  }

  /** Rows of a source below a record, newest first, lazily. */
  *newestFirst(collection_id: number, source: Source, below: number): Generator<RecordRow, void> {
    if (source.kind === 'records') {
      for (const record of source.records) {
        if (record < below) yield this.#require(collection_id, record);
      }
    } else if (source.kind === 'point') {
      yield* this.atValue(collection_id, source.field, source.value, below);
    } else {
      let last = below;
      for (;;) {
        const page = this.#page.all(collection_id, last, PAGE_ROWS);
        yield* page;
        last = page.at(-1)?.record ?? 0;
        if (page.length < PAGE_ROWS) return;
      }
    }
  }

  /** Rows whose index has this value, below a record, newest first. */
  *atValue(
    collection_id: number,
    field: OrderedField,
    value: Uint8Array,
    below: number,
  ): Generator<RecordRow, void> {
    let last = below;
    for (;;) {
      const page = this.#at_value.all(collection_id, field.no, value, last, PAGE_ROWS);
      for (const { record } of page) yield this.#require(collection_id, record);
      last = page.at(-1)?.record ?? 0;
      if (page.length < PAGE_ROWS) return;
    }
  }

  /** The lowest index value in a range, or the highest. */
  edge(collection_id: number, field: OrderedField, range: Range, highest: boolean): Uint8Array | undefined {
    const find = highest ? this.#previous_value : this.#next_value;
    return find.get(collection_id, field.no, range.low, range.high)?.value;
  }

  #recordsIn(
    collection_id: number,
    field: OrderedField,
    ranges: readonly Range[],
    limit: number,
  ): readonly number[] {
    const records: number[] = [];
    for (const { low, high } of ranges) {
      const left = limit - records.length;
      if (left === 0) break;
      for (const { record } of this.#in_range.all(collection_id, field.no, low, high, left))
        records.push(record);
    }
    return records;
  }

  #require(collection_id: number, record: number): RecordRow {
    const row = this.rows.record(collection_id, record);
    if (row === undefined) throw new Error(`the index names record ${record}, which is not there`);
    return row;
  }
}
