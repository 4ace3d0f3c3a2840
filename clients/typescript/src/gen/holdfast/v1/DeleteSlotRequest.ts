import type { Long } from '@grpc/proto-loader';

export interface DeleteSlotRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'key'?: (string);
  'expected_version'?: (number | string | Long);
  '_expected_version'?: "expected_version";
}

export interface DeleteSlotRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'key': (string);
  'expected_version'?: (string);
  '_expected_version'?: "expected_version";
}
