import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { AppendTurnRequest as _holdfast_v1_AppendTurnRequest, AppendTurnRequest__Output as _holdfast_v1_AppendTurnRequest__Output } from '../../holdfast/v1/AppendTurnRequest.js';
import type { AppendTurnResponse as _holdfast_v1_AppendTurnResponse, AppendTurnResponse__Output as _holdfast_v1_AppendTurnResponse__Output } from '../../holdfast/v1/AppendTurnResponse.js';
import type { CompactConversationRequest as _holdfast_v1_CompactConversationRequest, CompactConversationRequest__Output as _holdfast_v1_CompactConversationRequest__Output } from '../../holdfast/v1/CompactConversationRequest.js';
import type { CompactConversationResponse as _holdfast_v1_CompactConversationResponse, CompactConversationResponse__Output as _holdfast_v1_CompactConversationResponse__Output } from '../../holdfast/v1/CompactConversationResponse.js';
import type { DeleteConversationRequest as _holdfast_v1_DeleteConversationRequest, DeleteConversationRequest__Output as _holdfast_v1_DeleteConversationRequest__Output } from '../../holdfast/v1/DeleteConversationRequest.js';
import type { DeleteConversationResponse as _holdfast_v1_DeleteConversationResponse, DeleteConversationResponse__Output as _holdfast_v1_DeleteConversationResponse__Output } from '../../holdfast/v1/DeleteConversationResponse.js';
import type { GetConversationRequest as _holdfast_v1_GetConversationRequest, GetConversationRequest__Output as _holdfast_v1_GetConversationRequest__Output } from '../../holdfast/v1/GetConversationRequest.js';
import type { GetConversationResponse as _holdfast_v1_GetConversationResponse, GetConversationResponse__Output as _holdfast_v1_GetConversationResponse__Output } from '../../holdfast/v1/GetConversationResponse.js';
import type { GetMessagesRequest as _holdfast_v1_GetMessagesRequest, GetMessagesRequest__Output as _holdfast_v1_GetMessagesRequest__Output } from '../../holdfast/v1/GetMessagesRequest.js';
import type { GetMessagesResponse as _holdfast_v1_GetMessagesResponse, GetMessagesResponse__Output as _holdfast_v1_GetMessagesResponse__Output } from '../../holdfast/v1/GetMessagesResponse.js';
import type { GetSummaryTaskRequest as _holdfast_v1_GetSummaryTaskRequest, GetSummaryTaskRequest__Output as _holdfast_v1_GetSummaryTaskRequest__Output } from '../../holdfast/v1/GetSummaryTaskRequest.js';
import type { GetSummaryTaskResponse as _holdfast_v1_GetSummaryTaskResponse, GetSummaryTaskResponse__Output as _holdfast_v1_GetSummaryTaskResponse__Output } from '../../holdfast/v1/GetSummaryTaskResponse.js';
import type { ListConversationsRequest as _holdfast_v1_ListConversationsRequest, ListConversationsRequest__Output as _holdfast_v1_ListConversationsRequest__Output } from '../../holdfast/v1/ListConversationsRequest.js';
import type { ListConversationsResponse as _holdfast_v1_ListConversationsResponse, ListConversationsResponse__Output as _holdfast_v1_ListConversationsResponse__Output } from '../../holdfast/v1/ListConversationsResponse.js';
import type { ListTurnsRequest as _holdfast_v1_ListTurnsRequest, ListTurnsRequest__Output as _holdfast_v1_ListTurnsRequest__Output } from '../../holdfast/v1/ListTurnsRequest.js';
import type { ListTurnsResponse as _holdfast_v1_ListTurnsResponse, ListTurnsResponse__Output as _holdfast_v1_ListTurnsResponse__Output } from '../../holdfast/v1/ListTurnsResponse.js';
import type { PutConversationRequest as _holdfast_v1_PutConversationRequest, PutConversationRequest__Output as _holdfast_v1_PutConversationRequest__Output } from '../../holdfast/v1/PutConversationRequest.js';
import type { PutConversationResponse as _holdfast_v1_PutConversationResponse, PutConversationResponse__Output as _holdfast_v1_PutConversationResponse__Output } from '../../holdfast/v1/PutConversationResponse.js';
import type { SearchTurnsRequest as _holdfast_v1_SearchTurnsRequest, SearchTurnsRequest__Output as _holdfast_v1_SearchTurnsRequest__Output } from '../../holdfast/v1/SearchTurnsRequest.js';
import type { SearchTurnsResponse as _holdfast_v1_SearchTurnsResponse, SearchTurnsResponse__Output as _holdfast_v1_SearchTurnsResponse__Output } from '../../holdfast/v1/SearchTurnsResponse.js';
import type { SubmitSummaryRequest as _holdfast_v1_SubmitSummaryRequest, SubmitSummaryRequest__Output as _holdfast_v1_SubmitSummaryRequest__Output } from '../../holdfast/v1/SubmitSummaryRequest.js';
import type { SubmitSummaryResponse as _holdfast_v1_SubmitSummaryResponse, SubmitSummaryResponse__Output as _holdfast_v1_SubmitSummaryResponse__Output } from '../../holdfast/v1/SubmitSummaryResponse.js';

export interface ConversationsClient extends grpc.Client {
  AppendTurn(argument: _holdfast_v1_AppendTurnRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_AppendTurnResponse__Output>): grpc.ClientUnaryCall;
  AppendTurn(argument: _holdfast_v1_AppendTurnRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_AppendTurnResponse__Output>): grpc.ClientUnaryCall;
  AppendTurn(argument: _holdfast_v1_AppendTurnRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_AppendTurnResponse__Output>): grpc.ClientUnaryCall;
  AppendTurn(argument: _holdfast_v1_AppendTurnRequest, callback: grpc.requestCallback<_holdfast_v1_AppendTurnResponse__Output>): grpc.ClientUnaryCall;
  appendTurn(argument: _holdfast_v1_AppendTurnRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_AppendTurnResponse__Output>): grpc.ClientUnaryCall;
  appendTurn(argument: _holdfast_v1_AppendTurnRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_AppendTurnResponse__Output>): grpc.ClientUnaryCall;
  appendTurn(argument: _holdfast_v1_AppendTurnRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_AppendTurnResponse__Output>): grpc.ClientUnaryCall;
  appendTurn(argument: _holdfast_v1_AppendTurnRequest, callback: grpc.requestCallback<_holdfast_v1_AppendTurnResponse__Output>): grpc.ClientUnaryCall;
  
  CompactConversation(argument: _holdfast_v1_CompactConversationRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_CompactConversationResponse__Output>): grpc.ClientUnaryCall;
  CompactConversation(argument: _holdfast_v1_CompactConversationRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_CompactConversationResponse__Output>): grpc.ClientUnaryCall;
  CompactConversation(argument: _holdfast_v1_CompactConversationRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_CompactConversationResponse__Output>): grpc.ClientUnaryCall;
  CompactConversation(argument: _holdfast_v1_CompactConversationRequest, callback: grpc.requestCallback<_holdfast_v1_CompactConversationResponse__Output>): grpc.ClientUnaryCall;
  compactConversation(argument: _holdfast_v1_CompactConversationRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_CompactConversationResponse__Output>): grpc.ClientUnaryCall;
  compactConversation(argument: _holdfast_v1_CompactConversationRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_CompactConversationResponse__Output>): grpc.ClientUnaryCall;
  compactConversation(argument: _holdfast_v1_CompactConversationRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_CompactConversationResponse__Output>): grpc.ClientUnaryCall;
  compactConversation(argument: _holdfast_v1_CompactConversationRequest, callback: grpc.requestCallback<_holdfast_v1_CompactConversationResponse__Output>): grpc.ClientUnaryCall;
  
  DeleteConversation(argument: _holdfast_v1_DeleteConversationRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_DeleteConversationResponse__Output>): grpc.ClientUnaryCall;
  DeleteConversation(argument: _holdfast_v1_DeleteConversationRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_DeleteConversationResponse__Output>): grpc.ClientUnaryCall;
  DeleteConversation(argument: _holdfast_v1_DeleteConversationRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_DeleteConversationResponse__Output>): grpc.ClientUnaryCall;
  DeleteConversation(argument: _holdfast_v1_DeleteConversationRequest, callback: grpc.requestCallback<_holdfast_v1_DeleteConversationResponse__Output>): grpc.ClientUnaryCall;
  deleteConversation(argument: _holdfast_v1_DeleteConversationRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_DeleteConversationResponse__Output>): grpc.ClientUnaryCall;
  deleteConversation(argument: _holdfast_v1_DeleteConversationRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_DeleteConversationResponse__Output>): grpc.ClientUnaryCall;
  deleteConversation(argument: _holdfast_v1_DeleteConversationRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_DeleteConversationResponse__Output>): grpc.ClientUnaryCall;
  deleteConversation(argument: _holdfast_v1_DeleteConversationRequest, callback: grpc.requestCallback<_holdfast_v1_DeleteConversationResponse__Output>): grpc.ClientUnaryCall;
  
  GetConversation(argument: _holdfast_v1_GetConversationRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetConversationResponse__Output>): grpc.ClientUnaryCall;
  GetConversation(argument: _holdfast_v1_GetConversationRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_GetConversationResponse__Output>): grpc.ClientUnaryCall;
  GetConversation(argument: _holdfast_v1_GetConversationRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetConversationResponse__Output>): grpc.ClientUnaryCall;
  GetConversation(argument: _holdfast_v1_GetConversationRequest, callback: grpc.requestCallback<_holdfast_v1_GetConversationResponse__Output>): grpc.ClientUnaryCall;
  getConversation(argument: _holdfast_v1_GetConversationRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetConversationResponse__Output>): grpc.ClientUnaryCall;
  getConversation(argument: _holdfast_v1_GetConversationRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_GetConversationResponse__Output>): grpc.ClientUnaryCall;
  getConversation(argument: _holdfast_v1_GetConversationRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetConversationResponse__Output>): grpc.ClientUnaryCall;
  getConversation(argument: _holdfast_v1_GetConversationRequest, callback: grpc.requestCallback<_holdfast_v1_GetConversationResponse__Output>): grpc.ClientUnaryCall;
  
  GetMessages(argument: _holdfast_v1_GetMessagesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetMessagesResponse__Output>): grpc.ClientUnaryCall;
  GetMessages(argument: _holdfast_v1_GetMessagesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_GetMessagesResponse__Output>): grpc.ClientUnaryCall;
  GetMessages(argument: _holdfast_v1_GetMessagesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetMessagesResponse__Output>): grpc.ClientUnaryCall;
  GetMessages(argument: _holdfast_v1_GetMessagesRequest, callback: grpc.requestCallback<_holdfast_v1_GetMessagesResponse__Output>): grpc.ClientUnaryCall;
  getMessages(argument: _holdfast_v1_GetMessagesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetMessagesResponse__Output>): grpc.ClientUnaryCall;
  getMessages(argument: _holdfast_v1_GetMessagesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_GetMessagesResponse__Output>): grpc.ClientUnaryCall;
  getMessages(argument: _holdfast_v1_GetMessagesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetMessagesResponse__Output>): grpc.ClientUnaryCall;
  getMessages(argument: _holdfast_v1_GetMessagesRequest, callback: grpc.requestCallback<_holdfast_v1_GetMessagesResponse__Output>): grpc.ClientUnaryCall;
  
  GetSummaryTask(argument: _holdfast_v1_GetSummaryTaskRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetSummaryTaskResponse__Output>): grpc.ClientUnaryCall;
  GetSummaryTask(argument: _holdfast_v1_GetSummaryTaskRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_GetSummaryTaskResponse__Output>): grpc.ClientUnaryCall;
  GetSummaryTask(argument: _holdfast_v1_GetSummaryTaskRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetSummaryTaskResponse__Output>): grpc.ClientUnaryCall;
  GetSummaryTask(argument: _holdfast_v1_GetSummaryTaskRequest, callback: grpc.requestCallback<_holdfast_v1_GetSummaryTaskResponse__Output>): grpc.ClientUnaryCall;
  getSummaryTask(argument: _holdfast_v1_GetSummaryTaskRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetSummaryTaskResponse__Output>): grpc.ClientUnaryCall;
  getSummaryTask(argument: _holdfast_v1_GetSummaryTaskRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_GetSummaryTaskResponse__Output>): grpc.ClientUnaryCall;
  getSummaryTask(argument: _holdfast_v1_GetSummaryTaskRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetSummaryTaskResponse__Output>): grpc.ClientUnaryCall;
  getSummaryTask(argument: _holdfast_v1_GetSummaryTaskRequest, callback: grpc.requestCallback<_holdfast_v1_GetSummaryTaskResponse__Output>): grpc.ClientUnaryCall;
  
  ListConversations(argument: _holdfast_v1_ListConversationsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListConversationsResponse__Output>): grpc.ClientUnaryCall;
  ListConversations(argument: _holdfast_v1_ListConversationsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ListConversationsResponse__Output>): grpc.ClientUnaryCall;
  ListConversations(argument: _holdfast_v1_ListConversationsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListConversationsResponse__Output>): grpc.ClientUnaryCall;
  ListConversations(argument: _holdfast_v1_ListConversationsRequest, callback: grpc.requestCallback<_holdfast_v1_ListConversationsResponse__Output>): grpc.ClientUnaryCall;
  listConversations(argument: _holdfast_v1_ListConversationsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListConversationsResponse__Output>): grpc.ClientUnaryCall;
  listConversations(argument: _holdfast_v1_ListConversationsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ListConversationsResponse__Output>): grpc.ClientUnaryCall;
  listConversations(argument: _holdfast_v1_ListConversationsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListConversationsResponse__Output>): grpc.ClientUnaryCall;
  listConversations(argument: _holdfast_v1_ListConversationsRequest, callback: grpc.requestCallback<_holdfast_v1_ListConversationsResponse__Output>): grpc.ClientUnaryCall;
  
  ListTurns(argument: _holdfast_v1_ListTurnsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListTurnsResponse__Output>): grpc.ClientUnaryCall;
  ListTurns(argument: _holdfast_v1_ListTurnsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ListTurnsResponse__Output>): grpc.ClientUnaryCall;
  ListTurns(argument: _holdfast_v1_ListTurnsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListTurnsResponse__Output>): grpc.ClientUnaryCall;
  ListTurns(argument: _holdfast_v1_ListTurnsRequest, callback: grpc.requestCallback<_holdfast_v1_ListTurnsResponse__Output>): grpc.ClientUnaryCall;
  listTurns(argument: _holdfast_v1_ListTurnsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListTurnsResponse__Output>): grpc.ClientUnaryCall;
  listTurns(argument: _holdfast_v1_ListTurnsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ListTurnsResponse__Output>): grpc.ClientUnaryCall;
  listTurns(argument: _holdfast_v1_ListTurnsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListTurnsResponse__Output>): grpc.ClientUnaryCall;
  listTurns(argument: _holdfast_v1_ListTurnsRequest, callback: grpc.requestCallback<_holdfast_v1_ListTurnsResponse__Output>): grpc.ClientUnaryCall;
  
  PutConversation(argument: _holdfast_v1_PutConversationRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PutConversationResponse__Output>): grpc.ClientUnaryCall;
  PutConversation(argument: _holdfast_v1_PutConversationRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_PutConversationResponse__Output>): grpc.ClientUnaryCall;
  PutConversation(argument: _holdfast_v1_PutConversationRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PutConversationResponse__Output>): grpc.ClientUnaryCall;
  PutConversation(argument: _holdfast_v1_PutConversationRequest, callback: grpc.requestCallback<_holdfast_v1_PutConversationResponse__Output>): grpc.ClientUnaryCall;
  putConversation(argument: _holdfast_v1_PutConversationRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PutConversationResponse__Output>): grpc.ClientUnaryCall;
  putConversation(argument: _holdfast_v1_PutConversationRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_PutConversationResponse__Output>): grpc.ClientUnaryCall;
  putConversation(argument: _holdfast_v1_PutConversationRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PutConversationResponse__Output>): grpc.ClientUnaryCall;
  putConversation(argument: _holdfast_v1_PutConversationRequest, callback: grpc.requestCallback<_holdfast_v1_PutConversationResponse__Output>): grpc.ClientUnaryCall;
  
  SearchTurns(argument: _holdfast_v1_SearchTurnsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_SearchTurnsResponse__Output>): grpc.ClientUnaryCall;
  SearchTurns(argument: _holdfast_v1_SearchTurnsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_SearchTurnsResponse__Output>): grpc.ClientUnaryCall;
  SearchTurns(argument: _holdfast_v1_SearchTurnsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_SearchTurnsResponse__Output>): grpc.ClientUnaryCall;
  SearchTurns(argument: _holdfast_v1_SearchTurnsRequest, callback: grpc.requestCallback<_holdfast_v1_SearchTurnsResponse__Output>): grpc.ClientUnaryCall;
  searchTurns(argument: _holdfast_v1_SearchTurnsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_SearchTurnsResponse__Output>): grpc.ClientUnaryCall;
  searchTurns(argument: _holdfast_v1_SearchTurnsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_SearchTurnsResponse__Output>): grpc.ClientUnaryCall;
  searchTurns(argument: _holdfast_v1_SearchTurnsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_SearchTurnsResponse__Output>): grpc.ClientUnaryCall;
  searchTurns(argument: _holdfast_v1_SearchTurnsRequest, callback: grpc.requestCallback<_holdfast_v1_SearchTurnsResponse__Output>): grpc.ClientUnaryCall;
  
  SubmitSummary(argument: _holdfast_v1_SubmitSummaryRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_SubmitSummaryResponse__Output>): grpc.ClientUnaryCall;
  SubmitSummary(argument: _holdfast_v1_SubmitSummaryRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_SubmitSummaryResponse__Output>): grpc.ClientUnaryCall;
  SubmitSummary(argument: _holdfast_v1_SubmitSummaryRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_SubmitSummaryResponse__Output>): grpc.ClientUnaryCall;
  SubmitSummary(argument: _holdfast_v1_SubmitSummaryRequest, callback: grpc.requestCallback<_holdfast_v1_SubmitSummaryResponse__Output>): grpc.ClientUnaryCall;
  submitSummary(argument: _holdfast_v1_SubmitSummaryRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_SubmitSummaryResponse__Output>): grpc.ClientUnaryCall;
  submitSummary(argument: _holdfast_v1_SubmitSummaryRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_SubmitSummaryResponse__Output>): grpc.ClientUnaryCall;
  submitSummary(argument: _holdfast_v1_SubmitSummaryRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_SubmitSummaryResponse__Output>): grpc.ClientUnaryCall;
  submitSummary(argument: _holdfast_v1_SubmitSummaryRequest, callback: grpc.requestCallback<_holdfast_v1_SubmitSummaryResponse__Output>): grpc.ClientUnaryCall;
  
}

export interface ConversationsHandlers extends grpc.UntypedServiceImplementation {
  AppendTurn: grpc.handleUnaryCall<_holdfast_v1_AppendTurnRequest__Output, _holdfast_v1_AppendTurnResponse>;
  
  CompactConversation: grpc.handleUnaryCall<_holdfast_v1_CompactConversationRequest__Output, _holdfast_v1_CompactConversationResponse>;
  
  DeleteConversation: grpc.handleUnaryCall<_holdfast_v1_DeleteConversationRequest__Output, _holdfast_v1_DeleteConversationResponse>;
  
  GetConversation: grpc.handleUnaryCall<_holdfast_v1_GetConversationRequest__Output, _holdfast_v1_GetConversationResponse>;
  
  GetMessages: grpc.handleUnaryCall<_holdfast_v1_GetMessagesRequest__Output, _holdfast_v1_GetMessagesResponse>;
  
  GetSummaryTask: grpc.handleUnaryCall<_holdfast_v1_GetSummaryTaskRequest__Output, _holdfast_v1_GetSummaryTaskResponse>;
  
  ListConversations: grpc.handleUnaryCall<_holdfast_v1_ListConversationsRequest__Output, _holdfast_v1_ListConversationsResponse>;
  
  ListTurns: grpc.handleUnaryCall<_holdfast_v1_ListTurnsRequest__Output, _holdfast_v1_ListTurnsResponse>;
  
  PutConversation: grpc.handleUnaryCall<_holdfast_v1_PutConversationRequest__Output, _holdfast_v1_PutConversationResponse>;
  
  SearchTurns: grpc.handleUnaryCall<_holdfast_v1_SearchTurnsRequest__Output, _holdfast_v1_SearchTurnsResponse>;
  
  SubmitSummary: grpc.handleUnaryCall<_holdfast_v1_SubmitSummaryRequest__Output, _holdfast_v1_SubmitSummaryResponse>;
  
}

export interface ConversationsDefinition extends grpc.ServiceDefinition {
  AppendTurn: MethodDefinition<_holdfast_v1_AppendTurnRequest, _holdfast_v1_AppendTurnResponse, _holdfast_v1_AppendTurnRequest__Output, _holdfast_v1_AppendTurnResponse__Output>
  CompactConversation: MethodDefinition<_holdfast_v1_CompactConversationRequest, _holdfast_v1_CompactConversationResponse, _holdfast_v1_CompactConversationRequest__Output, _holdfast_v1_CompactConversationResponse__Output>
  DeleteConversation: MethodDefinition<_holdfast_v1_DeleteConversationRequest, _holdfast_v1_DeleteConversationResponse, _holdfast_v1_DeleteConversationRequest__Output, _holdfast_v1_DeleteConversationResponse__Output>
  GetConversation: MethodDefinition<_holdfast_v1_GetConversationRequest, _holdfast_v1_GetConversationResponse, _holdfast_v1_GetConversationRequest__Output, _holdfast_v1_GetConversationResponse__Output>
  GetMessages: MethodDefinition<_holdfast_v1_GetMessagesRequest, _holdfast_v1_GetMessagesResponse, _holdfast_v1_GetMessagesRequest__Output, _holdfast_v1_GetMessagesResponse__Output>
  GetSummaryTask: MethodDefinition<_holdfast_v1_GetSummaryTaskRequest, _holdfast_v1_GetSummaryTaskResponse, _holdfast_v1_GetSummaryTaskRequest__Output, _holdfast_v1_GetSummaryTaskResponse__Output>
  ListConversations: MethodDefinition<_holdfast_v1_ListConversationsRequest, _holdfast_v1_ListConversationsResponse, _holdfast_v1_ListConversationsRequest__Output, _holdfast_v1_ListConversationsResponse__Output>
  ListTurns: MethodDefinition<_holdfast_v1_ListTurnsRequest, _holdfast_v1_ListTurnsResponse, _holdfast_v1_ListTurnsRequest__Output, _holdfast_v1_ListTurnsResponse__Output>
  PutConversation: MethodDefinition<_holdfast_v1_PutConversationRequest, _holdfast_v1_PutConversationResponse, _holdfast_v1_PutConversationRequest__Output, _holdfast_v1_PutConversationResponse__Output>
  SearchTurns: MethodDefinition<_holdfast_v1_SearchTurnsRequest, _holdfast_v1_SearchTurnsResponse, _holdfast_v1_SearchTurnsRequest__Output, _holdfast_v1_SearchTurnsResponse__Output>
  SubmitSummary: MethodDefinition<_holdfast_v1_SubmitSummaryRequest, _holdfast_v1_SubmitSummaryResponse, _holdfast_v1_SubmitSummaryRequest__Output, _holdfast_v1_SubmitSummaryResponse__Output>
}
