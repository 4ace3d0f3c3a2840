import type { Long } from '@grpc/proto-loader';

export interface ListPromptVersionsRequest {
  'agent_id'?: (string);
  'name'?: (string);
  'page_size'?: (number);
  'page_token'?: (string);
  'min_revision'?: (number | string | Long);
}

export interface ListPromptVersionsRequest__Output {
  'agent_id': (string);
  'name': (string);
  'page_size': (number);
  'page_token': (string);
  'min_revision': (string);
}
