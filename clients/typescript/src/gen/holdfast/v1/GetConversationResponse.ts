import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from '../../holdfast/v1/ReadHeader.js';
import type { Conversation as _holdfast_v1_Conversation, Conversation__Output as _holdfast_v1_Conversation__Output } from '../../holdfast/v1/Conversation.js';

export interface GetConversationResponse {
  'header'?: (_holdfast_v1_ReadHeader | null);
  'conversation'?: (_holdfast_v1_Conversation | null);
}

export interface GetConversationResponse__Output {
  'header': (_holdfast_v1_ReadHeader__Output | null);
  'conversation': (_holdfast_v1_Conversation__Output | null);
}
