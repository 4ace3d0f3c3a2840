import type { Long } from '@grpc/proto-loader';

export interface ListGenerationsRequest {
  'min_revision'?: (number | string | Long);
}

export interface ListGenerationsRequest__Output {
  'min_revision': (string);
}
