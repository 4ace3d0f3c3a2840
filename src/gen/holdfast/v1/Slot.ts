import type { LiveSource as _holdfast_v1_LiveSource, LiveSource__Output as _holdfast_v1_LiveSource__Output } from '../../holdfast/v1/LiveSource.js';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';
import type { Long } from '@grpc/proto-loader';

export interface Slot {
  'key'?: (string);
  'content'?: (string);
  'live'?: (_holdfast_v1_LiveSource | null);
  'priority'?: (number);
  'pinned'?: (boolean);
  'expires_at'?: (_google_protobuf_Timestamp | null);
  'tokens'?: (number);
  'version'?: (number | string | Long);
  'updated_at'?: (_google_protobuf_Timestamp | null);
}

export interface Slot__Output {
  'key': (string);
  'content': (string);
  'live': (_holdfast_v1_LiveSource__Output | null);
  'priority': (number);
  'pinned': (boolean);
  'expires_at': (_google_protobuf_Timestamp__Output | null);
  'tokens': (number);
  'version': (string);
  'updated_at': (_google_protobuf_Timestamp__Output | null);
}
