import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from '../../holdfast/v1/ReadHeader.js';
import type { Counter as _holdfast_v1_Counter, Counter__Output as _holdfast_v1_Counter__Output } from '../../holdfast/v1/Counter.js';

export interface ListCountersResponse {
  'header'?: (_holdfast_v1_ReadHeader | null);
  'counters'?: (_holdfast_v1_Counter)[];
  'next_page_token'?: (string);
}

export interface ListCountersResponse__Output {
  'header': (_holdfast_v1_ReadHeader__Output | null);
  'counters': (_holdfast_v1_Counter__Output)[];
  'next_page_token': (string);
}
