/** `--where 'score >= 0.8'`: comparisons as people write them, their values in the form of the field's type. */
import type { Collection__Output } from '@holdfast/client/types/Collection.js';
import type { Comparison } from '@holdfast/client/types/Comparison.js';
import type { Filter } from '@holdfast/client/types/Filter.js';
import { UsageError } from './command.js';

const COMPARISONS = {
  '=': 'COMPARISON_EQUAL',
  '!=': 'COMPARISON_NOT_EQUAL',
  '<': 'COMPARISON_LESS',
  '<=': 'COMPARISON_LESS_OR_EQUAL',
  '>': 'COMPARISON_GREATER',
  '>=': 'COMPARISON_GREATER_OR_EQUAL',
  '^=': 'COMPARISON_STARTS_WITH',
  '~': 'COMPARISON_CONTAINS',
  in: 'COMPARISON_IN',
} as const satisfies Record<string, Comparison>;

type Sign = keyof typeof COMPARISONS;

const WHERE = /^\s*([A-Za-z][A-Za-z0-9_]*)\s*(!=|<=|>=|\^=|=|<|>|~|\bin\b)\s*(.*)$/s;
const IS_NULL = /^\s*([A-Za-z][A-Za-z0-9_]*)\s+is\s+(not\s+)?null\s*$/i;

export const WHERE_HELP = 'FIELD = VALUE; also != < <= > >= ^= (starts with) ~ (contains), in [..], is null';

/** All comparisons joined by `and`; undefined for none. @throws UsageError for what is no comparison. */
export function whereFilter(
  texts: readonly string[],
  collection: Collection__Output | null,
): Filter | undefined {
  if (texts.length === 0) return undefined;
  const types = new Map(collection?.fields.map(({ name, type }) => [name, type]));
  return { all: { filters: texts.map((text) => comparison(text, types)) } };
}

function comparison(text: string, types: ReadonlyMap<string, string>): Filter {
  const null_test = IS_NULL.exec(text);
  if (null_test !== null) {
    const [, field = '', is_not] = null_test;
    const test: Filter = { field: { field, comparison: 'COMPARISON_IS_NULL' } };
    return is_not === undefined ? test : { not: test };
  }
  const [, field = '', sign = '', value = ''] = WHERE.exec(text) ?? [];
  if (field === '' || value === '') throw new UsageError(`--where takes ${WHERE_HELP}; not "${text}"`);
  const json = sign === 'in' ? value : valueJson(value, types.get(field));
  return { field: { field, comparison: COMPARISONS[sign as Sign], value: { json } } };
}

/** A value as typed: text needs no quotes where the field holds text, amounts and times no tags. */
function valueJson(text: string, type: string | undefined): string {
  if (text.startsWith('{') || text.startsWith('"')) return text;
  switch (type) {
    case 'FIELD_TYPE_STRING':
      return JSON.stringify(text);
    case 'FIELD_TYPE_DECIMAL':
      return JSON.stringify({ __decimal__: text });
    case 'FIELD_TYPE_TIMESTAMP':
      return JSON.stringify({ __timestamp__: text });
    default:
      return text;
  }
}
