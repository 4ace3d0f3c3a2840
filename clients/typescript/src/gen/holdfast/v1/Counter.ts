import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from '../../google/protobuf/Duration.js';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';
import type { Long } from '@grpc/proto-loader';

export interface Counter {
  'name'?: (string);
  'value'?: (string);
  'window'?: (_google_protobuf_Duration | null);
  'window_began_at'?: (_google_protobuf_Timestamp | null);
  'resets_at'?: (_google_protobuf_Timestamp | null);
  'revision'?: (number | string | Long);
}

export interface Counter__Output {
  'name': (string);
  'value': (string);
  'window': (_google_protobuf_Duration__Output | null);
  'window_began_at': (_google_protobuf_Timestamp__Output | null);
  'resets_at': (_google_protobuf_Timestamp__Output | null);
  'revision': (string);
}
