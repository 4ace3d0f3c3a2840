import type { Long } from '@grpc/proto-loader';

export interface GetCounterRequest {
  'agent_id'?: (string);
  'name'?: (string);
  'min_revision'?: (number | string | Long);
}

export interface GetCounterRequest__Output {
  'agent_id': (string);
  'name': (string);
  'min_revision': (string);
}
