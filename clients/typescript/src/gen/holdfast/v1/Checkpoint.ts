import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';
import type { Long } from '@grpc/proto-loader';

export interface Checkpoint {
  'database_id'?: (string);
  'revision'?: (number | string | Long);
  'hash'?: (Buffer | Uint8Array | string);
  'signed_at'?: (_google_protobuf_Timestamp | null);
  'signature'?: (Buffer | Uint8Array | string);
  'public_key'?: (Buffer | Uint8Array | string);
}

export interface Checkpoint__Output {
  'database_id': (string);
  'revision': (string);
  'hash': (Buffer);
  'signed_at': (_google_protobuf_Timestamp__Output | null);
  'signature': (Buffer);
  'public_key': (Buffer);
}
