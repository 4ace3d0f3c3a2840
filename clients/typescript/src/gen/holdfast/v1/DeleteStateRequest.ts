import type { Long } from '@grpc/proto-loader';

export interface DeleteStateRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'name'?: (string);
  'expected_version'?: (number | string | Long);
  '_expected_version'?: "expected_version";
}

export interface DeleteStateRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'name': (string);
  'expected_version'?: (string);
  '_expected_version'?: "expected_version";
}
