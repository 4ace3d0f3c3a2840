import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from '../../holdfast/v1/ReadHeader.js';
import type { Hold as _holdfast_v1_Hold, Hold__Output as _holdfast_v1_Hold__Output } from '../../holdfast/v1/Hold.js';

export interface ListHoldsResponse {
  'header'?: (_holdfast_v1_ReadHeader | null);
  'holds'?: (_holdfast_v1_Hold)[];
  'next_page_token'?: (string);
}

export interface ListHoldsResponse__Output {
  'header': (_holdfast_v1_ReadHeader__Output | null);
  'holds': (_holdfast_v1_Hold__Output)[];
  'next_page_token': (string);
}
