import type { AlertRule as _holdfast_v1_AlertRule, AlertRule__Output as _holdfast_v1_AlertRule__Output } from '../../holdfast/v1/AlertRule.js';
import type { Long } from '@grpc/proto-loader';

export interface PutAlertRuleRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'rule'?: (_holdfast_v1_AlertRule | null);
}

export interface PutAlertRuleRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'rule': (_holdfast_v1_AlertRule__Output | null);
}
