import type { WriteHeader as _holdfast_v1_WriteHeader, WriteHeader__Output as _holdfast_v1_WriteHeader__Output } from '../../holdfast/v1/WriteHeader.js';
import type { AlertRule as _holdfast_v1_AlertRule, AlertRule__Output as _holdfast_v1_AlertRule__Output } from '../../holdfast/v1/AlertRule.js';

export interface PutAlertRuleResponse {
  'header'?: (_holdfast_v1_WriteHeader | null);
  'rule'?: (_holdfast_v1_AlertRule | null);
}

export interface PutAlertRuleResponse__Output {
  'header': (_holdfast_v1_WriteHeader__Output | null);
  'rule': (_holdfast_v1_AlertRule__Output | null);
}
