import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from '../../holdfast/v1/ReadHeader.js';
import type { Operation as _holdfast_v1_Operation, Operation__Output as _holdfast_v1_Operation__Output } from '../../holdfast/v1/Operation.js';

export interface GetOperationResponse {
  'header'?: (_holdfast_v1_ReadHeader | null);
  'operation'?: (_holdfast_v1_Operation | null);
}

export interface GetOperationResponse__Output {
  'header': (_holdfast_v1_ReadHeader__Output | null);
  'operation': (_holdfast_v1_Operation__Output | null);
}
