import type { Long } from '@grpc/proto-loader';

export interface DeleteAlertRuleRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'name'?: (string);
}

export interface DeleteAlertRuleRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'name': (string);
}
