import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from '../../google/protobuf/Duration.js';
import type { Long } from '@grpc/proto-loader';

export interface ExtendLeaseRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'key'?: (string);
  'lease_token'?: (string);
  'lease'?: (_google_protobuf_Duration | null);
}

export interface ExtendLeaseRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'key': (string);
  'lease_token': (string);
  'lease': (_google_protobuf_Duration__Output | null);
}
