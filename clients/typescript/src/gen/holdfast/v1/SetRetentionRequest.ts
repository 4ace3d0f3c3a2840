import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from '../../google/protobuf/Duration.js';
import type { Long } from '@grpc/proto-loader';

export interface SetRetentionRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'type'?: (string);
  'max_count'?: (number);
  'max_age'?: (_google_protobuf_Duration | null);
}

export interface SetRetentionRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'type': (string);
  'max_count': (number);
  'max_age': (_google_protobuf_Duration__Output | null);
}
