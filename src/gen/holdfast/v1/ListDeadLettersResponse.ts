import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from '../../holdfast/v1/ReadHeader.js';
import type { Signal as _holdfast_v1_Signal, Signal__Output as _holdfast_v1_Signal__Output } from '../../holdfast/v1/Signal.js';

export interface ListDeadLettersResponse {
  'header'?: (_holdfast_v1_ReadHeader | null);
  'signals'?: (_holdfast_v1_Signal)[];
  'next_page_token'?: (string);
}

export interface ListDeadLettersResponse__Output {
  'header': (_holdfast_v1_ReadHeader__Output | null);
  'signals': (_holdfast_v1_Signal__Output)[];
  'next_page_token': (string);
}
