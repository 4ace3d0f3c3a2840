import type { SessionState as _holdfast_v1_SessionState, SessionState__Output as _holdfast_v1_SessionState__Output } from '../../holdfast/v1/SessionState.js';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';

export interface HeartbeatResponse {
  'state'?: (_holdfast_v1_SessionState);
  'due_at'?: (_google_protobuf_Timestamp | null);
}

export interface HeartbeatResponse__Output {
  'state': (_holdfast_v1_SessionState__Output);
  'due_at': (_google_protobuf_Timestamp__Output | null);
}
