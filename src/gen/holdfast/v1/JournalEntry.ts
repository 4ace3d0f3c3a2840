import type { Document as _holdfast_v1_Document, Document__Output as _holdfast_v1_Document__Output } from '../../holdfast/v1/Document.js';

export interface JournalEntry {
  'agent_id'?: (string);
  'kind'?: (string);
  'key'?: (string);
  'ordinal'?: (number);
  'payload'?: (_holdfast_v1_Document | null);
  'payload_digest'?: (Buffer | Uint8Array | string);
  'hash'?: (Buffer | Uint8Array | string);
}

export interface JournalEntry__Output {
  'agent_id': (string);
  'kind': (string);
  'key': (string);
  'ordinal': (number);
  'payload': (_holdfast_v1_Document__Output | null);
  'payload_digest': (Buffer);
  'hash': (Buffer);
}
