import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from '../../holdfast/v1/ReadHeader.js';
import type { ReconciledBalance as _holdfast_v1_ReconciledBalance, ReconciledBalance__Output as _holdfast_v1_ReconciledBalance__Output } from '../../holdfast/v1/ReconciledBalance.js';
import type { Long } from '@grpc/proto-loader';

export interface ReconcileResponse {
  'header'?: (_holdfast_v1_ReadHeader | null);
  'matches'?: (boolean);
  'balances'?: (_holdfast_v1_ReconciledBalance)[];
  'transactions'?: (number | string | Long);
  'postings'?: (number | string | Long);
  'unbalanced_assets'?: (string)[];
}

export interface ReconcileResponse__Output {
  'header': (_holdfast_v1_ReadHeader__Output | null);
  'matches': (boolean);
  'balances': (_holdfast_v1_ReconciledBalance__Output)[];
  'transactions': (string);
  'postings': (string);
  'unbalanced_assets': (string)[];
}
