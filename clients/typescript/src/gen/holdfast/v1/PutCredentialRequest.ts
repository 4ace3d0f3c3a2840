import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from '../../google/protobuf/Duration.js';
import type { Long } from '@grpc/proto-loader';

export interface PutCredentialRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'name'?: (string);
  'value'?: (Buffer | Uint8Array | string);
  'ttl'?: (_google_protobuf_Duration | null);
  'description'?: (string);
  'expected_version'?: (number);
  '_expected_version'?: "expected_version";
}

export interface PutCredentialRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'name': (string);
  'value': (Buffer);
  'ttl': (_google_protobuf_Duration__Output | null);
  'description': (string);
  'expected_version'?: (number);
  '_expected_version'?: "expected_version";
}
