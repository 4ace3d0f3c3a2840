import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from '../../holdfast/v1/ReadHeader.js';
import type { AlertRule as _holdfast_v1_AlertRule, AlertRule__Output as _holdfast_v1_AlertRule__Output } from '../../holdfast/v1/AlertRule.js';

export interface ListAlertRulesResponse {
  'header'?: (_holdfast_v1_ReadHeader | null);
  'rules'?: (_holdfast_v1_AlertRule)[];
  'next_page_token'?: (string);
}

export interface ListAlertRulesResponse__Output {
  'header': (_holdfast_v1_ReadHeader__Output | null);
  'rules': (_holdfast_v1_AlertRule__Output)[];
  'next_page_token': (string);
}
