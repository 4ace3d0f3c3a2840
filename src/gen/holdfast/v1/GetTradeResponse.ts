import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from '../../holdfast/v1/ReadHeader.js';
import type { Trade as _holdfast_v1_Trade, Trade__Output as _holdfast_v1_Trade__Output } from '../../holdfast/v1/Trade.js';

export interface GetTradeResponse {
  'header'?: (_holdfast_v1_ReadHeader | null);
  'trade'?: (_holdfast_v1_Trade | null);
}

export interface GetTradeResponse__Output {
  'header': (_holdfast_v1_ReadHeader__Output | null);
  'trade': (_holdfast_v1_Trade__Output | null);
}
