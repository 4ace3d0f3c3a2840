import type { Long } from '@grpc/proto-loader';

export interface ReleaseHoldRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'hold_id'?: (string);
}

export interface ReleaseHoldRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'hold_id': (string);
}
