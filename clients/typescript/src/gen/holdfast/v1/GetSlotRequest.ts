import type { Long } from '@grpc/proto-loader';

export interface GetSlotRequest {
  'agent_id'?: (string);
  'key'?: (string);
  'min_revision'?: (number | string | Long);
}

export interface GetSlotRequest__Output {
  'agent_id': (string);
  'key': (string);
  'min_revision': (string);
}
