import type { WriteHeader as _holdfast_v1_WriteHeader, WriteHeader__Output as _holdfast_v1_WriteHeader__Output } from '../../holdfast/v1/WriteHeader.js';

export interface AckSignalsResponse {
  'header'?: (_holdfast_v1_WriteHeader | null);
  'acknowledged'?: (number);
}

export interface AckSignalsResponse__Output {
  'header': (_holdfast_v1_WriteHeader__Output | null);
  'acknowledged': (number);
}
