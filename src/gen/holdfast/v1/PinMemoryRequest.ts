import type { Long } from '@grpc/proto-loader';

export interface PinMemoryRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'memory_id'?: (string);
  'pinned'?: (boolean);
}

export interface PinMemoryRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'memory_id': (string);
  'pinned': (boolean);
}
