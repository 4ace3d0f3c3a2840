import type { Long } from '@grpc/proto-loader';

export interface PostHoldRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'hold_id'?: (string);
  'amount'?: (string);
  'to_account'?: (string);
  'description'?: (string);
  'reference'?: (string);
}

export interface PostHoldRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'hold_id': (string);
  'amount': (string);
  'to_account': (string);
  'description': (string);
  'reference': (string);
}
