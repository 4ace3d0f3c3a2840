import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from '../../holdfast/v1/ReadHeader.js';
import type { Operation as _holdfast_v1_Operation, Operation__Output as _holdfast_v1_Operation__Output } from '../../holdfast/v1/Operation.js';

export interface ListOperationsResponse {
  'header'?: (_holdfast_v1_ReadHeader | null);
  'operations'?: (_holdfast_v1_Operation)[];
  'next_page_token'?: (string);
}

export interface ListOperationsResponse__Output {
  'header': (_holdfast_v1_ReadHeader__Output | null);
  'operations': (_holdfast_v1_Operation__Output)[];
  'next_page_token': (string);
}
