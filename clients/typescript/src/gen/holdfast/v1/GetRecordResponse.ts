import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from '../../holdfast/v1/ReadHeader.js';
import type { Record as _holdfast_v1_Record, Record__Output as _holdfast_v1_Record__Output } from '../../holdfast/v1/Record.js';

export interface GetRecordResponse {
  'header'?: (_holdfast_v1_ReadHeader | null);
  'record'?: (_holdfast_v1_Record | null);
}

export interface GetRecordResponse__Output {
  'header': (_holdfast_v1_ReadHeader__Output | null);
  'record': (_holdfast_v1_Record__Output | null);
}
