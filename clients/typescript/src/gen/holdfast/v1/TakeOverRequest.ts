import type { Long } from '@grpc/proto-loader';

export interface TakeOverRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'reason'?: (string);
}

export interface TakeOverRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'reason': (string);
}
