import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from '../../holdfast/v1/ReadHeader.js';
import type { GuardVerdict as _holdfast_v1_GuardVerdict, GuardVerdict__Output as _holdfast_v1_GuardVerdict__Output } from '../../holdfast/v1/GuardVerdict.js';

export interface EvaluateGuardsResponse {
  'header'?: (_holdfast_v1_ReadHeader | null);
  'allowed'?: (boolean);
  'verdicts'?: (_holdfast_v1_GuardVerdict)[];
}

export interface EvaluateGuardsResponse__Output {
  'header': (_holdfast_v1_ReadHeader__Output | null);
  'allowed': (boolean);
  'verdicts': (_holdfast_v1_GuardVerdict__Output)[];
}
