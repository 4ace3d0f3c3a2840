/** Short ways to declare, write and look for records on a TestStore, as the rpc layer would. */
import assert from 'node:assert/strict';
import { packDocument, unpackDocument } from '../../src/codec/msgpack.js';
import type { DocObject, DocValue } from '../../src/codec/value.js';
import { HoldfastError } from '../../src/errors.js';
import type { AggregateArgs, AggregateFunction } from '../../src/tiers/knowledge/aggregate.js';
import type { PutRecordArgs } from '../../src/tiers/knowledge/commands.js';
import { type DeclarationContent, packContent } from '../../src/tiers/knowledge/declaration.js';
import type { FieldType } from '../../src/tiers/knowledge/encoding.js';
import type { Comparison, FilterArgs } from '../../src/tiers/knowledge/filter.js';
import type { QueryArgs } from '../../src/tiers/knowledge/query.js';
import { recordId } from '../../src/tiers/knowledge/rows.js';
import { resultOf, type TestStore } from '../support/executor.js';

export type FieldContent = DeclarationContent['fields'][number];

export function field(name: string, type: FieldType, more: Partial<FieldContent> = {}): FieldContent {
  return { name, type, required: false, indexed: false, default_value: undefined, ...more };
}

export function declare(
  store: TestStore,
  name: string,
  fields: readonly FieldContent[],
  unique_keys: readonly (readonly string[])[] = [],
  expected_version: number | null = null,
): number {
  const content = packContent({ fields, unique_keys });
  return store.run('put_collection', { name, content, expected_version }).version;
}

export function putArgs(
  collection: string,
  value: DocObject,
  more: Partial<PutRecordArgs> = {},
): PutRecordArgs {
  return {
    collection,
    value: packDocument(value),
    record_id: '',
    match_key: [],
    expected_version: null,
    ...more,
  };
}

export function put(
  store: TestStore,
  collection: string,
  value: DocObject,
  more: Partial<PutRecordArgs> = {},
) {
  return store.run('put_record', putArgs(collection, value, more));
}

/** Many records, a few hundred a transaction. */
export function putAll(store: TestStore, collection: string, values: readonly DocObject[]): string[] {
  const ids: string[] = [];
  for (let at = 0; at < values.length; at += 500) {
    const batch = values
      .slice(at, at + 500)
      .map((value) => store.submission('put_record', putArgs(collection, value)));
    for (const outcome of store.executor.execute(batch))
      ids.push(resultOf<{ record_id: string }>(outcome).record_id);
  }
  return ids;
}

export function where(name: string, comparison: Comparison, value?: DocValue): FilterArgs {
  const packed = value === undefined ? null : packDocument(value);
  return { kind: 'field', field: name, comparison, value: packed };
}

export const all = (...filters: FilterArgs[]): FilterArgs => ({ kind: 'all', filters });
export const any = (...filters: FilterArgs[]): FilterArgs => ({ kind: 'any', filters });
export const not = (filter: FilterArgs): FilterArgs => ({ kind: 'not', filter });

export function page(store: TestStore, collection: string, more: Partial<QueryArgs> = {}) {
  const args: QueryArgs = {
    agent_id: 'agent-1',
    collection,
    filter: null,
    order_by: [],
    limit: 1000,
    after: null,
    ...more,
  };
  return store.scans.query_records(args, () => {});
}

/** All pages, as ids. */
export function found(store: TestStore, collection: string, more: Partial<QueryArgs> = {}): string[] {
  const ids: string[] = [];
  let after: QueryArgs['after'] = null;
  do {
    const { rows, next } = page(store, collection, { ...more, after });
    ids.push(...rows.map(({ record }) => recordId(record)));
    after = next;
  } while (after !== null);
  return ids;
}

export function storedValue(store: TestStore, collection: string, record_id: string): DocObject {
  const row = store.reads.snapshot(0, ({ knowledge }) => knowledge.record('agent-1', collection, record_id));
  return unpackDocument(row.value) as DocObject;
}

export function aggregate(
  store: TestStore,
  collection: string,
  aggregates: readonly (readonly [AggregateFunction, string])[],
  more: Partial<AggregateArgs> = {},
): { group: DocValue; values: DocValue }[] {
  const args: AggregateArgs = {
    agent_id: 'agent-1',
    collection,
    filter: null,
    aggregates: aggregates.map(([name, of]) => ({ function: name, field: of })),
    group_by: [],
    ...more,
  };
  return store.scans
    .aggregate_records(args, () => {})
    .groups.map(({ group, values }) => ({ group: unpackDocument(group), values: unpackDocument(values) }));
}

/** @returns the refusal, whose reason and field it checks. */
export function refuses(action: () => unknown, reason: string, at?: string): HoldfastError {
  try {
    action();
  } catch (error) {
    assert.ok(error instanceof HoldfastError, String(error));
    assert.deepEqual([error.reason, error.details.field], [reason, at ?? error.details.field], error.message);
    return error;
  }
  throw new Error(`not refused: ${reason}`);
}

export function verified(store: TestStore): readonly string[] {
  return store.scans.verify({ skip_integrity_check: true }, () => {}).findings.map(({ kind }) => kind);
}
