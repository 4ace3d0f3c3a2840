import type { Long } from '@grpc/proto-loader';

export interface HeartbeatRequest {
  'agent_id'?: (string);
  'session_id'?: (string);
  'epoch'?: (number | string | Long);
}

export interface HeartbeatRequest__Output {
  'agent_id': (string);
  'session_id': (string);
  'epoch': (string);
}
