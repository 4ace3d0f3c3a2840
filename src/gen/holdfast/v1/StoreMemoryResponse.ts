import type { WriteHeader as _holdfast_v1_WriteHeader, WriteHeader__Output as _holdfast_v1_WriteHeader__Output } from '../../holdfast/v1/WriteHeader.js';

export interface StoreMemoryResponse {
  'header'?: (_holdfast_v1_WriteHeader | null);
  'memory_id'?: (string);
  'duplicate'?: (boolean);
  'vector_pending'?: (boolean);
  'degraded'?: (boolean);
}

export interface StoreMemoryResponse__Output {
  'header': (_holdfast_v1_WriteHeader__Output | null);
  'memory_id': (string);
  'duplicate': (boolean);
  'vector_pending': (boolean);
  'degraded': (boolean);
}
