import type { WriteHeader as _holdfast_v1_WriteHeader, WriteHeader__Output as _holdfast_v1_WriteHeader__Output } from '../../holdfast/v1/WriteHeader.js';
import type { Guard as _holdfast_v1_Guard, Guard__Output as _holdfast_v1_Guard__Output } from '../../holdfast/v1/Guard.js';

export interface PutGuardResponse {
  'header'?: (_holdfast_v1_WriteHeader | null);
  'guard'?: (_holdfast_v1_Guard | null);
}

export interface PutGuardResponse__Output {
  'header': (_holdfast_v1_WriteHeader__Output | null);
  'guard': (_holdfast_v1_Guard__Output | null);
}
