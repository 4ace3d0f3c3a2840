import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from '../../holdfast/v1/ReadHeader.js';
import type { Transaction as _holdfast_v1_Transaction, Transaction__Output as _holdfast_v1_Transaction__Output } from '../../holdfast/v1/Transaction.js';

export interface ListTransactionsResponse {
  'header'?: (_holdfast_v1_ReadHeader | null);
  'transactions'?: (_holdfast_v1_Transaction)[];
  'next_page_token'?: (string);
}

export interface ListTransactionsResponse__Output {
  'header': (_holdfast_v1_ReadHeader__Output | null);
  'transactions': (_holdfast_v1_Transaction__Output)[];
  'next_page_token': (string);
}
