import type { Long } from '@grpc/proto-loader';

export interface PutPromptTemplateRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'name'?: (string);
  'text'?: (string);
  'description'?: (string);
  'expected_version'?: (number);
  'labels'?: (string)[];
  '_expected_version'?: "expected_version";
}

export interface PutPromptTemplateRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'name': (string);
  'text': (string);
  'description': (string);
  'expected_version'?: (number);
  'labels': (string)[];
  '_expected_version'?: "expected_version";
}
