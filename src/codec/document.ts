/** A document of a request, from the wire to stored bytes and back. The only way documents enter Holdfast. */
import { HoldfastError } from '../errors.js';
import { parseJson } from './json.js';
import { formatJson } from './json_format.js';
import { checkSize, type DocumentLimits } from './limits.js';
import { packDocument, unpackDocument } from './msgpack.js';
import { decodeMsgpack } from './msgpack-read.js';
import { findSecret } from './secrets.js';
import type { DocValue } from './value.js';

/** The oneof of the proto's Document. */
export interface DocumentInput {
  readonly json?: string;
  readonly msgpack?: Uint8Array;
}

export interface StoredDocument {
  readonly value: DocValue;
  /** Canonical MessagePack: equal values have equal bytes. */
  readonly bytes: Uint8Array;
}

/**
 * Reads a document, holds it to the limits and refuses secrets.
 * @param field path of the request field, put in front of every message.
 * @throws HoldfastError FIELD_REQUIRED without an encoding, INVALID_DOCUMENT, INVALID_AMOUNT, DOCUMENT_TOO_LARGE,
 *   DOCUMENT_TOO_DEEP, or SECRET_IN_DOCUMENT with the path (and never the value) of the secret.
 */
export function readDocument(input: DocumentInput, field: string, limits: DocumentLimits): StoredDocument {
  const value = named(field, () => decode(input, limits));
  const secret = findSecret(value);
  if (secret !== null) {
    throw new HoldfastError(
      'SECRET_IN_DOCUMENT',
      `${field}: ${secret.path} holds what looks like a ${secret.kind}; credentials belong in the vault`,
      { field, metadata: { path: secret.path, kind: secret.kind } },
    );
  }
  return named(field, () => {
    const bytes = packDocument(value);
    // Short numbers of JSON are nine bytes each as stored.
    checkSize(bytes.length, limits);
    return { value, bytes };
  });
}

/** A stored document in the encoding the caller asked for; stored bytes are MessagePack already. */
export function writeDocument(bytes: Uint8Array, encoding: 'json'): { json: string };
export function writeDocument(bytes: Uint8Array, encoding: 'msgpack'): { msgpack: Uint8Array };
export function writeDocument(bytes: Uint8Array, encoding: 'json' | 'msgpack'): DocumentInput;
export function writeDocument(bytes: Uint8Array, encoding: 'json' | 'msgpack'): DocumentInput {
  return encoding === 'msgpack' ? { msgpack: bytes } : { json: formatJson(unpackDocument(bytes)) };
}

function decode(input: DocumentInput, limits: DocumentLimits): DocValue {
  if (input.json !== undefined && input.msgpack !== undefined) {
    throw new HoldfastError('INVALID_DOCUMENT', 'document: must be json or msgpack, not both');
  }
  if (input.json !== undefined) return parseJson(input.json, limits);
  if (input.msgpack !== undefined) return decodeMsgpack(input.msgpack, limits);
  throw new HoldfastError('FIELD_REQUIRED', 'document: must be given as json or msgpack');
}

/** Runs a codec step, putting the field in the place of the refusal's "document". */
function named<T>(field: string, step: () => T): T {
  try {
    return step();
  } catch (error) {
    if (!(error instanceof HoldfastError)) throw error;
    const problem = error.message.replace(/^document: /, '');
    throw new HoldfastError(error.reason, `${field}: ${problem}`, { ...error.details, field });
  }
}
