import type { Long } from '@grpc/proto-loader';

export interface DeleteConsumerRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'name'?: (string);
}

export interface DeleteConsumerRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'name': (string);
}
