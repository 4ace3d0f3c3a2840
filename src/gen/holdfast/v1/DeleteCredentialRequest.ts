import type { Long } from '@grpc/proto-loader';

export interface DeleteCredentialRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'name'?: (string);
}

export interface DeleteCredentialRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'name': (string);
}
