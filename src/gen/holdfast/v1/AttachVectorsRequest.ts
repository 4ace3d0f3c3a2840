import type { MemoryVector as _holdfast_v1_MemoryVector, MemoryVector__Output as _holdfast_v1_MemoryVector__Output } from '../../holdfast/v1/MemoryVector.js';
import type { Long } from '@grpc/proto-loader';

export interface AttachVectorsRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'vectors'?: (_holdfast_v1_MemoryVector)[];
}

export interface AttachVectorsRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'vectors': (_holdfast_v1_MemoryVector__Output)[];
}
