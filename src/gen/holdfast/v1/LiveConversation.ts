
export interface LiveConversation {
  'conversation_id'?: (string);
  'max_tokens'?: (number);
}

export interface LiveConversation__Output {
  'conversation_id': (string);
  'max_tokens': (number);
}
