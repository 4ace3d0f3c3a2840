/** The mutations of service State, checked into commands and shaped into replies. */
import { compareAmounts, parseAmount } from '../codec/amount.js';
import { unpackDocument } from '../codec/msgpack.js';
import { isDocObject } from '../codec/value.js';
import { HoldfastError, invalidField } from '../errors.js';
import type { IncrementFieldRequest__Output } from '../gen/holdfast/v1/IncrementFieldRequest.js';
import type { PatchStateRequest__Output } from '../gen/holdfast/v1/PatchStateRequest.js';
import type { SetFieldsRequest__Output } from '../gen/holdfast/v1/SetFieldsRequest.js';
import type { PatchStateArgs } from '../tiers/state/commands.js';
import type { IncrementFieldArgs, SetFieldsArgs } from '../tiers/state/fields.js';
import { parseJsonPatch } from '../tiers/state/json_patch.js';
import * as check from './check.js';
import type { MutationSpecs } from './mutation.js';
import { parseSchemaVersion } from './state_schemas.js';

const MAX_KEEP_VERSIONS = 100_000;
/** A hundred years. */
const MAX_KEEP_AGE_MS = 100 * 365 * 24 * 3600 * 1000;
const MAX_FIELDS_A_CALL = 256;
/** All fields of an agent come in one reply, so a value is small. */
const MAX_FIELD_BYTES = 4096;
const INT64 = /^-?\d{1,19}$/;

type StateMutation =
  | 'put_state'
  | 'patch_state'
  | 'delete_state'
  | 'set_state_retention'
  | 'register_schema'
  | 'set_fields'
  | 'increment_field';

export const stateMutations: MutationSpecs<StateMutation> = {
  put_state: {
    parse: (request) => ({
      name: check.name(request.name, 'name'),
      document: check.document(request.document, 'document'),
      expected_version: expectedVersion(request.expected_version, 0),
      schema: optionalName(request.schema, 'schema'),
      schema_version: request.schema_version,
    }),
    reply: ({ version, schema_version }) => ({ version: String(version), schema_version }),
  },
  patch_state: {
    parse: parsePatch,
    reply: ({ version, schema_version }) => ({ version: String(version), schema_version }),
  },
  delete_state: {
    parse: (request) => ({
      name: check.name(request.name, 'name'),
      expected_version: expectedVersion(request.expected_version, 1),
    }),
    reply: ({ version }) => ({ version: String(version) }),
  },
  set_state_retention: {
    parse: (request) => ({
      name: optionalName(request.name, 'name'),
      keep_versions: check.integer(request.keep_versions, 'keep_versions', 0, MAX_KEEP_VERSIONS),
      keep_age_ms: check.optionalDuration(request.keep_age, 'keep_age', 1, MAX_KEEP_AGE_MS),
    }),
    reply: ({ removed_versions }) => ({ removed_versions: String(removed_versions) }),
  },
  register_schema: {
    parse: (request) => ({ content: parseSchemaVersion(request.schema, 'schema') }),
    reply: ({ newest_version }) => ({ newest_version }),
  },
  set_fields: {
    parse: parseSetFields,
    reply: ({ removed }) => ({ removed }),
  },
  increment_field: {
    parse: parseIncrement,
    reply: ({ value }) => ({ value }),
  },
};

function optionalName(value: string, field: string): string {
  return value === '' ? '' : check.name(value, field);
}

function expectedVersion(value: string | undefined, least: 0 | 1): number | null {
  if (value === undefined) return null;
  const version = check.counter(value, 'expected_version');
  if (version < least) throw invalidField('expected_version', 'must not be 0: the state must exist');
  return version;
}

function parsePatch(request: PatchStateRequest__Output): PatchStateArgs {
  const name = check.name(request.name, 'name');
  const expected_version = expectedVersion(request.expected_version, 1);
  const kind = request.patch === 'merge_patch' ? 'merge' : 'json';
  const field = request.patch;
  if (field === undefined) {
    throw new HoldfastError('FIELD_REQUIRED', 'patch: merge_patch or json_patch is required', {
      field: 'patch',
    });
  }
  const patch = check.document(request[field], field);
  const change = unpackDocument(patch);
  if (kind === 'json') parseJsonPatch(change);
  else if (!isDocObject(change)) {
    throw new HoldfastError('INVALID_PATCH', 'merge_patch: must be an object; PutState replaces a document', {
      field: 'merge_patch',
      metadata: { index: '0', path: '' },
    });
  }
  return { name, kind, patch, expected_version };
}

function parseSetFields(request: SetFieldsRequest__Output): SetFieldsArgs {
  const seen = new Set<string>();
  const once = (text: string, field: string): string => {
    const name = check.name(text, field);
    if (seen.has(name)) throw invalidField(field, `names ${name} a second time`);
    seen.add(name);
    return name;
  };
  const set = check.list(request.set, 'set', 0, MAX_FIELDS_A_CALL).map((field, index) => {
    const at = `set[${index}]`;
    const name = once(field.name, `${at}.name`);
    const value = check.document(field.value, `${at}.value`);
    if (value.length > MAX_FIELD_BYTES) {
      throw new HoldfastError(
        'LIMIT_EXCEEDED',
        `${at}.value: at most ${MAX_FIELD_BYTES} bytes as stored, got ${value.length}`,
        {
          field: `${at}.value`,
          metadata: { limit: String(MAX_FIELD_BYTES), actual: String(value.length) },
        },
      );
    }
    return { name, value };
  });
  const remove = check
    .list(request.remove, 'remove', 0, MAX_FIELDS_A_CALL)
    .map((name, index) => once(name, `remove[${index}]`));
  if (set.length + remove.length === 0) {
    throw new HoldfastError('FIELD_REQUIRED', 'set: something to set or to remove is required', {
      field: 'set',
    });
  }
  return { set: set.sort((a, b) => (a.name < b.name ? -1 : 1)), remove: remove.sort() };
}

function parseIncrement(request: IncrementFieldRequest__Output): IncrementFieldArgs {
  const name = check.name(request.name, 'name');
  if (request.by === undefined) {
    throw new HoldfastError('FIELD_REQUIRED', 'by: decimal or integer is required', { field: 'by' });
  }
  const by = request.by === 'decimal' ? parseAmount(request.decimal, 'decimal') : integer(request.integer);
  const floor = request.floor === undefined ? null : parseAmount(request.floor, 'floor');
  const ceiling = request.ceiling === undefined ? null : parseAmount(request.ceiling, 'ceiling');
  if (floor !== null && ceiling !== null && compareAmounts(floor, ceiling) > 0) {
    throw invalidField('floor', `${floor} is above the ceiling ${ceiling}`);
  }
  return { name, kind: request.by, by, floor, ceiling };
}

function integer(value: string | undefined): string {
  if (value === undefined || !INT64.test(value)) throw invalidField('integer', 'must be an int64');
  return String(BigInt(value));
}
