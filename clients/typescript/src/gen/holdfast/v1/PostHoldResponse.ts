import type { WriteHeader as _holdfast_v1_WriteHeader, WriteHeader__Output as _holdfast_v1_WriteHeader__Output } from '../../holdfast/v1/WriteHeader.js';
import type { Hold as _holdfast_v1_Hold, Hold__Output as _holdfast_v1_Hold__Output } from '../../holdfast/v1/Hold.js';
import type { Balance as _holdfast_v1_Balance, Balance__Output as _holdfast_v1_Balance__Output } from '../../holdfast/v1/Balance.js';
import type { GuardVerdict as _holdfast_v1_GuardVerdict, GuardVerdict__Output as _holdfast_v1_GuardVerdict__Output } from '../../holdfast/v1/GuardVerdict.js';

export interface PostHoldResponse {
  'header'?: (_holdfast_v1_WriteHeader | null);
  'hold'?: (_holdfast_v1_Hold | null);
  'transaction_id'?: (string);
  'balance'?: (_holdfast_v1_Balance | null);
  'warnings'?: (_holdfast_v1_GuardVerdict)[];
}

export interface PostHoldResponse__Output {
  'header': (_holdfast_v1_WriteHeader__Output | null);
  'hold': (_holdfast_v1_Hold__Output | null);
  'transaction_id': (string);
  'balance': (_holdfast_v1_Balance__Output | null);
  'warnings': (_holdfast_v1_GuardVerdict__Output)[];
}
