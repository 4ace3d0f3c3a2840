import type { Long } from '@grpc/proto-loader';

export interface CompactConversationRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'conversation_id'?: (string);
  'keep_turns'?: (number);
  '_keep_turns'?: "keep_turns";
}

export interface CompactConversationRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'conversation_id': (string);
  'keep_turns'?: (number);
  '_keep_turns'?: "keep_turns";
}
