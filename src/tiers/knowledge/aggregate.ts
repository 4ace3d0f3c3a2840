/** AggregateRecords: counts, sums and the like over all records that a filter matches, on one snapshot of a reader thread. */
import { AmountTotal, fitting } from '../../codec/amount.js';
import { packDocument, unpackDocument } from '../../codec/msgpack.js';
import { DecimalValue, type DocObject, type DocValue, normalizeDouble } from '../../codec/value.js';
import { HoldfastError, invalidField } from '../../errors.js';
import { readHead } from '../../journal/append.js';
import type { Db } from '../../store/db.js';
import { Candidates, NEWEST } from './candidates.js';
import { type Field, isOrdered, memberOf, type OrderedField, type Schema } from './declaration.js';
import { encodeValue } from './encoding.js';
import { compileFilter, type FilterArgs, matches } from './filter.js';

export type AggregateFunction = 'COUNT' | 'SUM' | 'AVERAGE' | 'MIN' | 'MAX';

export interface AggregateArgs {
  readonly agent_id: string;
  readonly collection: string;
  readonly filter: FilterArgs | null;
  /** An empty field counts records. */
  readonly aggregates: readonly { readonly function: AggregateFunction; readonly field: string }[];
  readonly group_by: readonly string[];
}

export interface AggregateResult {
  readonly revision: number;
  /** By the values of the group. Packed documents. */
  readonly groups: readonly { readonly group: Uint8Array; readonly values: Uint8Array }[];
}

const MAX_GROUPS = 10_000;
/** Bytes of group values and of the texts that MIN and MAX hold: what one scan may keep. */
const MAX_HELD_BYTES = 8_000_000;

/** One figure as it grows. */
interface Figure {
  /** Bytes more that it holds now. */
  add(value: DocValue): number;
  /** @throws HoldfastError LIMIT_EXCEEDED. */
  result(): DocValue;
}

interface Group {
  readonly values: readonly DocValue[];
  readonly figures: readonly Figure[];
}

/**
 * @throws HoldfastError NOT_FOUND, then INVALID_FIELD or LIMIT_EXCEEDED of the filter, the aggregates and the groups, then
 *   TOO_MANY, LIMIT_EXCEEDED of a sum.
 */
export function aggregateRecords(db: Db): (args: AggregateArgs) => AggregateResult {
  const candidates = new Candidates(db);
  return db.transaction((args: AggregateArgs): AggregateResult => {
    const { revision } = readHead(db);
    const collection = candidates.rows.require(args.agent_id, args.collection, 'collection');
    const { collection_id, schema } = collection;
    const condition = args.filter === null ? undefined : compileFilter(schema, args.filter, 'filter');
    const groups = new Groups(schema, args);
    const source = candidates.choose(collection, condition);
    for (const row of candidates.newestFirst(collection_id, source, NEWEST)) {
      const value = unpackDocument(row.value) as DocObject;
      if (condition === undefined || matches(condition, value)) groups.add(value);
    }
    return { revision, groups: groups.results() };
  });
}

class Groups {
  readonly #fields: readonly (Field | undefined)[];
  readonly #functions: readonly AggregateFunction[];
  readonly #group_by: readonly OrderedField[];
  readonly #groups = new Map<string, Group>();
  #held_bytes = 0;

  constructor(schema: Schema, { aggregates, group_by }: AggregateArgs) {
    this.#functions = aggregates.map((each) => each.function);
    this.#fields = aggregates.map((each, index) => fieldOf(schema, each, `aggregates[${index}].field`));
    this.#group_by = group_by.map((name, index) => schema.requireOrdered(name, `group_by[${index}]`));
    if (group_by.length === 0) this.#groups.set('', { values: [], figures: this.#figures() });
  }

  add(record: DocObject): void {
    const { figures } = this.#groupOf(record);
    for (const [index, figure] of figures.entries()) {
      const field = this.#fields[index];
      const value = field === undefined ? true : (memberOf(record, field.name) ?? null);
      if (value !== null) this.#hold(figure.add(value));
    }
  }

  results(): AggregateResult['groups'] {
    const sorted = [...this.#groups].sort(([a], [b]) => (a < b ? -1 : 1));
    return sorted.map(([, { values, figures }]) => ({
      group: packDocument(
        Object.fromEntries(this.#group_by.map(({ name }, index) => [name, values[index] ?? null])),
      ),
      values: packDocument(
        figures.map((figure, index) => within(`aggregates[${index}]`, () => figure.result())),
      ),
    }));
  }

  #groupOf(record: DocObject): Group {
    const values = this.#group_by.map(({ name }) => memberOf(record, name) ?? null);
    const bytes = this.#group_by.map(({ type }, index) => encodeValue(type, values[index]));
    // As Latin-1, text compares as its bytes do.
    const key = Buffer.concat(bytes).toString('latin1');
    const known = this.#groups.get(key);
    if (known !== undefined) return known;
    if (this.#groups.size >= MAX_GROUPS) {
      throw new HoldfastError('TOO_MANY', `group_by: more than ${MAX_GROUPS} groups`, {
        field: 'group_by',
        metadata: { limit: String(MAX_GROUPS) },
      });
    }
    this.#hold(2 * key.length);
    const group = { values, figures: this.#figures() };
    this.#groups.set(key, group);
    return group;
  }

  #hold(bytes: number): void {
    this.#held_bytes += bytes;
    if (this.#held_bytes <= MAX_HELD_BYTES) return;
    throw new HoldfastError('TOO_MANY', `group_by: groups and figures of more than ${MAX_HELD_BYTES} bytes`, {
      field: 'group_by',
      metadata: { limit: String(MAX_HELD_BYTES) },
    });
  }

  #figures(): Figure[] {
    return this.#functions.map((name, index) => figureOf(name, this.#fields[index]));
  }
}

function fieldOf(
  schema: Schema,
  { function: name, field }: AggregateArgs['aggregates'][number],
  at: string,
): Field | undefined {
  if (field === '') return undefined;
  const found = schema.require(field, at);
  if (name === 'COUNT') return found;
  const is_number = found.type === 'INTEGER' || found.type === 'DECIMAL' || found.type === 'FLOAT';
  if ((name === 'SUM' || name === 'AVERAGE') && !is_number) {
    throw invalidField(at, `${name} needs a number, and ${field} is ${found.type}`);
  }
  return schema.requireOrdered(field, at);
}

function figureOf(name: AggregateFunction, field: Field | undefined): Figure {
  if (field === undefined || name === 'COUNT') return new Count();
  if (name === 'MIN' || name === 'MAX') {
    if (!isOrdered(field)) throw new Error(`${field.name} has no order`);
    return new Extreme(field, name === 'MIN' ? -1 : 1);
  }
  return field.type === 'FLOAT' ? new FloatSum(name === 'AVERAGE') : new ExactSum(name === 'AVERAGE');
}

class Count implements Figure {
  #count = 0;

  add(): number {
    this.#count += 1;
    return 0;
  }

  result(): DocValue {
    return this.#count;
  }
}

class ExactSum implements Figure {
  readonly #total = new AmountTotal();
  readonly #is_average: boolean;
  #count = 0;

  constructor(is_average: boolean) {
    this.#is_average = is_average;
  }

  add(value: DocValue): number {
    this.#total.add(value instanceof DecimalValue ? value.text : String(value));
    this.#count += 1;
    return 0;
  }

  result(): DocValue {
    if (this.#count === 0) return null;
    return new DecimalValue(
      this.#is_average ? this.#total.average(this.#count) : fitting(this.#total.text()),
    );
  }
}

/** With it, more terms than a collection has records cannot overflow. */
const SMALL_SCALE = 2 ** -64;

/**
 * Neumaier's compensated sum: what rounding loses in each addition is kept and added at the end.
 * https://en.wikipedia.org/wiki/Kahan_summation_algorithm#Further_enhancements
 */
class FloatSum implements Figure {
  readonly #is_average: boolean;
  #sum = 0;
  #lost = 0;
  #count = 0;
  /** What the terms are multiplied by: smaller once the sum would have been infinite, for later terms may bring it back. */
  #scale = 1;

  constructor(is_average: boolean) {
    this.#is_average = is_average;
  }

  add(value: DocValue): number {
    if (this.#scale === 1 && !Number.isFinite(this.#sum + Number(value))) {
      this.#scale = SMALL_SCALE;
      this.#sum *= SMALL_SCALE;
      this.#lost *= SMALL_SCALE;
    }
    const term = Number(value) * this.#scale;
    const sum = this.#sum + term;
    this.#lost += Math.abs(this.#sum) >= Math.abs(term) ? this.#sum - sum + term : term - sum + this.#sum;
    this.#sum = sum;
    this.#count += 1;
    return 0;
  }

  result(): DocValue {
    if (this.#count === 0) return null;
    const sum = (this.#sum + this.#lost) / (this.#is_average ? this.#count : 1) / this.#scale;
    if (!Number.isFinite(sum)) {
      throw new HoldfastError('LIMIT_EXCEEDED', 'the sum is more than a binary64 holds');
    }
    return normalizeDouble(sum);
  }
}

class Extreme implements Figure {
  readonly #field: OrderedField;
  readonly #sign: 1 | -1;
  #best: Buffer | undefined;
  #value: DocValue = null;

  /** @param sign 1 for the greatest, -1 for the least. */
  constructor(field: OrderedField, sign: 1 | -1) {
    this.#field = field;
    this.#sign = sign;
  }

  add(value: DocValue): number {
    const encoded = encodeValue(this.#field.type, value);
    const held = this.#best;
    if (held !== undefined && this.#sign * Buffer.compare(encoded, held) <= 0) return 0;
    this.#best = encoded;
    this.#value = value;
    return encoded.length - (held?.length ?? 0);
  }

  result(): DocValue {
    return this.#value;
  }
}

/** Puts the path of the aggregate into an error of its result. */
function within<T>(field: string, result: () => T): T {
  try {
    return result();
  } catch (error) {
    if (!(error instanceof HoldfastError)) throw error;
    throw new HoldfastError(error.reason, `${field}: ${error.message}`, { ...error.details, field });
  }
}
