import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from '../../holdfast/v1/ReadHeader.js';
import type { Counter as _holdfast_v1_Counter, Counter__Output as _holdfast_v1_Counter__Output } from '../../holdfast/v1/Counter.js';

export interface GetCounterResponse {
  'header'?: (_holdfast_v1_ReadHeader | null);
  'counter'?: (_holdfast_v1_Counter | null);
}

export interface GetCounterResponse__Output {
  'header': (_holdfast_v1_ReadHeader__Output | null);
  'counter': (_holdfast_v1_Counter__Output | null);
}
