import type { Long } from '@grpc/proto-loader';

export interface ListCountersRequest {
  'agent_id'?: (string);
  'prefix'?: (string);
  'page_size'?: (number);
  'page_token'?: (string);
  'min_revision'?: (number | string | Long);
}

export interface ListCountersRequest__Output {
  'agent_id': (string);
  'prefix': (string);
  'page_size': (number);
  'page_token': (string);
  'min_revision': (string);
}
