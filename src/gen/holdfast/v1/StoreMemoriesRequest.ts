import type { MemoryInput as _holdfast_v1_MemoryInput, MemoryInput__Output as _holdfast_v1_MemoryInput__Output } from '../../holdfast/v1/MemoryInput.js';
import type { Long } from '@grpc/proto-loader';

export interface StoreMemoriesRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'namespace'?: (string);
  'memories'?: (_holdfast_v1_MemoryInput)[];
  'allow_duplicates'?: (boolean);
}

export interface StoreMemoriesRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'namespace': (string);
  'memories': (_holdfast_v1_MemoryInput__Output)[];
  'allow_duplicates': (boolean);
}
