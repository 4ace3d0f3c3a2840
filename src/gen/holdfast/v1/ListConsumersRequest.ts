import type { Long } from '@grpc/proto-loader';

export interface ListConsumersRequest {
  'agent_id'?: (string);
  'page_size'?: (number);
  'page_token'?: (string);
  'min_revision'?: (number | string | Long);
}

export interface ListConsumersRequest__Output {
  'agent_id': (string);
  'page_size': (number);
  'page_token': (string);
  'min_revision': (string);
}
