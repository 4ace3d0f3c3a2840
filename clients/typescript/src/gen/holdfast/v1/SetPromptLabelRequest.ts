import type { Long } from '@grpc/proto-loader';

export interface SetPromptLabelRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'name'?: (string);
  'label'?: (string);
  'version'?: (number);
  'expected_version'?: (number);
  '_expected_version'?: "expected_version";
}

export interface SetPromptLabelRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'name': (string);
  'label': (string);
  'version': (number);
  'expected_version'?: (number);
  '_expected_version'?: "expected_version";
}
