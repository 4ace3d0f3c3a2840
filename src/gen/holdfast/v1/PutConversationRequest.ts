import type { Long } from '@grpc/proto-loader';

export interface PutConversationRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'conversation_id'?: (string);
  'title'?: (string);
  'max_tokens'?: (number);
  'summary_at'?: (number);
  'model'?: (string);
  '_title'?: "title";
  '_max_tokens'?: "max_tokens";
  '_summary_at'?: "summary_at";
  '_model'?: "model";
}

export interface PutConversationRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'conversation_id': (string);
  'title'?: (string);
  'max_tokens'?: (number);
  'summary_at'?: (number);
  'model'?: (string);
  '_title'?: "title";
  '_max_tokens'?: "max_tokens";
  '_summary_at'?: "summary_at";
  '_model'?: "model";
}
