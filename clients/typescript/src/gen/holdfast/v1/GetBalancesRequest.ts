import type { Long } from '@grpc/proto-loader';

export interface GetBalancesRequest {
  'agent_id'?: (string);
  'account'?: (string);
  'asset'?: (string);
  'include_world'?: (boolean);
  'page_size'?: (number);
  'page_token'?: (string);
  'min_revision'?: (number | string | Long);
}

export interface GetBalancesRequest__Output {
  'agent_id': (string);
  'account': (string);
  'asset': (string);
  'include_world': (boolean);
  'page_size': (number);
  'page_token': (string);
  'min_revision': (string);
}
