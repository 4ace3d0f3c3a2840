import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';
import type { Long } from '@grpc/proto-loader';

export interface WriteHeader {
  'revision'?: (number | string | Long);
  'replayed'?: (boolean);
  'committed_at'?: (_google_protobuf_Timestamp | null);
}

export interface WriteHeader__Output {
  'revision': (string);
  'replayed': (boolean);
  'committed_at': (_google_protobuf_Timestamp__Output | null);
}
