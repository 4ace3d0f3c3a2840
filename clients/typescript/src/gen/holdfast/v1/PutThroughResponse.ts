import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';

export interface PutThroughResponse {
  'expires_at'?: (_google_protobuf_Timestamp | null);
}

export interface PutThroughResponse__Output {
  'expires_at': (_google_protobuf_Timestamp__Output | null);
}
