import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from '../../holdfast/v1/ReadHeader.js';
import type { Long } from '@grpc/proto-loader';

export interface BalanceAsOfResponse {
  'header'?: (_holdfast_v1_ReadHeader | null);
  'posted'?: (string);
  'revision'?: (number | string | Long);
}

export interface BalanceAsOfResponse__Output {
  'header': (_holdfast_v1_ReadHeader__Output | null);
  'posted': (string);
  'revision': (string);
}
