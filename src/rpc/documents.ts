/** Documents on their way out. */
import { writeDocument } from '../codec/document.js';
import { packDocument } from '../codec/msgpack.js';
import type { DocValue } from '../codec/value.js';
import type { Document } from '../gen/holdfast/v1/Document.js';
import type { DocumentEncoding__Output } from '../gen/holdfast/v1/DocumentEncoding.js';

/** A stored document in the encoding that the caller asked for. */
export function toDocument(bytes: Uint8Array, encoding: DocumentEncoding__Output): Document {
  return encoding === 'DOCUMENT_ENCODING_MSGPACK'
    ? { msgpack: Buffer.from(bytes) }
    : writeDocument(bytes, 'json');
}

/** The same for a value taken out of a larger payload. */
export function valueToDocument(value: DocValue, encoding: DocumentEncoding__Output): Document {
  return toDocument(packDocument(value), encoding);
}
