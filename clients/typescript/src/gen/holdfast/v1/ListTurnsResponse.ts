import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from '../../holdfast/v1/ReadHeader.js';
import type { Turn as _holdfast_v1_Turn, Turn__Output as _holdfast_v1_Turn__Output } from '../../holdfast/v1/Turn.js';

export interface ListTurnsResponse {
  'header'?: (_holdfast_v1_ReadHeader | null);
  'turns'?: (_holdfast_v1_Turn)[];
  'next_page_token'?: (string);
}

export interface ListTurnsResponse__Output {
  'header': (_holdfast_v1_ReadHeader__Output | null);
  'turns': (_holdfast_v1_Turn__Output)[];
  'next_page_token': (string);
}
