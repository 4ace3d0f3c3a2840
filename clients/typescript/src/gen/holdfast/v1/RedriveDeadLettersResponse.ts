import type { WriteHeader as _holdfast_v1_WriteHeader, WriteHeader__Output as _holdfast_v1_WriteHeader__Output } from '../../holdfast/v1/WriteHeader.js';

export interface RedriveDeadLettersResponse {
  'header'?: (_holdfast_v1_WriteHeader | null);
  'redriven'?: (number);
}

export interface RedriveDeadLettersResponse__Output {
  'header': (_holdfast_v1_WriteHeader__Output | null);
  'redriven': (number);
}
