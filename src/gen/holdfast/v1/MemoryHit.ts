import type { Memory as _holdfast_v1_Memory, Memory__Output as _holdfast_v1_Memory__Output } from '../../holdfast/v1/Memory.js';
import type { Explanation as _holdfast_v1_Explanation, Explanation__Output as _holdfast_v1_Explanation__Output } from '../../holdfast/v1/Explanation.js';

export interface MemoryHit {
  'memory'?: (_holdfast_v1_Memory | null);
  'score'?: (number | string);
  'explanation'?: (_holdfast_v1_Explanation | null);
}

export interface MemoryHit__Output {
  'memory': (_holdfast_v1_Memory__Output | null);
  'score': (number);
  'explanation': (_holdfast_v1_Explanation__Output | null);
}
