import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';

export interface SetLogLevelResponse {
  'level'?: (string);
  'previous_level'?: (string);
  'configured_level'?: (string);
  'until'?: (_google_protobuf_Timestamp | null);
}

export interface SetLogLevelResponse__Output {
  'level': (string);
  'previous_level': (string);
  'configured_level': (string);
  'until': (_google_protobuf_Timestamp__Output | null);
}
