import type { WriteHeader as _holdfast_v1_WriteHeader, WriteHeader__Output as _holdfast_v1_WriteHeader__Output } from '../../holdfast/v1/WriteHeader.js';
import type { Operation as _holdfast_v1_Operation, Operation__Output as _holdfast_v1_Operation__Output } from '../../holdfast/v1/Operation.js';
import type { MutationResult as _holdfast_v1_MutationResult, MutationResult__Output as _holdfast_v1_MutationResult__Output } from '../../holdfast/v1/MutationResult.js';
import type { GuardVerdict as _holdfast_v1_GuardVerdict, GuardVerdict__Output as _holdfast_v1_GuardVerdict__Output } from '../../holdfast/v1/GuardVerdict.js';

export interface CompleteOperationResponse {
  'header'?: (_holdfast_v1_WriteHeader | null);
  'operation'?: (_holdfast_v1_Operation | null);
  'results'?: (_holdfast_v1_MutationResult)[];
  'warnings'?: (_holdfast_v1_GuardVerdict)[];
}

export interface CompleteOperationResponse__Output {
  'header': (_holdfast_v1_WriteHeader__Output | null);
  'operation': (_holdfast_v1_Operation__Output | null);
  'results': (_holdfast_v1_MutationResult__Output)[];
  'warnings': (_holdfast_v1_GuardVerdict__Output)[];
}
