/** What of an index a filter leaves: ranges of index values, from `low` up to but not including `high`. */
import type { OrderedField, Schema, UniqueKey } from './declaration.js';
import {
  aboveAllWith,
  FIRST_VALUE,
  indexBytes,
  justAbove,
  NULL_BYTES,
  PAST_VALUES,
  prefixBytes,
} from './encoding.js';
import type { FieldCondition } from './filter.js';

export interface Range {
  readonly low: Uint8Array;
  readonly high: Uint8Array;
}

const EVERYTHING: readonly Range[] = [{ low: NULL_BYTES, high: PAST_VALUES }];

/** The ranges that hold all records which pass these comparisons of one field; sorted and apart. */
function rangesOf(conditions: readonly FieldCondition[]): readonly Range[] {
  return conditions.reduce<readonly Range[]>(
    (left, condition) => intersect(left, rangesOfOne(condition)),
    EVERYTHING,
  );
}

function rangesOfOne({ comparison, text, values }: FieldCondition): readonly Range[] {
  // Index values are cut, so the bounds are cut as well, and a record at a bound is let through to the exact test.
  const bounds = values.map(indexBytes);
  const [bound = NULL_BYTES] = bounds;
  switch (comparison) {
    case 'EQUAL':
    case 'IN':
      return points(bounds);
    case 'LESS':
    case 'LESS_OR_EQUAL':
      return [{ low: FIRST_VALUE, high: justAbove(bound) }];
    case 'GREATER':
    case 'GREATER_OR_EQUAL':
      return [{ low: bound, high: PAST_VALUES }];
    case 'STARTS_WITH': {
      const low = indexBytes(prefixBytes(text));
      return [{ low, high: aboveAllWith(low) }];
    }
    case 'IS_NULL':
      return points([NULL_BYTES]);
    case 'CONTAINS':
      return [{ low: FIRST_VALUE, high: PAST_VALUES }];
    case 'NOT_EQUAL':
      return EVERYTHING;
  }
}

/** Sorted values that may have become the same when they were cut. */
function points(values: readonly Uint8Array[]): Range[] {
  return values
    .filter((value, index) => index === 0 || Buffer.compare(values[index - 1] ?? value, value) !== 0)
    .map((value) => ({ low: value, high: justAbove(value) }));
}

function intersect(a: readonly Range[], b: readonly Range[]): Range[] {
  const both: Range[] = [];
  let i = 0;
  let j = 0;
  for (;;) {
    const left = a[i];
    const right = b[j];
    if (left === undefined || right === undefined) return both;
    const low = Buffer.compare(left.low, right.low) > 0 ? left.low : right.low;
    const left_ends_first = Buffer.compare(left.high, right.high) < 0;
    const high = left_ends_first ? left.high : right.high;
    if (Buffer.compare(low, high) < 0) both.push({ low, high });
    if (left_ends_first) i += 1;
    else j += 1;
  }
}

/** The single value that all index rows in the ranges have, if it is one. */
export function pointOf(ranges: readonly Range[]): Uint8Array | undefined {
  const [only, ...more] = ranges;
  if (only === undefined || more.length > 0) return undefined;
  return Buffer.compare(justAbove(only.low), only.high) === 0 ? only.low : undefined;
}

/** The ranges of each indexed field that the comparisons narrow. */
export function narrowed(conditions: readonly FieldCondition[]): Map<OrderedField, readonly Range[]> {
  const by_field = new Map<OrderedField, FieldCondition[]>();
  for (const condition of conditions) {
    if (
      !condition.field.indexed ||
      condition.comparison === 'NOT_EQUAL' ||
      condition.comparison === 'CONTAINS'
    )
      continue;
    const known = by_field.get(condition.field);
    if (known === undefined) by_field.set(condition.field, [condition]);
    else known.push(condition);
  }
  return new Map([...by_field].map(([field, each]) => [field, rangesOf(each)]));
}

/** A unique key whose fields are all compared for equality, and the value that the record must have in it. */
export function uniqueLookup(
  schema: Schema,
  conditions: readonly FieldCondition[],
): { readonly key: UniqueKey; readonly value: Uint8Array } | undefined {
  for (const key of schema.unique_keys) {
    const parts = key.fields.flatMap((name) => {
      const equal = conditions.find(({ comparison, field }) => comparison === 'EQUAL' && field.name === name);
      return equal?.values ?? [];
    });
    if (parts.length === key.fields.length) return { key, value: Buffer.concat(parts) };
  }
  return undefined;
}
