import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from '../../holdfast/v1/ReadHeader.js';
import type { Transaction as _holdfast_v1_Transaction, Transaction__Output as _holdfast_v1_Transaction__Output } from '../../holdfast/v1/Transaction.js';

export interface GetTransactionResponse {
  'header'?: (_holdfast_v1_ReadHeader | null);
  'transaction'?: (_holdfast_v1_Transaction | null);
}

export interface GetTransactionResponse__Output {
  'header': (_holdfast_v1_ReadHeader__Output | null);
  'transaction': (_holdfast_v1_Transaction__Output | null);
}
