import type { Long } from '@grpc/proto-loader';

export interface GetPromptTemplateRequest {
  'agent_id'?: (string);
  'name'?: (string);
  'version'?: (number);
  'label'?: (string);
  'min_revision'?: (number | string | Long);
}

export interface GetPromptTemplateRequest__Output {
  'agent_id': (string);
  'name': (string);
  'version': (number);
  'label': (string);
  'min_revision': (string);
}
