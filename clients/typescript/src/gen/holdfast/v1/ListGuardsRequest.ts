import type { Long } from '@grpc/proto-loader';

export interface ListGuardsRequest {
  'agent_id'?: (string);
  'page_size'?: (number);
  'page_token'?: (string);
  'min_revision'?: (number | string | Long);
}

export interface ListGuardsRequest__Output {
  'agent_id': (string);
  'page_size': (number);
  'page_token': (string);
  'min_revision': (string);
}
