import type { AccessRole as _holdfast_v1_AccessRole, AccessRole__Output as _holdfast_v1_AccessRole__Output } from '../../holdfast/v1/AccessRole.js';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';

export interface AccessToken {
  'token_id'?: (string);
  'name'?: (string);
  'role'?: (_holdfast_v1_AccessRole);
  'agents'?: (string)[];
  'created_at'?: (_google_protobuf_Timestamp | null);
  'expires_at'?: (_google_protobuf_Timestamp | null);
  'revoked_at'?: (_google_protobuf_Timestamp | null);
}

export interface AccessToken__Output {
  'token_id': (string);
  'name': (string);
  'role': (_holdfast_v1_AccessRole__Output);
  'agents': (string)[];
  'created_at': (_google_protobuf_Timestamp__Output | null);
  'expires_at': (_google_protobuf_Timestamp__Output | null);
  'revoked_at': (_google_protobuf_Timestamp__Output | null);
}
