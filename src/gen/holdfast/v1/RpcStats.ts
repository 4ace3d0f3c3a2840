import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from '../../google/protobuf/Duration.js';
import type { Long } from '@grpc/proto-loader';

export interface RpcStats {
  'method'?: (string);
  'calls'?: (number | string | Long);
  'errors'?: (number | string | Long);
  'p50'?: (_google_protobuf_Duration | null);
  'p99'?: (_google_protobuf_Duration | null);
}

export interface RpcStats__Output {
  'method': (string);
  'calls': (string);
  'errors': (string);
  'p50': (_google_protobuf_Duration__Output | null);
  'p99': (_google_protobuf_Duration__Output | null);
}
