/** What a change of a declaration asks of the records that are there. */
import { DEFAULT_DOCUMENT_LIMITS } from '../../codec/limits.js';
import { decodeMsgpack, packDocument, unpackDocument } from '../../codec/msgpack.js';
import type { DocObject, DocValue } from '../../codec/value.js';
import { HoldfastError, invalidField } from '../../errors.js';
import {
  type Declaration,
  type DeclarationContent,
  type Field,
  memberOf,
  Schema,
  type UniqueKey,
} from './declaration.js';
import { type RecordRow, recordId } from './rows.js';

/** The declaration with a number for each field and key: that of before, or the next free one. */
export function numbered(content: DeclarationContent, before: Declaration | undefined): Declaration {
  let next_no = before?.next_no ?? 1;
  const fields = content.fields.map((field): Field => {
    const known = before?.fields.find(({ name }) => name === field.name);
    return { ...field, default_value: field.default_value, no: known?.no ?? next_no++ };
  });
  const unique_keys = content.unique_keys.map((names): UniqueKey => {
    const known = before?.unique_keys.find(({ fields: others }) => others.join() === names.join());
    return { fields: names, no: known?.no ?? next_no++ };
  });
  return { fields, unique_keys, next_no };
}

export function checkTypes(before: Schema, content: DeclarationContent): void {
  for (const [index, { name, type }] of content.fields.entries()) {
    const known = before.find(name);
    if (known === undefined || known.type === type) continue;
    throw invalidField(`fields[${index}].type`, `${name} is ${known.type}, and a type never changes`);
  }
}

export interface Difference {
  readonly touches_records: boolean;
  readonly gone_fields: readonly Field[];
  /** Fields whose default is given to records that lack them. */
  readonly filled: readonly Field[];
  /** Fields that records must have from now on. */
  readonly required: readonly Field[];
  readonly gone_indexes: readonly Field[];
  readonly gone_keys: readonly UniqueKey[];
  /** What had index and unique rows before and still has. */
  readonly kept_fields: readonly Field[];
  readonly kept_keys: readonly UniqueKey[];
  /** What gets index and unique rows now. */
  readonly added: Schema;
}

export function compare(before: Schema, after: Schema): Difference {
  const gone_fields = before.fields.filter(({ name }) => after.find(name) === undefined);
  const required = after.fields.filter(
    ({ name, required: is }) => is && before.find(name)?.required !== true,
  );
  const is_new = after.fields.filter(({ name }) => before.find(name) === undefined);
  const filled = after.fields.filter(
    (field) => field.default_value !== undefined && (is_new.includes(field) || required.includes(field)),
  );
  const gone_indexes = before.indexed.filter(({ name }) => after.find(name)?.indexed !== true);
  const new_indexes = after.indexed.filter(({ name }) => before.find(name)?.indexed !== true);
  const numbers = (keys: readonly UniqueKey[]): Set<number> => new Set(keys.map(({ no }) => no));
  const old_keys = numbers(before.unique_keys);
  const all_keys = numbers(after.unique_keys);
  const gone_keys = before.unique_keys.filter(({ no }) => !all_keys.has(no));
  const new_keys = after.unique_keys.filter(({ no }) => !old_keys.has(no));
  // The other fields stay, because keys name them, but without an index of this change's business.
  const onlyIndexing = (keep: (field: Field) => boolean): Field[] =>
    after.fields.map((field) => ({ ...field, indexed: field.indexed && keep(field) }));
  const is_added = (field: Field): boolean => new_indexes.some(({ no }) => no === field.no);
  return {
    touches_records: [gone_fields, filled, required, gone_indexes, new_indexes, gone_keys, new_keys].some(
      ({ length }) => length > 0,
    ),
    gone_fields,
    filled,
    required,
    gone_indexes,
    gone_keys,
    kept_fields: onlyIndexing((field) => !is_added(field)),
    kept_keys: after.unique_keys.filter(({ no }) => old_keys.has(no)),
    added: new Schema({ fields: onlyIndexing(is_added), unique_keys: new_keys, next_no: 0 }),
  };
}

/** @throws HoldfastError SCHEMA_VIOLATION naming the record. */
export function checkFit(difference: Difference, row: RecordRow): void {
  const old_value = unpackDocument(row.value) as DocObject;
  for (const { name } of difference.gone_fields) {
    if (Object.hasOwn(old_value, name))
      throw violation(row, `has the field ${name}, which is no longer declared`);
  }
  const value = filled(difference, old_value);
  for (const { name } of difference.required) {
    if ((memberOf(value, name) ?? null) === null) throw violation(row, `has no ${name}, which is required`);
  }
  for (const key of difference.added.unique_keys) {
    try {
      difference.added.keyBytes(key, value);
    } catch (error) {
      throw error instanceof HoldfastError
        ? violation(row, `does not fit a unique key: ${error.message}`)
        : error;
    }
  }
  if (value !== old_value) packed(row, value);
}

/** The record with the defaults that the change gives it; itself when there are none. */
export function filled(difference: Difference, value: DocObject): DocObject {
  const missing = difference.filled.filter(({ name }) => !Object.hasOwn(value, name));
  if (missing.length === 0) return value;
  return {
    ...value,
    ...Object.fromEntries(missing.map((field) => [field.name, field.default_value as DocValue])),
  };
}

export function packed(row: RecordRow, value: DocObject): Uint8Array {
  const bytes = packDocument(value);
  try {
    decodeMsgpack(bytes, DEFAULT_DOCUMENT_LIMITS);
  } catch (error) {
    throw error instanceof HoldfastError
      ? violation(row, `is too large with its defaults: ${error.message}`)
      : error;
  }
  return bytes;
}

function violation(row: RecordRow, problem: string): HoldfastError {
  const record_id = recordId(row.record);
  return new HoldfastError('SCHEMA_VIOLATION', `${record_id} ${problem}`, {
    field: 'fields',
    metadata: { record_id },
  });
}
