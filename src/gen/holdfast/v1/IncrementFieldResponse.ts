import type { WriteHeader as _holdfast_v1_WriteHeader, WriteHeader__Output as _holdfast_v1_WriteHeader__Output } from '../../holdfast/v1/WriteHeader.js';

export interface IncrementFieldResponse {
  'header'?: (_holdfast_v1_WriteHeader | null);
  'value'?: (string);
}

export interface IncrementFieldResponse__Output {
  'header': (_holdfast_v1_WriteHeader__Output | null);
  'value': (string);
}
