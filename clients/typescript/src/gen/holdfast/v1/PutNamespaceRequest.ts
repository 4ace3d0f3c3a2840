import type { Long } from '@grpc/proto-loader';

export interface PutNamespaceRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'name'?: (string);
  'readers'?: (string)[];
  'writers'?: (string)[];
}

export interface PutNamespaceRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'name': (string);
  'readers': (string)[];
  'writers': (string)[];
}
