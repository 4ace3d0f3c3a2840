import type { Long } from '@grpc/proto-loader';

export interface DeletePromptLabelRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'name'?: (string);
  'label'?: (string);
}

export interface DeletePromptLabelRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'name': (string);
  'label': (string);
}
