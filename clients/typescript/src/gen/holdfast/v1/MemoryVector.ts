import type { Vector as _holdfast_v1_Vector, Vector__Output as _holdfast_v1_Vector__Output } from '../../holdfast/v1/Vector.js';

export interface MemoryVector {
  'memory_id'?: (string);
  'vector'?: (_holdfast_v1_Vector | null);
}

export interface MemoryVector__Output {
  'memory_id': (string);
  'vector': (_holdfast_v1_Vector__Output | null);
}
