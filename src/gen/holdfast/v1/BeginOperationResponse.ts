import type { WriteHeader as _holdfast_v1_WriteHeader, WriteHeader__Output as _holdfast_v1_WriteHeader__Output } from '../../holdfast/v1/WriteHeader.js';
import type { BeginOutcome as _holdfast_v1_BeginOutcome, BeginOutcome__Output as _holdfast_v1_BeginOutcome__Output } from '../../holdfast/v1/BeginOutcome.js';
import type { Operation as _holdfast_v1_Operation, Operation__Output as _holdfast_v1_Operation__Output } from '../../holdfast/v1/Operation.js';
import type { Denial as _holdfast_v1_Denial, Denial__Output as _holdfast_v1_Denial__Output } from '../../holdfast/v1/Denial.js';
import type { GuardVerdict as _holdfast_v1_GuardVerdict, GuardVerdict__Output as _holdfast_v1_GuardVerdict__Output } from '../../holdfast/v1/GuardVerdict.js';

export interface BeginOperationResponse {
  'header'?: (_holdfast_v1_WriteHeader | null);
  'outcome'?: (_holdfast_v1_BeginOutcome);
  'operation'?: (_holdfast_v1_Operation | null);
  'lease_token'?: (string);
  'denials'?: (_holdfast_v1_Denial)[];
  'warnings'?: (_holdfast_v1_GuardVerdict)[];
}

export interface BeginOperationResponse__Output {
  'header': (_holdfast_v1_WriteHeader__Output | null);
  'outcome': (_holdfast_v1_BeginOutcome__Output);
  'operation': (_holdfast_v1_Operation__Output | null);
  'lease_token': (string);
  'denials': (_holdfast_v1_Denial__Output)[];
  'warnings': (_holdfast_v1_GuardVerdict__Output)[];
}
