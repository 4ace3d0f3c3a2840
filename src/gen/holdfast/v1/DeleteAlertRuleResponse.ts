import type { WriteHeader as _holdfast_v1_WriteHeader, WriteHeader__Output as _holdfast_v1_WriteHeader__Output } from '../../holdfast/v1/WriteHeader.js';

export interface DeleteAlertRuleResponse {
  'header'?: (_holdfast_v1_WriteHeader | null);
}

export interface DeleteAlertRuleResponse__Output {
  'header': (_holdfast_v1_WriteHeader__Output | null);
}
