import type { Long } from '@grpc/proto-loader';

export interface ListTokensRequest {
  'page_size'?: (number);
  'page_token'?: (string);
  'min_revision'?: (number | string | Long);
}

export interface ListTokensRequest__Output {
  'page_size': (number);
  'page_token': (string);
  'min_revision': (string);
}
