import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from '../../holdfast/v1/ReadHeader.js';
import type { Consumer as _holdfast_v1_Consumer, Consumer__Output as _holdfast_v1_Consumer__Output } from '../../holdfast/v1/Consumer.js';

export interface ListConsumersResponse {
  'header'?: (_holdfast_v1_ReadHeader | null);
  'consumers'?: (_holdfast_v1_Consumer)[];
  'next_page_token'?: (string);
}

export interface ListConsumersResponse__Output {
  'header': (_holdfast_v1_ReadHeader__Output | null);
  'consumers': (_holdfast_v1_Consumer__Output)[];
  'next_page_token': (string);
}
