import type { MemoryInput as _holdfast_v1_MemoryInput, MemoryInput__Output as _holdfast_v1_MemoryInput__Output } from '../../holdfast/v1/MemoryInput.js';
import type { Long } from '@grpc/proto-loader';

export interface SupersedeMemoryRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'memory_id'?: (string);
  'memory'?: (_holdfast_v1_MemoryInput | null);
}

export interface SupersedeMemoryRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'memory_id': (string);
  'memory': (_holdfast_v1_MemoryInput__Output | null);
}
