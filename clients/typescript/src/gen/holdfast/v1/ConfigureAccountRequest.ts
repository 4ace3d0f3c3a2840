import type { Long } from '@grpc/proto-loader';

export interface ConfigureAccountRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'account'?: (string);
  'asset'?: (string);
  'must_not_go_negative'?: (boolean);
}

export interface ConfigureAccountRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'account': (string);
  'asset': (string);
  'must_not_go_negative': (boolean);
}
