import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';
import type { Long } from '@grpc/proto-loader';

export interface Credential {
  'name'?: (string);
  'agent_id'?: (string);
  'version'?: (number);
  'stored_at'?: (_google_protobuf_Timestamp | null);
  'expires_at'?: (_google_protobuf_Timestamp | null);
  'key_id'?: (string);
  'description'?: (string);
  'revision'?: (number | string | Long);
}

export interface Credential__Output {
  'name': (string);
  'agent_id': (string);
  'version': (number);
  'stored_at': (_google_protobuf_Timestamp__Output | null);
  'expires_at': (_google_protobuf_Timestamp__Output | null);
  'key_id': (string);
  'description': (string);
  'revision': (string);
}
