import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from '../../holdfast/v1/ReadHeader.js';
import type { Generation as _holdfast_v1_Generation, Generation__Output as _holdfast_v1_Generation__Output } from '../../holdfast/v1/Generation.js';

export interface ListGenerationsResponse {
  'header'?: (_holdfast_v1_ReadHeader | null);
  'generations'?: (_holdfast_v1_Generation)[];
}

export interface ListGenerationsResponse__Output {
  'header': (_holdfast_v1_ReadHeader__Output | null);
  'generations': (_holdfast_v1_Generation__Output)[];
}
