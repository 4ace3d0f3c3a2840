import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from './google/protobuf/Timestamp.js';
import type { AppendTurnRequest as _holdfast_v1_AppendTurnRequest, AppendTurnRequest__Output as _holdfast_v1_AppendTurnRequest__Output } from './holdfast/v1/AppendTurnRequest.js';
import type { AppendTurnResponse as _holdfast_v1_AppendTurnResponse, AppendTurnResponse__Output as _holdfast_v1_AppendTurnResponse__Output } from './holdfast/v1/AppendTurnResponse.js';
import type { CompactConversationRequest as _holdfast_v1_CompactConversationRequest, CompactConversationRequest__Output as _holdfast_v1_CompactConversationRequest__Output } from './holdfast/v1/CompactConversationRequest.js';
import type { CompactConversationResponse as _holdfast_v1_CompactConversationResponse, CompactConversationResponse__Output as _holdfast_v1_CompactConversationResponse__Output } from './holdfast/v1/CompactConversationResponse.js';
import type { Conversation as _holdfast_v1_Conversation, Conversation__Output as _holdfast_v1_Conversation__Output } from './holdfast/v1/Conversation.js';
import type { ConversationsClient as _holdfast_v1_ConversationsClient, ConversationsDefinition as _holdfast_v1_ConversationsDefinition } from './holdfast/v1/Conversations.js';
import type { DeleteConversationRequest as _holdfast_v1_DeleteConversationRequest, DeleteConversationRequest__Output as _holdfast_v1_DeleteConversationRequest__Output } from './holdfast/v1/DeleteConversationRequest.js';
import type { DeleteConversationResponse as _holdfast_v1_DeleteConversationResponse, DeleteConversationResponse__Output as _holdfast_v1_DeleteConversationResponse__Output } from './holdfast/v1/DeleteConversationResponse.js';
import type { Document as _holdfast_v1_Document, Document__Output as _holdfast_v1_Document__Output } from './holdfast/v1/Document.js';
import type { GetConversationRequest as _holdfast_v1_GetConversationRequest, GetConversationRequest__Output as _holdfast_v1_GetConversationRequest__Output } from './holdfast/v1/GetConversationRequest.js';
import type { GetConversationResponse as _holdfast_v1_GetConversationResponse, GetConversationResponse__Output as _holdfast_v1_GetConversationResponse__Output } from './holdfast/v1/GetConversationResponse.js';
import type { GetMessagesRequest as _holdfast_v1_GetMessagesRequest, GetMessagesRequest__Output as _holdfast_v1_GetMessagesRequest__Output } from './holdfast/v1/GetMessagesRequest.js';
import type { GetMessagesResponse as _holdfast_v1_GetMessagesResponse, GetMessagesResponse__Output as _holdfast_v1_GetMessagesResponse__Output } from './holdfast/v1/GetMessagesResponse.js';
import type { GetSummaryTaskRequest as _holdfast_v1_GetSummaryTaskRequest, GetSummaryTaskRequest__Output as _holdfast_v1_GetSummaryTaskRequest__Output } from './holdfast/v1/GetSummaryTaskRequest.js';
import type { GetSummaryTaskResponse as _holdfast_v1_GetSummaryTaskResponse, GetSummaryTaskResponse__Output as _holdfast_v1_GetSummaryTaskResponse__Output } from './holdfast/v1/GetSummaryTaskResponse.js';
import type { ListConversationsRequest as _holdfast_v1_ListConversationsRequest, ListConversationsRequest__Output as _holdfast_v1_ListConversationsRequest__Output } from './holdfast/v1/ListConversationsRequest.js';
import type { ListConversationsResponse as _holdfast_v1_ListConversationsResponse, ListConversationsResponse__Output as _holdfast_v1_ListConversationsResponse__Output } from './holdfast/v1/ListConversationsResponse.js';
import type { ListTurnsRequest as _holdfast_v1_ListTurnsRequest, ListTurnsRequest__Output as _holdfast_v1_ListTurnsRequest__Output } from './holdfast/v1/ListTurnsRequest.js';
import type { ListTurnsResponse as _holdfast_v1_ListTurnsResponse, ListTurnsResponse__Output as _holdfast_v1_ListTurnsResponse__Output } from './holdfast/v1/ListTurnsResponse.js';
import type { PutConversationRequest as _holdfast_v1_PutConversationRequest, PutConversationRequest__Output as _holdfast_v1_PutConversationRequest__Output } from './holdfast/v1/PutConversationRequest.js';
import type { PutConversationResponse as _holdfast_v1_PutConversationResponse, PutConversationResponse__Output as _holdfast_v1_PutConversationResponse__Output } from './holdfast/v1/PutConversationResponse.js';
import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from './holdfast/v1/ReadHeader.js';
import type { SearchTurnsRequest as _holdfast_v1_SearchTurnsRequest, SearchTurnsRequest__Output as _holdfast_v1_SearchTurnsRequest__Output } from './holdfast/v1/SearchTurnsRequest.js';
import type { SearchTurnsResponse as _holdfast_v1_SearchTurnsResponse, SearchTurnsResponse__Output as _holdfast_v1_SearchTurnsResponse__Output } from './holdfast/v1/SearchTurnsResponse.js';
import type { SubmitSummaryRequest as _holdfast_v1_SubmitSummaryRequest, SubmitSummaryRequest__Output as _holdfast_v1_SubmitSummaryRequest__Output } from './holdfast/v1/SubmitSummaryRequest.js';
import type { SubmitSummaryResponse as _holdfast_v1_SubmitSummaryResponse, SubmitSummaryResponse__Output as _holdfast_v1_SubmitSummaryResponse__Output } from './holdfast/v1/SubmitSummaryResponse.js';
import type { ToolCall as _holdfast_v1_ToolCall, ToolCall__Output as _holdfast_v1_ToolCall__Output } from './holdfast/v1/ToolCall.js';
import type { Turn as _holdfast_v1_Turn, Turn__Output as _holdfast_v1_Turn__Output } from './holdfast/v1/Turn.js';
import type { TurnHit as _holdfast_v1_TurnHit, TurnHit__Output as _holdfast_v1_TurnHit__Output } from './holdfast/v1/TurnHit.js';
import type { WriteHeader as _holdfast_v1_WriteHeader, WriteHeader__Output as _holdfast_v1_WriteHeader__Output } from './holdfast/v1/WriteHeader.js';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  google: {
    protobuf: {
      Timestamp: MessageTypeDefinition<_google_protobuf_Timestamp, _google_protobuf_Timestamp__Output>
    }
  }
  holdfast: {
    v1: {
      AppendTurnRequest: MessageTypeDefinition<_holdfast_v1_AppendTurnRequest, _holdfast_v1_AppendTurnRequest__Output>
      AppendTurnResponse: MessageTypeDefinition<_holdfast_v1_AppendTurnResponse, _holdfast_v1_AppendTurnResponse__Output>
      CompactConversationRequest: MessageTypeDefinition<_holdfast_v1_CompactConversationRequest, _holdfast_v1_CompactConversationRequest__Output>
      CompactConversationResponse: MessageTypeDefinition<_holdfast_v1_CompactConversationResponse, _holdfast_v1_CompactConversationResponse__Output>
      Conversation: MessageTypeDefinition<_holdfast_v1_Conversation, _holdfast_v1_Conversation__Output>
      Conversations: SubtypeConstructor<typeof grpc.Client, _holdfast_v1_ConversationsClient> & { service: _holdfast_v1_ConversationsDefinition }
      DeleteConversationRequest: MessageTypeDefinition<_holdfast_v1_DeleteConversationRequest, _holdfast_v1_DeleteConversationRequest__Output>
      DeleteConversationResponse: MessageTypeDefinition<_holdfast_v1_DeleteConversationResponse, _holdfast_v1_DeleteConversationResponse__Output>
      Document: MessageTypeDefinition<_holdfast_v1_Document, _holdfast_v1_Document__Output>
      DocumentEncoding: EnumTypeDefinition
      GetConversationRequest: MessageTypeDefinition<_holdfast_v1_GetConversationRequest, _holdfast_v1_GetConversationRequest__Output>
      GetConversationResponse: MessageTypeDefinition<_holdfast_v1_GetConversationResponse, _holdfast_v1_GetConversationResponse__Output>
      GetMessagesRequest: MessageTypeDefinition<_holdfast_v1_GetMessagesRequest, _holdfast_v1_GetMessagesRequest__Output>
      GetMessagesResponse: MessageTypeDefinition<_holdfast_v1_GetMessagesResponse, _holdfast_v1_GetMessagesResponse__Output>
      GetSummaryTaskRequest: MessageTypeDefinition<_holdfast_v1_GetSummaryTaskRequest, _holdfast_v1_GetSummaryTaskRequest__Output>
      GetSummaryTaskResponse: MessageTypeDefinition<_holdfast_v1_GetSummaryTaskResponse, _holdfast_v1_GetSummaryTaskResponse__Output>
      ListConversationsRequest: MessageTypeDefinition<_holdfast_v1_ListConversationsRequest, _holdfast_v1_ListConversationsRequest__Output>
      ListConversationsResponse: MessageTypeDefinition<_holdfast_v1_ListConversationsResponse, _holdfast_v1_ListConversationsResponse__Output>
      ListTurnsRequest: MessageTypeDefinition<_holdfast_v1_ListTurnsRequest, _holdfast_v1_ListTurnsRequest__Output>
      ListTurnsResponse: MessageTypeDefinition<_holdfast_v1_ListTurnsResponse, _holdfast_v1_ListTurnsResponse__Output>
      MessageFormat: EnumTypeDefinition
      PutConversationRequest: MessageTypeDefinition<_holdfast_v1_PutConversationRequest, _holdfast_v1_PutConversationRequest__Output>
      PutConversationResponse: MessageTypeDefinition<_holdfast_v1_PutConversationResponse, _holdfast_v1_PutConversationResponse__Output>
      ReadHeader: MessageTypeDefinition<_holdfast_v1_ReadHeader, _holdfast_v1_ReadHeader__Output>
      Role: EnumTypeDefinition
      SearchTurnsRequest: MessageTypeDefinition<_holdfast_v1_SearchTurnsRequest, _holdfast_v1_SearchTurnsRequest__Output>
      SearchTurnsResponse: MessageTypeDefinition<_holdfast_v1_SearchTurnsResponse, _holdfast_v1_SearchTurnsResponse__Output>
      SubmitSummaryRequest: MessageTypeDefinition<_holdfast_v1_SubmitSummaryRequest, _holdfast_v1_SubmitSummaryRequest__Output>
      SubmitSummaryResponse: MessageTypeDefinition<_holdfast_v1_SubmitSummaryResponse, _holdfast_v1_SubmitSummaryResponse__Output>
      ToolCall: MessageTypeDefinition<_holdfast_v1_ToolCall, _holdfast_v1_ToolCall__Output>
      Turn: MessageTypeDefinition<_holdfast_v1_Turn, _holdfast_v1_Turn__Output>
      TurnHit: MessageTypeDefinition<_holdfast_v1_TurnHit, _holdfast_v1_TurnHit__Output>
      WriteHeader: MessageTypeDefinition<_holdfast_v1_WriteHeader, _holdfast_v1_WriteHeader__Output>
    }
  }
}

