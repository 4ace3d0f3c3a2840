import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { BackupRequest as _holdfast_v1_BackupRequest, BackupRequest__Output as _holdfast_v1_BackupRequest__Output } from '../../holdfast/v1/BackupRequest.js';
import type { BackupResponse as _holdfast_v1_BackupResponse, BackupResponse__Output as _holdfast_v1_BackupResponse__Output } from '../../holdfast/v1/BackupResponse.js';
import type { CompactJournalRequest as _holdfast_v1_CompactJournalRequest, CompactJournalRequest__Output as _holdfast_v1_CompactJournalRequest__Output } from '../../holdfast/v1/CompactJournalRequest.js';
import type { CompactJournalResponse as _holdfast_v1_CompactJournalResponse, CompactJournalResponse__Output as _holdfast_v1_CompactJournalResponse__Output } from '../../holdfast/v1/CompactJournalResponse.js';
import type { CreateTokenRequest as _holdfast_v1_CreateTokenRequest, CreateTokenRequest__Output as _holdfast_v1_CreateTokenRequest__Output } from '../../holdfast/v1/CreateTokenRequest.js';
import type { CreateTokenResponse as _holdfast_v1_CreateTokenResponse, CreateTokenResponse__Output as _holdfast_v1_CreateTokenResponse__Output } from '../../holdfast/v1/CreateTokenResponse.js';
import type { GetServerInfoRequest as _holdfast_v1_GetServerInfoRequest, GetServerInfoRequest__Output as _holdfast_v1_GetServerInfoRequest__Output } from '../../holdfast/v1/GetServerInfoRequest.js';
import type { GetServerInfoResponse as _holdfast_v1_GetServerInfoResponse, GetServerInfoResponse__Output as _holdfast_v1_GetServerInfoResponse__Output } from '../../holdfast/v1/GetServerInfoResponse.js';
import type { ListTokensRequest as _holdfast_v1_ListTokensRequest, ListTokensRequest__Output as _holdfast_v1_ListTokensRequest__Output } from '../../holdfast/v1/ListTokensRequest.js';
import type { ListTokensResponse as _holdfast_v1_ListTokensResponse, ListTokensResponse__Output as _holdfast_v1_ListTokensResponse__Output } from '../../holdfast/v1/ListTokensResponse.js';
import type { PingRequest as _holdfast_v1_PingRequest, PingRequest__Output as _holdfast_v1_PingRequest__Output } from '../../holdfast/v1/PingRequest.js';
import type { PingResponse as _holdfast_v1_PingResponse, PingResponse__Output as _holdfast_v1_PingResponse__Output } from '../../holdfast/v1/PingResponse.js';
import type { RevokeTokenRequest as _holdfast_v1_RevokeTokenRequest, RevokeTokenRequest__Output as _holdfast_v1_RevokeTokenRequest__Output } from '../../holdfast/v1/RevokeTokenRequest.js';
import type { RevokeTokenResponse as _holdfast_v1_RevokeTokenResponse, RevokeTokenResponse__Output as _holdfast_v1_RevokeTokenResponse__Output } from '../../holdfast/v1/RevokeTokenResponse.js';
import type { SetLogLevelRequest as _holdfast_v1_SetLogLevelRequest, SetLogLevelRequest__Output as _holdfast_v1_SetLogLevelRequest__Output } from '../../holdfast/v1/SetLogLevelRequest.js';
import type { SetLogLevelResponse as _holdfast_v1_SetLogLevelResponse, SetLogLevelResponse__Output as _holdfast_v1_SetLogLevelResponse__Output } from '../../holdfast/v1/SetLogLevelResponse.js';
import type { StatsRequest as _holdfast_v1_StatsRequest, StatsRequest__Output as _holdfast_v1_StatsRequest__Output } from '../../holdfast/v1/StatsRequest.js';
import type { StatsResponse as _holdfast_v1_StatsResponse, StatsResponse__Output as _holdfast_v1_StatsResponse__Output } from '../../holdfast/v1/StatsResponse.js';
import type { VerifyRequest as _holdfast_v1_VerifyRequest, VerifyRequest__Output as _holdfast_v1_VerifyRequest__Output } from '../../holdfast/v1/VerifyRequest.js';
import type { VerifyResponse as _holdfast_v1_VerifyResponse, VerifyResponse__Output as _holdfast_v1_VerifyResponse__Output } from '../../holdfast/v1/VerifyResponse.js';

export interface AdminClient extends grpc.Client {
  Backup(argument: _holdfast_v1_BackupRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_holdfast_v1_BackupResponse__Output>;
  Backup(argument: _holdfast_v1_BackupRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_holdfast_v1_BackupResponse__Output>;
  backup(argument: _holdfast_v1_BackupRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_holdfast_v1_BackupResponse__Output>;
  backup(argument: _holdfast_v1_BackupRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_holdfast_v1_BackupResponse__Output>;
  
  CompactJournal(argument: _holdfast_v1_CompactJournalRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_CompactJournalResponse__Output>): grpc.ClientUnaryCall;
  CompactJournal(argument: _holdfast_v1_CompactJournalRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_CompactJournalResponse__Output>): grpc.ClientUnaryCall;
  CompactJournal(argument: _holdfast_v1_CompactJournalRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_CompactJournalResponse__Output>): grpc.ClientUnaryCall;
  CompactJournal(argument: _holdfast_v1_CompactJournalRequest, callback: grpc.requestCallback<_holdfast_v1_CompactJournalResponse__Output>): grpc.ClientUnaryCall;
  compactJournal(argument: _holdfast_v1_CompactJournalRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_CompactJournalResponse__Output>): grpc.ClientUnaryCall;
  compactJournal(argument: _holdfast_v1_CompactJournalRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_CompactJournalResponse__Output>): grpc.ClientUnaryCall;
  compactJournal(argument: _holdfast_v1_CompactJournalRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_CompactJournalResponse__Output>): grpc.ClientUnaryCall;
  compactJournal(argument: _holdfast_v1_CompactJournalRequest, callback: grpc.requestCallback<_holdfast_v1_CompactJournalResponse__Output>): grpc.ClientUnaryCall;
  
  CreateToken(argument: _holdfast_v1_CreateTokenRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_CreateTokenResponse__Output>): grpc.ClientUnaryCall;
  CreateToken(argument: _holdfast_v1_CreateTokenRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_CreateTokenResponse__Output>): grpc.ClientUnaryCall;
  CreateToken(argument: _holdfast_v1_CreateTokenRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_CreateTokenResponse__Output>): grpc.ClientUnaryCall;
  CreateToken(argument: _holdfast_v1_CreateTokenRequest, callback: grpc.requestCallback<_holdfast_v1_CreateTokenResponse__Output>): grpc.ClientUnaryCall;
  createToken(argument: _holdfast_v1_CreateTokenRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_CreateTokenResponse__Output>): grpc.ClientUnaryCall;
  createToken(argument: _holdfast_v1_CreateTokenRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_CreateTokenResponse__Output>): grpc.ClientUnaryCall;
  createToken(argument: _holdfast_v1_CreateTokenRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_CreateTokenResponse__Output>): grpc.ClientUnaryCall;
  createToken(argument: _holdfast_v1_CreateTokenRequest, callback: grpc.requestCallback<_holdfast_v1_CreateTokenResponse__Output>): grpc.ClientUnaryCall;
  
  GetServerInfo(argument: _holdfast_v1_GetServerInfoRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetServerInfoResponse__Output>): grpc.ClientUnaryCall;
  GetServerInfo(argument: _holdfast_v1_GetServerInfoRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_GetServerInfoResponse__Output>): grpc.ClientUnaryCall;
  GetServerInfo(argument: _holdfast_v1_GetServerInfoRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetServerInfoResponse__Output>): grpc.ClientUnaryCall;
  GetServerInfo(argument: _holdfast_v1_GetServerInfoRequest, callback: grpc.requestCallback<_holdfast_v1_GetServerInfoResponse__Output>): grpc.ClientUnaryCall;
  getServerInfo(argument: _holdfast_v1_GetServerInfoRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetServerInfoResponse__Output>): grpc.ClientUnaryCall;
  getServerInfo(argument: _holdfast_v1_GetServerInfoRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_GetServerInfoResponse__Output>): grpc.ClientUnaryCall;
  getServerInfo(argument: _holdfast_v1_GetServerInfoRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetServerInfoResponse__Output>): grpc.ClientUnaryCall;
  getServerInfo(argument: _holdfast_v1_GetServerInfoRequest, callback: grpc.requestCallback<_holdfast_v1_GetServerInfoResponse__Output>): grpc.ClientUnaryCall;
  
  ListTokens(argument: _holdfast_v1_ListTokensRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListTokensResponse__Output>): grpc.ClientUnaryCall;
  ListTokens(argument: _holdfast_v1_ListTokensRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ListTokensResponse__Output>): grpc.ClientUnaryCall;
  ListTokens(argument: _holdfast_v1_ListTokensRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListTokensResponse__Output>): grpc.ClientUnaryCall;
  ListTokens(argument: _holdfast_v1_ListTokensRequest, callback: grpc.requestCallback<_holdfast_v1_ListTokensResponse__Output>): grpc.ClientUnaryCall;
  listTokens(argument: _holdfast_v1_ListTokensRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListTokensResponse__Output>): grpc.ClientUnaryCall;
  listTokens(argument: _holdfast_v1_ListTokensRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ListTokensResponse__Output>): grpc.ClientUnaryCall;
  listTokens(argument: _holdfast_v1_ListTokensRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListTokensResponse__Output>): grpc.ClientUnaryCall;
  listTokens(argument: _holdfast_v1_ListTokensRequest, callback: grpc.requestCallback<_holdfast_v1_ListTokensResponse__Output>): grpc.ClientUnaryCall;
  
  Ping(argument: _holdfast_v1_PingRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PingResponse__Output>): grpc.ClientUnaryCall;
  Ping(argument: _holdfast_v1_PingRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_PingResponse__Output>): grpc.ClientUnaryCall;
  Ping(argument: _holdfast_v1_PingRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PingResponse__Output>): grpc.ClientUnaryCall;
  Ping(argument: _holdfast_v1_PingRequest, callback: grpc.requestCallback<_holdfast_v1_PingResponse__Output>): grpc.ClientUnaryCall;
  ping(argument: _holdfast_v1_PingRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PingResponse__Output>): grpc.ClientUnaryCall;
  ping(argument: _holdfast_v1_PingRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_PingResponse__Output>): grpc.ClientUnaryCall;
  ping(argument: _holdfast_v1_PingRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PingResponse__Output>): grpc.ClientUnaryCall;
  ping(argument: _holdfast_v1_PingRequest, callback: grpc.requestCallback<_holdfast_v1_PingResponse__Output>): grpc.ClientUnaryCall;
  
  RevokeToken(argument: _holdfast_v1_RevokeTokenRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_RevokeTokenResponse__Output>): grpc.ClientUnaryCall;
  RevokeToken(argument: _holdfast_v1_RevokeTokenRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_RevokeTokenResponse__Output>): grpc.ClientUnaryCall;
  RevokeToken(argument: _holdfast_v1_RevokeTokenRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_RevokeTokenResponse__Output>): grpc.ClientUnaryCall;
  RevokeToken(argument: _holdfast_v1_RevokeTokenRequest, callback: grpc.requestCallback<_holdfast_v1_RevokeTokenResponse__Output>): grpc.ClientUnaryCall;
  revokeToken(argument: _holdfast_v1_RevokeTokenRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_RevokeTokenResponse__Output>): grpc.ClientUnaryCall;
  revokeToken(argument: _holdfast_v1_RevokeTokenRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_RevokeTokenResponse__Output>): grpc.ClientUnaryCall;
  revokeToken(argument: _holdfast_v1_RevokeTokenRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_RevokeTokenResponse__Output>): grpc.ClientUnaryCall;
  revokeToken(argument: _holdfast_v1_RevokeTokenRequest, callback: grpc.requestCallback<_holdfast_v1_RevokeTokenResponse__Output>): grpc.ClientUnaryCall;
  
  SetLogLevel(argument: _holdfast_v1_SetLogLevelRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_SetLogLevelResponse__Output>): grpc.ClientUnaryCall;
  SetLogLevel(argument: _holdfast_v1_SetLogLevelRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_SetLogLevelResponse__Output>): grpc.ClientUnaryCall;
  SetLogLevel(argument: _holdfast_v1_SetLogLevelRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_SetLogLevelResponse__Output>): grpc.ClientUnaryCall;
  SetLogLevel(argument: _holdfast_v1_SetLogLevelRequest, callback: grpc.requestCallback<_holdfast_v1_SetLogLevelResponse__Output>): grpc.ClientUnaryCall;
  setLogLevel(argument: _holdfast_v1_SetLogLevelRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_SetLogLevelResponse__Output>): grpc.ClientUnaryCall;
  setLogLevel(argument: _holdfast_v1_SetLogLevelRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_SetLogLevelResponse__Output>): grpc.ClientUnaryCall;
  setLogLevel(argument: _holdfast_v1_SetLogLevelRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_SetLogLevelResponse__Output>): grpc.ClientUnaryCall;
  setLogLevel(argument: _holdfast_v1_SetLogLevelRequest, callback: grpc.requestCallback<_holdfast_v1_SetLogLevelResponse__Output>): grpc.ClientUnaryCall;
  
  Stats(argument: _holdfast_v1_StatsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_StatsResponse__Output>): grpc.ClientUnaryCall;
  Stats(argument: _holdfast_v1_StatsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_StatsResponse__Output>): grpc.ClientUnaryCall;
  Stats(argument: _holdfast_v1_StatsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_StatsResponse__Output>): grpc.ClientUnaryCall;
  Stats(argument: _holdfast_v1_StatsRequest, callback: grpc.requestCallback<_holdfast_v1_StatsResponse__Output>): grpc.ClientUnaryCall;
  stats(argument: _holdfast_v1_StatsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_StatsResponse__Output>): grpc.ClientUnaryCall;
  stats(argument: _holdfast_v1_StatsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_StatsResponse__Output>): grpc.ClientUnaryCall;
  stats(argument: _holdfast_v1_StatsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_StatsResponse__Output>): grpc.ClientUnaryCall;
  stats(argument: _holdfast_v1_StatsRequest, callback: grpc.requestCallback<_holdfast_v1_StatsResponse__Output>): grpc.ClientUnaryCall;
  
  Verify(argument: _holdfast_v1_VerifyRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_holdfast_v1_VerifyResponse__Output>;
  Verify(argument: _holdfast_v1_VerifyRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_holdfast_v1_VerifyResponse__Output>;
  verify(argument: _holdfast_v1_VerifyRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_holdfast_v1_VerifyResponse__Output>;
  verify(argument: _holdfast_v1_VerifyRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_holdfast_v1_VerifyResponse__Output>;
  
}

export interface AdminHandlers extends grpc.UntypedServiceImplementation {
  Backup: grpc.handleServerStreamingCall<_holdfast_v1_BackupRequest__Output, _holdfast_v1_BackupResponse>;
  
  CompactJournal: grpc.handleUnaryCall<_holdfast_v1_CompactJournalRequest__Output, _holdfast_v1_CompactJournalResponse>;
  
  CreateToken: grpc.handleUnaryCall<_holdfast_v1_CreateTokenRequest__Output, _holdfast_v1_CreateTokenResponse>;
  
  GetServerInfo: grpc.handleUnaryCall<_holdfast_v1_GetServerInfoRequest__Output, _holdfast_v1_GetServerInfoResponse>;
  
  ListTokens: grpc.handleUnaryCall<_holdfast_v1_ListTokensRequest__Output, _holdfast_v1_ListTokensResponse>;
  
  Ping: grpc.handleUnaryCall<_holdfast_v1_PingRequest__Output, _holdfast_v1_PingResponse>;
  
  RevokeToken: grpc.handleUnaryCall<_holdfast_v1_RevokeTokenRequest__Output, _holdfast_v1_RevokeTokenResponse>;
  
  SetLogLevel: grpc.handleUnaryCall<_holdfast_v1_SetLogLevelRequest__Output, _holdfast_v1_SetLogLevelResponse>;
  
  Stats: grpc.handleUnaryCall<_holdfast_v1_StatsRequest__Output, _holdfast_v1_StatsResponse>;
  
  Verify: grpc.handleServerStreamingCall<_holdfast_v1_VerifyRequest__Output, _holdfast_v1_VerifyResponse>;
  
}

export interface AdminDefinition extends grpc.ServiceDefinition {
  Backup: MethodDefinition<_holdfast_v1_BackupRequest, _holdfast_v1_BackupResponse, _holdfast_v1_BackupRequest__Output, _holdfast_v1_BackupResponse__Output>
  CompactJournal: MethodDefinition<_holdfast_v1_CompactJournalRequest, _holdfast_v1_CompactJournalResponse, _holdfast_v1_CompactJournalRequest__Output, _holdfast_v1_CompactJournalResponse__Output>
  CreateToken: MethodDefinition<_holdfast_v1_CreateTokenRequest, _holdfast_v1_CreateTokenResponse, _holdfast_v1_CreateTokenRequest__Output, _holdfast_v1_CreateTokenResponse__Output>
  GetServerInfo: MethodDefinition<_holdfast_v1_GetServerInfoRequest, _holdfast_v1_GetServerInfoResponse, _holdfast_v1_GetServerInfoRequest__Output, _holdfast_v1_GetServerInfoResponse__Output>
  ListTokens: MethodDefinition<_holdfast_v1_ListTokensRequest, _holdfast_v1_ListTokensResponse, _holdfast_v1_ListTokensRequest__Output, _holdfast_v1_ListTokensResponse__Output>
  Ping: MethodDefinition<_holdfast_v1_PingRequest, _holdfast_v1_PingResponse, _holdfast_v1_PingRequest__Output, _holdfast_v1_PingResponse__Output>
  RevokeToken: MethodDefinition<_holdfast_v1_RevokeTokenRequest, _holdfast_v1_RevokeTokenResponse, _holdfast_v1_RevokeTokenRequest__Output, _holdfast_v1_RevokeTokenResponse__Output>
  SetLogLevel: MethodDefinition<_holdfast_v1_SetLogLevelRequest, _holdfast_v1_SetLogLevelResponse, _holdfast_v1_SetLogLevelRequest__Output, _holdfast_v1_SetLogLevelResponse__Output>
  Stats: MethodDefinition<_holdfast_v1_StatsRequest, _holdfast_v1_StatsResponse, _holdfast_v1_StatsRequest__Output, _holdfast_v1_StatsResponse__Output>
  Verify: MethodDefinition<_holdfast_v1_VerifyRequest, _holdfast_v1_VerifyResponse, _holdfast_v1_VerifyRequest__Output, _holdfast_v1_VerifyResponse__Output>
}
