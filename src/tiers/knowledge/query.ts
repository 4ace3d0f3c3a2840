/** QueryRecords: a scan on a reader thread. One page is one snapshot; the next one goes on after the last record's place. */
import { unpackDocument } from '../../codec/msgpack.js';
import type { DocObject } from '../../codec/value.js';
import { readHead } from '../../journal/append.js';
import type { Db } from '../../store/db.js';
import { takePage } from '../page.js';
import { Candidates, NEWEST } from './candidates.js';
import { memberOf, type OrderedField } from './declaration.js';
import { encodeValue, indexBytes, isCut, justAbove, NULL_BYTES, PAST_VALUES } from './encoding.js';
import { type Condition, compileFilter, conjuncts, type FilterArgs, matches } from './filter.js';
import { narrowed, type Range } from './ranges.js';
import type { Collection, RecordRow } from './rows.js';
import { comparePlaces, type Order, type Place, type Placed, TopRows } from './top_rows.js';

export interface QueryArgs {
  readonly agent_id: string;
  readonly collection: string;
  readonly filter: FilterArgs | null;
  readonly order_by: readonly { readonly field: string; readonly descending: boolean }[];
  readonly limit: number;
  /** Begins after this place; null = at the beginning. */
  readonly after: { readonly keys: readonly Uint8Array[]; readonly record: number } | null;
}

export interface QueryResult {
  readonly revision: number;
  readonly rows: readonly RecordRow[];
  /** Where the next page begins; null = there is none. */
  readonly next: Place | null;
}

/** @throws HoldfastError NOT_FOUND, then INVALID_FIELD or LIMIT_EXCEEDED of the filter and the order. */
export function queryRecords(db: Db): (args: QueryArgs) => QueryResult {
  const candidates = new Candidates(db);
  return db.transaction((args: QueryArgs): QueryResult => {
    const { revision } = readHead(db);
    const collection = candidates.rows.require(args.agent_id, args.collection, 'collection');
    const query = new Query(candidates, collection, args);
    const { rows, more } = query.page();
    const last = rows.at(-1);
    return {
      revision,
      rows: rows.map(({ row }) => row),
      next: more && last !== undefined ? { keys: last.keys, record: last.row.record } : null,
    };
  });
}

class Query {
  readonly #candidates: Candidates;
  readonly #collection: Collection;
  readonly #condition: Condition | undefined;
  readonly #order: Order;
  readonly #after: Place | null;
  readonly #limit: number;

  constructor(candidates: Candidates, collection: Collection, { filter, order_by, after, limit }: QueryArgs) {
    const { schema } = collection;
    this.#candidates = candidates;
    this.#collection = collection;
    this.#condition = filter === null ? undefined : compileFilter(schema, filter, 'filter');
    this.#order = order_by.map(({ field, descending }, index) => ({
      field: schema.requireOrdered(field, `order_by[${index}].field`),
      descending,
    }));
    this.#after = after;
    this.#limit = limit;
  }

  page(): { readonly rows: readonly Placed[]; readonly more: boolean } {
    return takePage(this.#found(), this.#limit, ({ row }) => row.value.length);
  }

  /** The records that match, in the order asked for, those after the place only. */
  #found(): Iterable<Placed> {
    const { collection_id } = this.#collection;
    const source = this.#candidates.choose(this.#collection, this.#condition);
    const [first] = this.#order;
    if (first === undefined) {
      const below = this.#after?.record ?? NEWEST;
      return this.#matching(this.#candidates.newestFirst(collection_id, source, below));
    }
    if (source.kind !== 'records' && first.field.indexed)
      return this.#alongIndex(first.field, first.descending);
    return this.#sorted(this.#matching(this.#candidates.newestFirst(collection_id, source, NEWEST)));
  }

  *#matching(rows: Iterable<RecordRow>): Generator<Placed, void> {
    for (const row of rows) {
      const value = unpackDocument(row.value) as DocObject;
      if (this.#condition !== undefined && !matches(this.#condition, value)) continue;
      const keys = this.#order.map(({ field }) => encodeValue(field.type, memberOf(value, field.name)));
      const placed = { keys, row };
      if (this.#order.length > 0 && this.#after !== null && !this.#isAfter(placed, this.#after)) continue;
      yield placed;
    }
  }

  #isAfter({ keys, row }: Placed, place: Place): boolean {
    return comparePlaces(this.#order, { keys, record: row.record }, place) > 0;
  }

  #sorted(rows: Iterable<Placed>): readonly Placed[] {
    // One more than the page, so that it shows whether there is one.
    const top = new TopRows(this.#order, this.#limit + 1);
    for (const placed of rows) top.add(placed);
    return top.rows;
  }

  /** Value by value along the index of the first field: what the page does not need is not read. */
  *#alongIndex(field: OrderedField, descending: boolean): Generator<Placed, void> {
    const { collection_id } = this.#collection;
    const start = this.#after?.keys[0] && indexBytes(this.#after.keys[0]);
    let { low, high } = this.#span(field);
    if (start !== undefined && descending) high = lower(high, justAbove(start));
    else if (start !== undefined) low = higher(low, start);
    for (;;) {
      const value = this.#candidates.edge(collection_id, field, { low, high }, descending);
      if (value === undefined) return;
      // Records with one whole value are newest first already, unless more is to be ordered by.
      const is_ordered = this.#order.length === 1 && !isCut(value);
      const is_start = start !== undefined && Buffer.compare(value, start) === 0;
      const below = is_ordered && is_start ? (this.#after?.record ?? NEWEST) : NEWEST;
      const rows = this.#matching(this.#candidates.atValue(collection_id, field, value, below));
      yield* is_ordered ? rows : this.#sorted(rows);
      if (descending) high = value;
      else low = justAbove(value);
    }
  }

  /** The part of a field's index that the filter leaves. */
  #span(field: OrderedField): Range {
    const ranges = this.#condition && narrowed(conjuncts(this.#condition)).get(field);
    const low = ranges === undefined ? NULL_BYTES : (ranges[0]?.low ?? PAST_VALUES);
    return { low, high: ranges?.at(-1)?.high ?? PAST_VALUES };
  }
}

function lower(a: Uint8Array, b: Uint8Array): Uint8Array {
  return Buffer.compare(a, b) < 0 ? a : b;
}

function higher(a: Uint8Array, b: Uint8Array): Uint8Array {
  return Buffer.compare(a, b) > 0 ? a : b;
}
