import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from '../../holdfast/v1/ReadHeader.js';
import type { Memory as _holdfast_v1_Memory, Memory__Output as _holdfast_v1_Memory__Output } from '../../holdfast/v1/Memory.js';
import type { Vector as _holdfast_v1_Vector, Vector__Output as _holdfast_v1_Vector__Output } from '../../holdfast/v1/Vector.js';

export interface GetMemoryResponse {
  'header'?: (_holdfast_v1_ReadHeader | null);
  'memory'?: (_holdfast_v1_Memory | null);
  'vector'?: (_holdfast_v1_Vector | null);
}

export interface GetMemoryResponse__Output {
  'header': (_holdfast_v1_ReadHeader__Output | null);
  'memory': (_holdfast_v1_Memory__Output | null);
  'vector': (_holdfast_v1_Vector__Output | null);
}
