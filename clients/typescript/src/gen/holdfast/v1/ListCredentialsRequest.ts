import type { Long } from '@grpc/proto-loader';

export interface ListCredentialsRequest {
  'agent_id'?: (string);
  'page_size'?: (number);
  'page_token'?: (string);
  'min_revision'?: (number | string | Long);
}

export interface ListCredentialsRequest__Output {
  'agent_id': (string);
  'page_size': (number);
  'page_token': (string);
  'min_revision': (string);
}
