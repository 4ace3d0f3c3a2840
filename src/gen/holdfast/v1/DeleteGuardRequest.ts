import type { Long } from '@grpc/proto-loader';

export interface DeleteGuardRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'name'?: (string);
  'expected_version'?: (number);
  'reason'?: (string);
  '_expected_version'?: "expected_version";
}

export interface DeleteGuardRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'name': (string);
  'expected_version'?: (number);
  'reason': (string);
  '_expected_version'?: "expected_version";
}
