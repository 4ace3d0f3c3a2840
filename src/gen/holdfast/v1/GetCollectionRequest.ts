import type { Long } from '@grpc/proto-loader';

export interface GetCollectionRequest {
  'agent_id'?: (string);
  'name'?: (string);
  'min_revision'?: (number | string | Long);
}

export interface GetCollectionRequest__Output {
  'agent_id': (string);
  'name': (string);
  'min_revision': (string);
}
