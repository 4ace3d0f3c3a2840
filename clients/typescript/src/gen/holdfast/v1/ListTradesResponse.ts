import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from '../../holdfast/v1/ReadHeader.js';
import type { Trade as _holdfast_v1_Trade, Trade__Output as _holdfast_v1_Trade__Output } from '../../holdfast/v1/Trade.js';

export interface ListTradesResponse {
  'header'?: (_holdfast_v1_ReadHeader | null);
  'trades'?: (_holdfast_v1_Trade)[];
  'next_page_token'?: (string);
}

export interface ListTradesResponse__Output {
  'header': (_holdfast_v1_ReadHeader__Output | null);
  'trades': (_holdfast_v1_Trade__Output)[];
  'next_page_token': (string);
}
