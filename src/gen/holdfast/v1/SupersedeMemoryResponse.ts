import type { WriteHeader as _holdfast_v1_WriteHeader, WriteHeader__Output as _holdfast_v1_WriteHeader__Output } from '../../holdfast/v1/WriteHeader.js';

export interface SupersedeMemoryResponse {
  'header'?: (_holdfast_v1_WriteHeader | null);
  'memory_id'?: (string);
  'vector_pending'?: (boolean);
  'degraded'?: (boolean);
}

export interface SupersedeMemoryResponse__Output {
  'header': (_holdfast_v1_WriteHeader__Output | null);
  'memory_id': (string);
  'vector_pending': (boolean);
  'degraded': (boolean);
}
