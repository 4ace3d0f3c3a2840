import type { Long } from '@grpc/proto-loader';

export interface DeleteCollectionRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'name'?: (string);
  'force'?: (boolean);
}

export interface DeleteCollectionRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'name': (string);
  'force': (boolean);
}
