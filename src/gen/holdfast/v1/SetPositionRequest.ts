import type { Long } from '@grpc/proto-loader';

export interface SetPositionRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'session_id'?: (string);
  'market'?: (string);
  'quantity'?: (string);
  'average_price'?: (string);
  'mark_price'?: (string);
}

export interface SetPositionRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'session_id': (string);
  'market': (string);
  'quantity': (string);
  'average_price': (string);
  'mark_price': (string);
}
