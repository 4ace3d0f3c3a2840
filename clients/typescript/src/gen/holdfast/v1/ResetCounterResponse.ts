import type { WriteHeader as _holdfast_v1_WriteHeader, WriteHeader__Output as _holdfast_v1_WriteHeader__Output } from '../../holdfast/v1/WriteHeader.js';
import type { Counter as _holdfast_v1_Counter, Counter__Output as _holdfast_v1_Counter__Output } from '../../holdfast/v1/Counter.js';

export interface ResetCounterResponse {
  'header'?: (_holdfast_v1_WriteHeader | null);
  'counter'?: (_holdfast_v1_Counter | null);
}

export interface ResetCounterResponse__Output {
  'header': (_holdfast_v1_WriteHeader__Output | null);
  'counter': (_holdfast_v1_Counter__Output | null);
}
