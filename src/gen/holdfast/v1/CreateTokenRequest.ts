import type { AccessRole as _holdfast_v1_AccessRole, AccessRole__Output as _holdfast_v1_AccessRole__Output } from '../../holdfast/v1/AccessRole.js';
import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from '../../google/protobuf/Duration.js';

export interface CreateTokenRequest {
  'request_id'?: (string);
  'name'?: (string);
  'role'?: (_holdfast_v1_AccessRole);
  'agents'?: (string)[];
  'ttl'?: (_google_protobuf_Duration | null);
}

export interface CreateTokenRequest__Output {
  'request_id': (string);
  'name': (string);
  'role': (_holdfast_v1_AccessRole__Output);
  'agents': (string)[];
  'ttl': (_google_protobuf_Duration__Output | null);
}
