import type { WriteHeader as _holdfast_v1_WriteHeader, WriteHeader__Output as _holdfast_v1_WriteHeader__Output } from '../../holdfast/v1/WriteHeader.js';
import type { Operation as _holdfast_v1_Operation, Operation__Output as _holdfast_v1_Operation__Output } from '../../holdfast/v1/Operation.js';

export interface FailOperationResponse {
  'header'?: (_holdfast_v1_WriteHeader | null);
  'operation'?: (_holdfast_v1_Operation | null);
}

export interface FailOperationResponse__Output {
  'header': (_holdfast_v1_WriteHeader__Output | null);
  'operation': (_holdfast_v1_Operation__Output | null);
}
