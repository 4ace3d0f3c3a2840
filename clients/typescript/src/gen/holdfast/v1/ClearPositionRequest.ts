import type { Long } from '@grpc/proto-loader';

export interface ClearPositionRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'session_id'?: (string);
  'market'?: (string);
}

export interface ClearPositionRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'session_id': (string);
  'market': (string);
}
