import type { Document as _holdfast_v1_Document, Document__Output as _holdfast_v1_Document__Output } from '../../holdfast/v1/Document.js';
import type { CacheOutcome as _holdfast_v1_CacheOutcome, CacheOutcome__Output as _holdfast_v1_CacheOutcome__Output } from '../../holdfast/v1/CacheOutcome.js';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';

export interface Fetched {
  'value'?: (_holdfast_v1_Document | null);
  'outcome'?: (_holdfast_v1_CacheOutcome);
  'fetched_at'?: (_google_protobuf_Timestamp | null);
  'expires_at'?: (_google_protobuf_Timestamp | null);
  'stale'?: (boolean);
}

export interface Fetched__Output {
  'value': (_holdfast_v1_Document__Output | null);
  'outcome': (_holdfast_v1_CacheOutcome__Output);
  'fetched_at': (_google_protobuf_Timestamp__Output | null);
  'expires_at': (_google_protobuf_Timestamp__Output | null);
  'stale': (boolean);
}
