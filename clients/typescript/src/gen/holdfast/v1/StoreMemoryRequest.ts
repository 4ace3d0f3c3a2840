import type { MemoryInput as _holdfast_v1_MemoryInput, MemoryInput__Output as _holdfast_v1_MemoryInput__Output } from '../../holdfast/v1/MemoryInput.js';
import type { Long } from '@grpc/proto-loader';

export interface StoreMemoryRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'namespace'?: (string);
  'memory'?: (_holdfast_v1_MemoryInput | null);
  'allow_duplicate'?: (boolean);
}

export interface StoreMemoryRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'namespace': (string);
  'memory': (_holdfast_v1_MemoryInput__Output | null);
  'allow_duplicate': (boolean);
}
