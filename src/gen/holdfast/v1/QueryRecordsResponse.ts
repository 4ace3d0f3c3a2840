import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from '../../holdfast/v1/ReadHeader.js';
import type { Record as _holdfast_v1_Record, Record__Output as _holdfast_v1_Record__Output } from '../../holdfast/v1/Record.js';

export interface QueryRecordsResponse {
  'header'?: (_holdfast_v1_ReadHeader | null);
  'records'?: (_holdfast_v1_Record)[];
  'next_page_token'?: (string);
}

export interface QueryRecordsResponse__Output {
  'header': (_holdfast_v1_ReadHeader__Output | null);
  'records': (_holdfast_v1_Record__Output)[];
  'next_page_token': (string);
}
