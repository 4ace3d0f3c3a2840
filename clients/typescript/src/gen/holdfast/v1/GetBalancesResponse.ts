import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from '../../holdfast/v1/ReadHeader.js';
import type { Balance as _holdfast_v1_Balance, Balance__Output as _holdfast_v1_Balance__Output } from '../../holdfast/v1/Balance.js';

export interface GetBalancesResponse {
  'header'?: (_holdfast_v1_ReadHeader | null);
  'balances'?: (_holdfast_v1_Balance)[];
  'next_page_token'?: (string);
}

export interface GetBalancesResponse__Output {
  'header': (_holdfast_v1_ReadHeader__Output | null);
  'balances': (_holdfast_v1_Balance__Output)[];
  'next_page_token': (string);
}
