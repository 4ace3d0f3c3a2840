import type { WriteHeader as _holdfast_v1_WriteHeader, WriteHeader__Output as _holdfast_v1_WriteHeader__Output } from '../../holdfast/v1/WriteHeader.js';
import type { StoredMemory as _holdfast_v1_StoredMemory, StoredMemory__Output as _holdfast_v1_StoredMemory__Output } from '../../holdfast/v1/StoredMemory.js';

export interface StoreMemoriesResponse {
  'header'?: (_holdfast_v1_WriteHeader | null);
  'memories'?: (_holdfast_v1_StoredMemory)[];
  'degraded'?: (boolean);
}

export interface StoreMemoriesResponse__Output {
  'header': (_holdfast_v1_WriteHeader__Output | null);
  'memories': (_holdfast_v1_StoredMemory__Output)[];
  'degraded': (boolean);
}
