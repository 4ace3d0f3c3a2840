import type { Document as _holdfast_v1_Document, Document__Output as _holdfast_v1_Document__Output } from '../../holdfast/v1/Document.js';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';

export interface CacheGetResponse {
  'hit'?: (boolean);
  'value'?: (_holdfast_v1_Document | null);
  'stored_at'?: (_google_protobuf_Timestamp | null);
  'expires_at'?: (_google_protobuf_Timestamp | null);
}

export interface CacheGetResponse__Output {
  'hit': (boolean);
  'value': (_holdfast_v1_Document__Output | null);
  'stored_at': (_google_protobuf_Timestamp__Output | null);
  'expires_at': (_google_protobuf_Timestamp__Output | null);
}
