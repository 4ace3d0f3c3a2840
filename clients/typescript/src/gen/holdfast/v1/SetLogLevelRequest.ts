import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from '../../google/protobuf/Duration.js';

export interface SetLogLevelRequest {
  'level'?: (string);
  'duration'?: (_google_protobuf_Duration | null);
}

export interface SetLogLevelRequest__Output {
  'level': (string);
  'duration': (_google_protobuf_Duration__Output | null);
}
