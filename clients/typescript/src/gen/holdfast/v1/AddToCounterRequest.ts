import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from '../../google/protobuf/Duration.js';
import type { Long } from '@grpc/proto-loader';

export interface AddToCounterRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'name'?: (string);
  'delta'?: (string);
  'floor'?: (string);
  'ceiling'?: (string);
  'window'?: (_google_protobuf_Duration | null);
}

export interface AddToCounterRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'name': (string);
  'delta': (string);
  'floor': (string);
  'ceiling': (string);
  'window': (_google_protobuf_Duration__Output | null);
}
