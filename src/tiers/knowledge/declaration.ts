/** What a collection declares, and what that says about a record. */
import { DEFAULT_DOCUMENT_LIMITS } from '../../codec/limits.js';
import { decodeMsgpack, packDocument, unpackDocument } from '../../codec/msgpack.js';
import {
  DecimalValue,
  type DocObject,
  type DocValue,
  isDocObject,
  MIN_INT64,
  Timestamp,
} from '../../codec/value.js';
import { HoldfastError, invalidField } from '../../errors.js';
import { encodeValue, type FieldType, type OrderedType } from './encoding.js';

export const MAX_STRING_BYTES = 65_536;
export const MAX_KEY_BYTES = 1024;

const MAX_INT64 = 2n ** 63n - 1n;

export interface Field {
  /** Never used again in this collection, also not once the field is gone. */
  readonly no: number;
  readonly name: string;
  readonly type: FieldType;
  readonly required: boolean;
  readonly indexed: boolean;
  /** Undefined = none. In the one form of its type. */
  readonly default_value: DocValue | undefined;
}

export interface OrderedField extends Field {
  readonly type: OrderedType;
}

export interface UniqueKey {
  readonly no: number;
  readonly fields: readonly string[];
}

export interface Declaration {
  readonly fields: readonly Field[];
  readonly unique_keys: readonly UniqueKey[];
  /** The number that the next new field or key takes. */
  readonly next_no: number;
}

/** A declaration as a request gives it, without numbers. */
export interface DeclarationContent {
  readonly fields: readonly Omit<Field, 'no'>[];
  readonly unique_keys: readonly (readonly string[])[];
}

/** Canonical: the same declaration has the same bytes. */
export function packContent({ fields, unique_keys }: DeclarationContent): Uint8Array {
  return packDocument({
    fields: fields.map(({ name, type, required, indexed, default_value }) => ({
      name,
      type,
      required,
      indexed,
      ...(default_value !== undefined && { default_value }),
    })),
    unique_keys: unique_keys.map((key) => [...key]),
  });
}

export function unpackContent(bytes: Uint8Array): DeclarationContent {
  return unpackDocument(bytes) as unknown as DeclarationContent;
}

export function contentOf({ fields, unique_keys }: Declaration): DeclarationContent {
  return { fields, unique_keys: unique_keys.map((key) => key.fields) };
}

export function packDeclaration(declaration: Declaration): Uint8Array {
  const { fields, unique_keys } = unpackDocument(packContent(contentOf(declaration))) as {
    fields: DocObject[];
    unique_keys: DocValue[];
  };
  return packDocument({
    fields: fields.map((field, index) => ({ ...field, no: declaration.fields[index]?.no ?? 0 })),
    unique_keys: unique_keys.map((names, index) => ({
      fields: names,
      no: declaration.unique_keys[index]?.no ?? 0,
    })),
    next_no: declaration.next_no,
  });
}

/** A declaration ready for use. */
export class Schema implements Declaration {
  readonly fields: readonly Field[];
  readonly unique_keys: readonly UniqueKey[];
  readonly next_no: number;
  readonly indexed: readonly OrderedField[];
  readonly #by_name: ReadonlyMap<string, Field>;

  constructor({ fields, unique_keys, next_no }: Declaration) {
    this.fields = fields;
    this.unique_keys = unique_keys;
    this.next_no = next_no;
    this.indexed = fields.filter((field): field is OrderedField => field.indexed);
    this.#by_name = new Map(fields.map((field) => [field.name, field]));
  }

  static unpack(bytes: Uint8Array): Schema {
    const declared = unpackDocument(bytes) as unknown as Declaration;
    // Only damage makes another thing of it.
    if (!Array.isArray(declared.fields) || !Array.isArray(declared.unique_keys))
      throw new Error('the declaration of a collection cannot be read');
    return new Schema(declared);
  }

  find(name: string): Field | undefined {
    return this.#by_name.get(name);
  }

  /** @param at path of the request field that names it. @throws HoldfastError INVALID_FIELD unless declared. */
  require(name: string, at: string): Field {
    const field = this.find(name);
    if (field === undefined) throw invalidField(at, `no field ${quoted(name)} is declared`);
    return field;
  }

  /** The same for what is compared, ordered or grouped by. */
  requireOrdered(name: string, at: string): OrderedField {
    const field = this.require(name, at);
    if (!isOrdered(field)) throw invalidField(at, `${name} is JSON, which is neither compared nor ordered`);
    return field;
  }

  /** The unique key of exactly these fields, in any order. @throws HoldfastError INVALID_FIELD. */
  requireKey(names: readonly string[], at: string): UniqueKey {
    const wanted = [...names].sort().join();
    const key = this.unique_keys.find(
      ({ fields }) => fields.length === names.length && [...fields].sort().join() === wanted,
    );
    if (key === undefined) {
      throw invalidField(at, `no unique key has exactly these fields: ${quoted(names.join(', '))}`);
    }
    return key;
  }

  /**
   * A record as it is stored: defaults filled in, each value in the one form of its type.
   * @throws HoldfastError INVALID_FIELD, FIELD_REQUIRED, LIMIT_EXCEEDED, DOCUMENT_TOO_LARGE, DOCUMENT_TOO_DEEP.
   */
  record(value: DocObject): { readonly value: DocObject; readonly bytes: Uint8Array } {
    for (const name of Object.keys(value)) this.require(name, 'value');
    const record: DocObject = {};
    let filled = false;
    for (const field of this.fields) {
      const given = memberOf(value, field.name);
      const put = given === undefined ? field.default_value : fit(field, given, `value.${field.name}`);
      if (field.required && (put === undefined || put === null)) {
        const at = `value.${field.name}`;
        throw new HoldfastError('FIELD_REQUIRED', `${at} is required`, { field: at });
      }
      if (put === undefined) continue;
      record[field.name] = put;
      filled ||= given === undefined;
    }
    const bytes = packDocument(record);
    // What was given fitted, but a default may have made it too much.
    if (filled) decodeMsgpack(bytes, DEFAULT_DOCUMENT_LIMITS);
    return { value: record, bytes };
  }

  /**
   * The values of a key as one; undefined when one of them is absent or null, so that the key does not bind the record.
   * @throws HoldfastError LIMIT_EXCEEDED.
   */
  keyBytes(key: UniqueKey, record: DocObject): Uint8Array | undefined {
    const parts: Buffer[] = [];
    for (const name of key.fields) {
      const value = memberOf(record, name);
      if (value === undefined || value === null) return undefined;
      parts.push(encodeValue(this.requireOrdered(name, 'unique_keys').type, value));
    }
    const bytes = Buffer.concat(parts);
    if (bytes.length > MAX_KEY_BYTES) throw tooLong(`value.${key.fields[0]}`, MAX_KEY_BYTES, bytes.length);
    return bytes;
  }
}

export function isOrdered(field: Field): field is OrderedField {
  return field.type !== 'JSON';
}

/** An own member, so that a field may be called "constructor". */
export function memberOf(object: DocObject, name: string): DocValue | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/**
 * A value in the one form of the field's type; null where the field is not required.
 * @throws HoldfastError INVALID_FIELD or LIMIT_EXCEEDED at `at`.
 */
export function fit(field: Pick<Field, 'type' | 'required'>, value: DocValue, at: string): DocValue {
  if (value === null && !field.required) return null;
  return field.type === 'JSON' ? value : fitOrdered(field.type, value, at);
}

/** The same for a value that is compared: null is none. */
export function fitOrdered(type: OrderedType, value: DocValue, at: string): DocValue {
  switch (type) {
    case 'STRING': {
      if (typeof value !== 'string') break;
      const size_bytes = Buffer.byteLength(value);
      if (size_bytes > MAX_STRING_BYTES) throw tooLong(at, MAX_STRING_BYTES, size_bytes);
      return value;
    }
    case 'INTEGER':
      if (isInt64(value)) return value;
      break;
    case 'DECIMAL':
      if (value instanceof DecimalValue) return value;
      if (typeof value === 'bigint' || Number.isSafeInteger(value)) return new DecimalValue(String(value));
      break;
    case 'FLOAT':
      if (typeof value === 'number') return value;
      // An integer beyond 2^53 that a binary64 holds is one all the same.
      if (typeof value === 'bigint' && BigInt(Number(value)) === value) return value;
      break;
    case 'BOOLEAN':
      if (typeof value === 'boolean') return value;
      break;
    case 'TIMESTAMP':
      if (value instanceof Timestamp) return value;
      break;
  }
  throw invalidField(at, `must be ${NEEDED[type]}, not ${kindOf(value)}`);
}

const NEEDED: Readonly<Record<OrderedType, string>> = {
  STRING: 'a string',
  INTEGER: 'an integer of 64 bits',
  DECIMAL: 'a decimal such as {"__decimal__": "1.5"}, or an integer',
  FLOAT: 'a number',
  BOOLEAN: 'true or false',
  TIMESTAMP: 'a timestamp such as {"__timestamp__": "2026-11-20T00:00:00Z"}',
};

function isInt64(value: DocValue): boolean {
  if (typeof value === 'bigint') return value >= MIN_INT64 && value <= MAX_INT64;
  return Number.isSafeInteger(value);
}

function kindOf(value: DocValue): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  if (value instanceof DecimalValue) return 'a decimal';
  if (value instanceof Timestamp) return 'a timestamp';
  if (value instanceof Uint8Array) return 'binary';
  if (isDocObject(value)) return 'an object';
  return typeof value === 'bigint' ? 'an integer this large' : `a ${typeof value}`;
}

/** Text of a caller inside a message: on one line, and not long. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > 64 ? `${text.slice(0, 64)}...` : text);
}

function tooLong(field: string, limit: number, actual: number): HoldfastError {
  return new HoldfastError('LIMIT_EXCEEDED', `${field}: at most ${limit} bytes, got ${actual}`, {
    field,
    metadata: { limit: String(limit), actual: String(actual) },
  });
}
