import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from '../../holdfast/v1/ReadHeader.js';
import type { PnlSum as _holdfast_v1_PnlSum, PnlSum__Output as _holdfast_v1_PnlSum__Output } from '../../holdfast/v1/PnlSum.js';

export interface SumPnlResponse {
  'header'?: (_holdfast_v1_ReadHeader | null);
  'sums'?: (_holdfast_v1_PnlSum)[];
}

export interface SumPnlResponse__Output {
  'header': (_holdfast_v1_ReadHeader__Output | null);
  'sums': (_holdfast_v1_PnlSum__Output)[];
}
