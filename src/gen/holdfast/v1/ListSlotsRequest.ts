import type { Long } from '@grpc/proto-loader';

export interface ListSlotsRequest {
  'agent_id'?: (string);
  'page_size'?: (number);
  'page_token'?: (string);
  'min_revision'?: (number | string | Long);
}

export interface ListSlotsRequest__Output {
  'agent_id': (string);
  'page_size': (number);
  'page_token': (string);
  'min_revision': (string);
}
