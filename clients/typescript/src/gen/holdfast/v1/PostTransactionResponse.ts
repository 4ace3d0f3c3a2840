import type { WriteHeader as _holdfast_v1_WriteHeader, WriteHeader__Output as _holdfast_v1_WriteHeader__Output } from '../../holdfast/v1/WriteHeader.js';
import type { Balance as _holdfast_v1_Balance, Balance__Output as _holdfast_v1_Balance__Output } from '../../holdfast/v1/Balance.js';
import type { GuardVerdict as _holdfast_v1_GuardVerdict, GuardVerdict__Output as _holdfast_v1_GuardVerdict__Output } from '../../holdfast/v1/GuardVerdict.js';

export interface PostTransactionResponse {
  'header'?: (_holdfast_v1_WriteHeader | null);
  'transaction_id'?: (string);
  'balances'?: (_holdfast_v1_Balance)[];
  'warnings'?: (_holdfast_v1_GuardVerdict)[];
}

export interface PostTransactionResponse__Output {
  'header': (_holdfast_v1_WriteHeader__Output | null);
  'transaction_id': (string);
  'balances': (_holdfast_v1_Balance__Output)[];
  'warnings': (_holdfast_v1_GuardVerdict__Output)[];
}
