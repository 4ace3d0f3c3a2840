import type { Long } from '@grpc/proto-loader';

export interface DeleteConversationRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'conversation_id'?: (string);
}

export interface DeleteConversationRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'conversation_id': (string);
}
