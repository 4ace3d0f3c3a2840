import type { Long } from '@grpc/proto-loader';

export interface GetCheckpointRequest {
  'min_revision'?: (number | string | Long);
}

export interface GetCheckpointRequest__Output {
  'min_revision': (string);
}
