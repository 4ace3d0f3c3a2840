import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from '../../google/protobuf/Duration.js';
import type { Long } from '@grpc/proto-loader';

export interface NackSignalsRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'name'?: (string);
  'signal_ids'?: (string)[];
  'delay'?: (_google_protobuf_Duration | null);
}

export interface NackSignalsRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'name': (string);
  'signal_ids': (string)[];
  'delay': (_google_protobuf_Duration__Output | null);
}
