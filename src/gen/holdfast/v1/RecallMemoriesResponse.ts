import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from '../../holdfast/v1/ReadHeader.js';
import type { MemoryHit as _holdfast_v1_MemoryHit, MemoryHit__Output as _holdfast_v1_MemoryHit__Output } from '../../holdfast/v1/MemoryHit.js';

export interface RecallMemoriesResponse {
  'header'?: (_holdfast_v1_ReadHeader | null);
  'hits'?: (_holdfast_v1_MemoryHit)[];
  'degraded'?: (boolean);
  'degraded_reason'?: (string);
  'model'?: (string);
  'omitted'?: (number);
}

export interface RecallMemoriesResponse__Output {
  'header': (_holdfast_v1_ReadHeader__Output | null);
  'hits': (_holdfast_v1_MemoryHit__Output)[];
  'degraded': (boolean);
  'degraded_reason': (string);
  'model': (string);
  'omitted': (number);
}
