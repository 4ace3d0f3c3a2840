import type { Long } from '@grpc/proto-loader';

export interface MarkPositionRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'session_id'?: (string);
  'market'?: (string);
  'mark_price'?: (string);
}

export interface MarkPositionRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'session_id': (string);
  'market': (string);
  'mark_price': (string);
}
