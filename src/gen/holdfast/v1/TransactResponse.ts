import type { WriteHeader as _holdfast_v1_WriteHeader, WriteHeader__Output as _holdfast_v1_WriteHeader__Output } from '../../holdfast/v1/WriteHeader.js';
import type { MutationResult as _holdfast_v1_MutationResult, MutationResult__Output as _holdfast_v1_MutationResult__Output } from '../../holdfast/v1/MutationResult.js';

export interface TransactResponse {
  'header'?: (_holdfast_v1_WriteHeader | null);
  'results'?: (_holdfast_v1_MutationResult)[];
}

export interface TransactResponse__Output {
  'header': (_holdfast_v1_WriteHeader__Output | null);
  'results': (_holdfast_v1_MutationResult__Output)[];
}
