import type { Document as _holdfast_v1_Document, Document__Output as _holdfast_v1_Document__Output } from '../../holdfast/v1/Document.js';
import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from '../../google/protobuf/Duration.js';

export interface CacheSetRequest {
  'agent_id'?: (string);
  'key'?: (string);
  'value'?: (_holdfast_v1_Document | null);
  'ttl'?: (_google_protobuf_Duration | null);
  'if_absent'?: (boolean);
}

export interface CacheSetRequest__Output {
  'agent_id': (string);
  'key': (string);
  'value': (_holdfast_v1_Document__Output | null);
  'ttl': (_google_protobuf_Duration__Output | null);
  'if_absent': (boolean);
}
