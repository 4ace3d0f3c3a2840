/** Journal entries of records. The payload is kept by the journal, because a record is overwritten in place. */
import { packDocument } from '../../codec/msgpack.js';
import { recordId } from './rows.js';

/** The journal's key of a record: those of one collection can be watched by their prefix. */
export function entryKey(collection: string, record: number): string {
  return `${collection}/${recordId(record)}`;
}

// MessagePack: a map of two members, and strings of up to 31 bytes, which are 0xa0 + bytes.
const VALUE = Buffer.from([0x82, 0xa5, ...Buffer.from('value')]);
const VERSION = Buffer.from([0xa7, ...Buffer.from('version')]);

/** {value, version}, put together from a record that is packed already: what packDocument would make of it. */
export function packEntry(version: number, value: Uint8Array): Uint8Array {
  return Buffer.concat([VALUE, value, VERSION, packDocument(version)]);
}
