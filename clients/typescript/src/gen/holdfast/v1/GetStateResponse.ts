import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from '../../holdfast/v1/ReadHeader.js';
import type { StateRecord as _holdfast_v1_StateRecord, StateRecord__Output as _holdfast_v1_StateRecord__Output } from '../../holdfast/v1/StateRecord.js';

export interface GetStateResponse {
  'header'?: (_holdfast_v1_ReadHeader | null);
  'state'?: (_holdfast_v1_StateRecord | null);
}

export interface GetStateResponse__Output {
  'header': (_holdfast_v1_ReadHeader__Output | null);
  'state': (_holdfast_v1_StateRecord__Output | null);
}
