import type { Long } from '@grpc/proto-loader';

export interface GetPositionRequest {
  'agent_id'?: (string);
  'market'?: (string);
  'min_revision'?: (number | string | Long);
}

export interface GetPositionRequest__Output {
  'agent_id': (string);
  'market': (string);
  'min_revision': (string);
}
