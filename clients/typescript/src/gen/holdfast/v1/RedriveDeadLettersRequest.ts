import type { Long } from '@grpc/proto-loader';

export interface RedriveDeadLettersRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'name'?: (string);
  'signal_ids'?: (string)[];
}

export interface RedriveDeadLettersRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'name': (string);
  'signal_ids': (string)[];
}
