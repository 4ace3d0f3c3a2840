/** The mutations of service Knowledge. */
import { DEFAULT_DOCUMENT_LIMITS } from '../codec/limits.js';
import { decodeMsgpack, packDocument, unpackDocument } from '../codec/msgpack.js';
import { type DocObject, isDocObject } from '../codec/value.js';
import { HoldfastError, invalidField } from '../errors.js';
import type { FieldDeclaration__Output } from '../gen/holdfast/v1/FieldDeclaration.js';
import type { FieldType__Output } from '../gen/holdfast/v1/FieldType.js';
import type { PutCollectionRequest__Output } from '../gen/holdfast/v1/PutCollectionRequest.js';
import type { UniqueKey__Output } from '../gen/holdfast/v1/UniqueKey.js';
import type { PutRecordArgs } from '../tiers/knowledge/commands.js';
import { type DeclarationContent, fit, packContent } from '../tiers/knowledge/declaration.js';
import type { FieldType } from '../tiers/knowledge/encoding.js';
import * as check from './check.js';
import type { MutationSpecs } from './mutation.js';

const MAX_FIELDS = 128;
const MAX_KEYS = 16;
const MAX_KEY_FIELDS = 8;
const FIELD_NAME = /^[A-Za-z][A-Za-z0-9_]*$/;
const MAX_NAME_LENGTH = 64;

type KnowledgeMutation = 'put_collection' | 'delete_collection' | 'put_record' | 'delete_record';

export const knowledgeMutations: MutationSpecs<KnowledgeMutation> = {
  put_collection: {
    parse: (request) => ({
      name: check.plainId(request.name, 'name'),
      content: parseContent(request),
      expected_version: expectedVersion(request.expected_version),
    }),
    reply: ({ version }) => ({ version: String(version) }),
  },
  delete_collection: {
    parse: ({ name, force }) => ({ name: check.id(name, 'name'), force }),
    reply: ({ deleted_records }) => ({ deleted_records: String(deleted_records) }),
  },
  put_record: {
    parse: (request): PutRecordArgs => {
      const collection = check.id(request.collection, 'collection');
      const value = check.document(request.value, 'value');
      if (!isDocObject(unpackDocument(value)))
        throw invalidField('value', 'must be an object of declared fields');
      const record_id = request.record_id === '' ? '' : check.id(request.record_id, 'record_id');
      const match_key = check.list(request.match_key, 'match_key', 0, MAX_KEY_FIELDS);
      if (record_id !== '' && match_key.length > 0) {
        throw invalidField('match_key', 'must not stand beside record_id');
      }
      return {
        collection,
        value,
        record_id,
        match_key: distinct(match_key, 'match_key').sort(),
        expected_version: expectedVersion(request.expected_version),
      };
    },
    reply: ({ record_id, version, created }) => ({ record_id, version: String(version), created }),
  },
  delete_record: {
    parse: (request) => ({
      collection: check.id(request.collection, 'collection'),
      record_id: check.id(request.record_id, 'record_id'),
      expected_version: presentVersion(request.expected_version),
    }),
    reply: () => ({}),
  },
};

/** Of what is to be deleted: it must exist. */
function presentVersion(value: string | undefined): number | null {
  const version = expectedVersion(value);
  if (version === 0) throw invalidField('expected_version', 'must not be 0: the record must exist');
  return version;
}

function expectedVersion(value: string | undefined): number | null {
  return value === undefined ? null : check.counter(value, 'expected_version');
}

/** The name of a declared field. */
export function fieldName(name: string, at: string): string {
  check.required(name, at);
  if (name.length > MAX_NAME_LENGTH || !FIELD_NAME.test(name)) {
    throw invalidField(at, `must be 1-${MAX_NAME_LENGTH} characters of [A-Za-z0-9_], the first a letter`);
  }
  return name;
}

/** A copy of names that are names of fields, each there once. */
export function distinct(names: readonly string[], at: string): string[] {
  return names.map((name, index) => {
    fieldName(name, `${at}[${index}]`);
    if (names.indexOf(name) < index) throw invalidField(`${at}[${index}]`, `names ${name} a second time`);
    return name;
  });
}

function parseContent({ fields, unique_keys }: PutCollectionRequest__Output): Uint8Array {
  const declared = check
    .list(fields, 'fields', 1, MAX_FIELDS)
    .map((field, index) => parseField(field, `fields[${index}]`));
  distinct(
    declared.map(({ name }) => name),
    'fields',
  );
  const by_name = new Map(declared.map((field) => [field.name, field]));
  const keys = check
    .list(unique_keys, 'unique_keys', 0, MAX_KEYS)
    .map((key, index) => parseKey(key, by_name, `unique_keys[${index}]`));
  const seen = new Set<string>();
  for (const [index, key] of keys.entries()) {
    const name = [...key].sort().join();
    if (seen.has(name)) throw invalidField(`unique_keys[${index}]`, 'is there a second time');
    seen.add(name);
  }
  checkDefaults(declared);
  return packContent({ fields: declared, unique_keys: keys });
}

type FieldContent = DeclarationContent['fields'][number];

function parseField(field: FieldDeclaration__Output, at: string): FieldContent {
  const name = check.withoutSecret(fieldName(field.name, `${at}.name`), `${at}.name`);
  const type = fieldType(field.type, `${at}.type`);
  const { required, indexed } = field;
  if (indexed && type === 'JSON') throw invalidField(`${at}.indexed`, `${name} is JSON, which has no index`);
  const packed = check.optionalDocument(field.default_value, `${at}.default_value`);
  // Null says nothing that having no default does not say.
  const default_value =
    packed === null
      ? undefined
      : fit({ type, required: true }, notNull(packed, `${at}.default_value`), `${at}.default_value`);
  return { name, type, required, indexed, default_value };
}

function notNull(packed: Uint8Array, at: string) {
  const value = unpackDocument(packed);
  if (value === null) throw invalidField(at, 'must not be null');
  return value;
}

function fieldType(type: FieldType__Output, at: string): FieldType {
  return check.enumValue(type, 'FIELD_TYPE_UNSPECIFIED', at).slice('FIELD_TYPE_'.length) as FieldType;
}

function parseKey(
  { fields }: UniqueKey__Output,
  by_name: ReadonlyMap<string, FieldContent>,
  at: string,
): string[] {
  const names = distinct(check.list(fields, `${at}.fields`, 1, MAX_KEY_FIELDS), `${at}.fields`);
  for (const [index, name] of names.entries()) {
    const field = by_name.get(name);
    const where = `${at}.fields[${index}]`;
    if (field === undefined) throw invalidField(where, `no field ${name} is declared`);
    if (field.type === 'JSON') throw invalidField(where, `${name} is JSON, which no key may hold`);
  }
  return names;
}

/** A record of all defaults must be one that can be stored. */
function checkDefaults(fields: readonly FieldContent[]): void {
  const defaults: DocObject = {};
  for (const { name, default_value } of fields) {
    if (default_value !== undefined) defaults[name] = default_value;
  }
  try {
    decodeMsgpack(packDocument(defaults), DEFAULT_DOCUMENT_LIMITS);
  } catch (error) {
    if (!(error instanceof HoldfastError)) throw error;
    const message = `fields: the defaults together make too large a record: ${error.message}`;
    throw new HoldfastError('LIMIT_EXCEEDED', message, { ...error.details, field: 'fields' });
  }
}
