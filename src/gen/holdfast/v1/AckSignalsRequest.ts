import type { Long } from '@grpc/proto-loader';

export interface AckSignalsRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'name'?: (string);
  'signal_ids'?: (string)[];
}

export interface AckSignalsRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'name': (string);
  'signal_ids': (string)[];
}
