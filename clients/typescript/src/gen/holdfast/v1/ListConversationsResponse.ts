import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from '../../holdfast/v1/ReadHeader.js';
import type { Conversation as _holdfast_v1_Conversation, Conversation__Output as _holdfast_v1_Conversation__Output } from '../../holdfast/v1/Conversation.js';

export interface ListConversationsResponse {
  'header'?: (_holdfast_v1_ReadHeader | null);
  'conversations'?: (_holdfast_v1_Conversation)[];
  'next_page_token'?: (string);
}

export interface ListConversationsResponse__Output {
  'header': (_holdfast_v1_ReadHeader__Output | null);
  'conversations': (_holdfast_v1_Conversation__Output)[];
  'next_page_token': (string);
}
