import type { Long } from '@grpc/proto-loader';

export interface GetConversationRequest {
  'agent_id'?: (string);
  'conversation_id'?: (string);
  'min_revision'?: (number | string | Long);
}

export interface GetConversationRequest__Output {
  'agent_id': (string);
  'conversation_id': (string);
  'min_revision': (string);
}
