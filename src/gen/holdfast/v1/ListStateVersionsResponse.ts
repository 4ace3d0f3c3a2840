import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from '../../holdfast/v1/ReadHeader.js';
import type { StateRecord as _holdfast_v1_StateRecord, StateRecord__Output as _holdfast_v1_StateRecord__Output } from '../../holdfast/v1/StateRecord.js';

export interface ListStateVersionsResponse {
  'header'?: (_holdfast_v1_ReadHeader | null);
  'versions'?: (_holdfast_v1_StateRecord)[];
  'next_page_token'?: (string);
}

export interface ListStateVersionsResponse__Output {
  'header': (_holdfast_v1_ReadHeader__Output | null);
  'versions': (_holdfast_v1_StateRecord__Output)[];
  'next_page_token': (string);
}
