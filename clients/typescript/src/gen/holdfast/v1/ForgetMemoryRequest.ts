import type { Long } from '@grpc/proto-loader';

export interface ForgetMemoryRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'memory_id'?: (string);
  'force'?: (boolean);
}

export interface ForgetMemoryRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'memory_id': (string);
  'force': (boolean);
}
