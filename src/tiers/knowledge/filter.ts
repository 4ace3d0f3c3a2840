/**
 * Filters: from a request's tree to a test of records, checked against the declaration on the way. There is one test for
 * all records, whichever way they were found, so that an index can make a query faster and nothing else.
 */
import { unpackDocument } from '../../codec/msgpack.js';
import type { DocObject, DocValue } from '../../codec/value.js';
import { HoldfastError, invalidField } from '../../errors.js';
import { fitOrdered, memberOf, type OrderedField, type Schema } from './declaration.js';
import { encodeValue } from './encoding.js';

export type Comparison =
  | 'EQUAL'
  | 'NOT_EQUAL'
  | 'LESS'
  | 'LESS_OR_EQUAL'
  | 'GREATER'
  | 'GREATER_OR_EQUAL'
  | 'STARTS_WITH'
  | 'CONTAINS'
  | 'IN'
  | 'IS_NULL';

/** A filter as the rpc layer hands it over: its shape is checked, its fields and values are not. */
export type FilterArgs =
  | {
      readonly kind: 'field';
      readonly field: string;
      readonly comparison: Comparison;
      readonly value: Uint8Array | null;
    }
  | { readonly kind: 'all' | 'any'; readonly filters: readonly FilterArgs[] }
  | { readonly kind: 'not'; readonly filter: FilterArgs };

const MAX_IN_VALUES = 1000;

/** A filter that suits the declaration. Two-valued: what is not true is false, and `not` turns it round. */
export type Condition =
  | FieldCondition
  | { readonly kind: 'all' | 'any'; readonly conditions: readonly Condition[] }
  | { readonly kind: 'not'; readonly condition: Condition };

export interface FieldCondition {
  readonly kind: 'field';
  readonly field: OrderedField;
  readonly comparison: Comparison;
  /** What it is compared with: the text of STARTS_WITH and CONTAINS. */
  readonly text: string;
  /** Encodings; of IN sorted and each once, otherwise one or none. */
  readonly values: readonly Buffer[];
}

/** @throws HoldfastError INVALID_FIELD, FIELD_REQUIRED or LIMIT_EXCEEDED at the path of what does not suit. */
export function compileFilter(schema: Schema, filter: FilterArgs, at: string): Condition {
  switch (filter.kind) {
    case 'field':
      return compileField(schema, filter, `${at}.field`);
    case 'not':
      return { kind: 'not', condition: compileFilter(schema, filter.filter, `${at}.not`) };
    default: {
      const { kind, filters } = filter;
      return {
        kind,
        conditions: filters.map((each, index) =>
          compileFilter(schema, each, `${at}.${kind}.filters[${index}]`),
        ),
      };
    }
  }
}

type FieldArgs = Extract<FilterArgs, { kind: 'field' }>;

function compileField(schema: Schema, args: FieldArgs, at: string): FieldCondition {
  const { comparison } = args;
  const field = schema.requireOrdered(args.field, `${at}.field`);
  const { type } = field;
  const is_text = comparison === 'STARTS_WITH' || comparison === 'CONTAINS';
  const has_order = comparison.startsWith('LESS') || comparison.startsWith('GREATER');
  if ((is_text && type !== 'STRING') || (has_order && type === 'BOOLEAN')) {
    throw invalidField(`${at}.comparison`, `${comparison} does not suit ${field.name}, which is ${type}`);
  }
  const value_at = `${at}.value`;
  if (comparison === 'IS_NULL') {
    if (args.value !== null) throw invalidField(value_at, 'IS_NULL takes no value');
    return { kind: 'field', field, comparison, text: '', values: [] };
  }
  if (args.value === null) {
    throw new HoldfastError('FIELD_REQUIRED', `${value_at} is required`, { field: value_at });
  }
  const value = unpackDocument(args.value);
  if (comparison === 'IN')
    return { kind: 'field', field, comparison, text: '', values: setOf(field, value, value_at) };
  if (value === null) throw invalidField(value_at, 'must not be null; IS_NULL looks for that');
  const fitting = fitOrdered(type, value, value_at);
  return {
    kind: 'field',
    field,
    comparison,
    text: is_text ? (fitting as string) : '',
    values: [encodeValue(type, fitting)],
  };
}

function setOf({ type }: OrderedField, value: DocValue, at: string): Buffer[] {
  if (!Array.isArray(value)) throw invalidField(at, 'must be an array for IN');
  if (value.length > MAX_IN_VALUES) {
    throw new HoldfastError('LIMIT_EXCEEDED', `${at}: at most ${MAX_IN_VALUES} values, got ${value.length}`, {
      field: at,
      metadata: { limit: String(MAX_IN_VALUES), actual: String(value.length) },
    });
  }
  const sorted = value
    .map((each, index) => encodeValue(type, fitOrdered(type, each, `${at}[${index}]`)))
    .sort(Buffer.compare);
  return sorted.filter((each, index) => index === 0 || Buffer.compare(sorted[index - 1] ?? each, each) !== 0);
}

/** Whether a record is one that the filter looks for. */
export function matches(condition: Condition, record: DocObject): boolean {
  switch (condition.kind) {
    case 'field':
      return holds(condition, memberOf(record, condition.field.name) ?? null);
    case 'all':
      return condition.conditions.every((each) => matches(each, record));
    case 'any':
      return condition.conditions.some((each) => matches(each, record));
    case 'not':
      return !matches(condition.condition, record);
  }
}

function holds({ comparison, field, text, values }: FieldCondition, value: DocValue): boolean {
  if (comparison === 'IS_NULL') return value === null;
  if (value === null) return comparison === 'NOT_EQUAL';
  if (comparison === 'STARTS_WITH') return (value as string).startsWith(text);
  if (comparison === 'CONTAINS') return (value as string).includes(text);
  const encoded = encodeValue(field.type, value);
  if (comparison === 'IN') return includes(values, encoded);
  const order = Buffer.compare(encoded, values[0] ?? encoded);
  switch (comparison) {
    case 'EQUAL':
      return order === 0;
    case 'NOT_EQUAL':
      return order !== 0;
    case 'LESS':
      return order < 0;
    case 'LESS_OR_EQUAL':
      return order <= 0;
    case 'GREATER':
      return order > 0;
    case 'GREATER_OR_EQUAL':
      return order >= 0;
  }
}

/** Binary search in sorted encodings. */
function includes(sorted: readonly Buffer[], wanted: Buffer): boolean {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const order = Buffer.compare(sorted[middle] ?? wanted, wanted);
    if (order === 0) return true;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}

/** The comparisons that every record found must pass: the filter's own, or those of its outermost `all`. */
export function conjuncts(condition: Condition): readonly FieldCondition[] {
  if (condition.kind === 'field') return [condition];
  return condition.kind === 'all' ? condition.conditions.flatMap(conjuncts) : [];
}
