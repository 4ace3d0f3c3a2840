import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from '../../google/protobuf/Duration.js';
import type { Long } from '@grpc/proto-loader';

export interface Consumer {
  'name'?: (string);
  'patterns'?: (string)[];
  'min_confidence'?: (number | string);
  'ack_timeout'?: (_google_protobuf_Duration | null);
  'max_deliveries'?: (number);
  'waiting'?: (number | string | Long);
  'pending'?: (number | string | Long);
  'dead'?: (number | string | Long);
  'cursor_revision'?: (number | string | Long);
  'revision'?: (number | string | Long);
  'waiting_is_partial'?: (boolean);
}

export interface Consumer__Output {
  'name': (string);
  'patterns': (string)[];
  'min_confidence': (number);
  'ack_timeout': (_google_protobuf_Duration__Output | null);
  'max_deliveries': (number);
  'waiting': (string);
  'pending': (string);
  'dead': (string);
  'cursor_revision': (string);
  'revision': (string);
  'waiting_is_partial': (boolean);
}
