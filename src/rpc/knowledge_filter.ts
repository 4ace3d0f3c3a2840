/** Filters of Knowledge on their way in: their shape. What they say of fields is checked against the declaration later. */
import { HoldfastError } from '../errors.js';
import type { Filter__Output } from '../gen/holdfast/v1/Filter.js';
import type { Comparison, FilterArgs } from '../tiers/knowledge/filter.js';
import * as check from './check.js';
import { fieldName } from './knowledge_mutations.js';

const MAX_COMPARISONS = 64;
const MAX_NESTING = 8;
const MAX_FILTERS = 64;

/** @throws HoldfastError FIELD_REQUIRED, INVALID_FIELD or LIMIT_EXCEEDED at the path of what is wrong. */
export function parseFilter(filter: Filter__Output | null): FilterArgs | null {
  return filter === null ? null : new FilterParser().parse(filter, 'filter', 1);
}

class FilterParser {
  #comparisons = 0;

  parse({ filter, field, all, any, not }: Filter__Output, at: string, nesting: number): FilterArgs {
    if (nesting > MAX_NESTING) throw beyond(at, `nested deeper than ${MAX_NESTING}`, MAX_NESTING);
    switch (filter) {
      case undefined:
        throw new HoldfastError('FIELD_REQUIRED', `${at} is empty: field, all, any or not`, { field: at });
      case 'field':
        return this.#field(check.required(field, `${at}.field`), `${at}.field`);
      case 'not':
        return {
          kind: 'not',
          filter: this.parse(check.required(not, `${at}.not`), `${at}.not`, nesting + 1),
        };
      default: {
        const list_at = `${at}.${filter}.filters`;
        const list = check.required(filter === 'all' ? all : any, `${at}.${filter}`);
        const filters = check
          .list(list.filters, list_at, 1, MAX_FILTERS)
          .map((each, index) => this.parse(each, `${list_at}[${index}]`, nesting + 1));
        return { kind: filter, filters };
      }
    }
  }

  #field({ field, comparison, value }: NonNullable<Filter__Output['field']>, at: string): FilterArgs {
    this.#comparisons += 1;
    if (this.#comparisons > MAX_COMPARISONS) {
      throw beyond(at, `more than ${MAX_COMPARISONS} comparisons`, MAX_COMPARISONS);
    }
    return {
      kind: 'field',
      field: fieldName(field, `${at}.field`),
      comparison: check
        .enumValue(comparison, 'COMPARISON_UNSPECIFIED', `${at}.comparison`)
        .slice('COMPARISON_'.length) as Comparison,
      value: check.optionalDocument(value, `${at}.value`),
    };
  }
}

function beyond(field: string, problem: string, limit: number): HoldfastError {
  return new HoldfastError('LIMIT_EXCEEDED', `${field}: ${problem}`, {
    field,
    metadata: { limit: String(limit) },
  });
}
