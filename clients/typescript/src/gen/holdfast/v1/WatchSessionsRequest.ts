import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from '../../google/protobuf/Duration.js';

export interface WatchSessionsRequest {
  'agent_id'?: (string);
  'interval'?: (_google_protobuf_Duration | null);
}

export interface WatchSessionsRequest__Output {
  'agent_id': (string);
  'interval': (_google_protobuf_Duration__Output | null);
}
