import type { Long } from '@grpc/proto-loader';

export interface ListCollectionsRequest {
  'agent_id'?: (string);
  'page_size'?: (number);
  'page_token'?: (string);
  'min_revision'?: (number | string | Long);
}

export interface ListCollectionsRequest__Output {
  'agent_id': (string);
  'page_size': (number);
  'page_token': (string);
  'min_revision': (string);
}
