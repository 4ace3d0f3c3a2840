import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from './google/protobuf/Duration.js';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from './google/protobuf/Timestamp.js';
import type { AccessToken as _holdfast_v1_AccessToken, AccessToken__Output as _holdfast_v1_AccessToken__Output } from './holdfast/v1/AccessToken.js';
import type { AdminClient as _holdfast_v1_AdminClient, AdminDefinition as _holdfast_v1_AdminDefinition } from './holdfast/v1/Admin.js';
import type { BackupRequest as _holdfast_v1_BackupRequest, BackupRequest__Output as _holdfast_v1_BackupRequest__Output } from './holdfast/v1/BackupRequest.js';
import type { BackupResponse as _holdfast_v1_BackupResponse, BackupResponse__Output as _holdfast_v1_BackupResponse__Output } from './holdfast/v1/BackupResponse.js';
import type { BackupStats as _holdfast_v1_BackupStats, BackupStats__Output as _holdfast_v1_BackupStats__Output } from './holdfast/v1/BackupStats.js';
import type { CompactJournalRequest as _holdfast_v1_CompactJournalRequest, CompactJournalRequest__Output as _holdfast_v1_CompactJournalRequest__Output } from './holdfast/v1/CompactJournalRequest.js';
import type { CompactJournalResponse as _holdfast_v1_CompactJournalResponse, CompactJournalResponse__Output as _holdfast_v1_CompactJournalResponse__Output } from './holdfast/v1/CompactJournalResponse.js';
import type { CreateTokenRequest as _holdfast_v1_CreateTokenRequest, CreateTokenRequest__Output as _holdfast_v1_CreateTokenRequest__Output } from './holdfast/v1/CreateTokenRequest.js';
import type { CreateTokenResponse as _holdfast_v1_CreateTokenResponse, CreateTokenResponse__Output as _holdfast_v1_CreateTokenResponse__Output } from './holdfast/v1/CreateTokenResponse.js';
import type { Document as _holdfast_v1_Document, Document__Output as _holdfast_v1_Document__Output } from './holdfast/v1/Document.js';
import type { GetServerInfoRequest as _holdfast_v1_GetServerInfoRequest, GetServerInfoRequest__Output as _holdfast_v1_GetServerInfoRequest__Output } from './holdfast/v1/GetServerInfoRequest.js';
import type { GetServerInfoResponse as _holdfast_v1_GetServerInfoResponse, GetServerInfoResponse__Output as _holdfast_v1_GetServerInfoResponse__Output } from './holdfast/v1/GetServerInfoResponse.js';
import type { ListTokensRequest as _holdfast_v1_ListTokensRequest, ListTokensRequest__Output as _holdfast_v1_ListTokensRequest__Output } from './holdfast/v1/ListTokensRequest.js';
import type { ListTokensResponse as _holdfast_v1_ListTokensResponse, ListTokensResponse__Output as _holdfast_v1_ListTokensResponse__Output } from './holdfast/v1/ListTokensResponse.js';
import type { PingRequest as _holdfast_v1_PingRequest, PingRequest__Output as _holdfast_v1_PingRequest__Output } from './holdfast/v1/PingRequest.js';
import type { PingResponse as _holdfast_v1_PingResponse, PingResponse__Output as _holdfast_v1_PingResponse__Output } from './holdfast/v1/PingResponse.js';
import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from './holdfast/v1/ReadHeader.js';
import type { RevokeTokenRequest as _holdfast_v1_RevokeTokenRequest, RevokeTokenRequest__Output as _holdfast_v1_RevokeTokenRequest__Output } from './holdfast/v1/RevokeTokenRequest.js';
import type { RevokeTokenResponse as _holdfast_v1_RevokeTokenResponse, RevokeTokenResponse__Output as _holdfast_v1_RevokeTokenResponse__Output } from './holdfast/v1/RevokeTokenResponse.js';
import type { RpcStats as _holdfast_v1_RpcStats, RpcStats__Output as _holdfast_v1_RpcStats__Output } from './holdfast/v1/RpcStats.js';
import type { SetLogLevelRequest as _holdfast_v1_SetLogLevelRequest, SetLogLevelRequest__Output as _holdfast_v1_SetLogLevelRequest__Output } from './holdfast/v1/SetLogLevelRequest.js';
import type { SetLogLevelResponse as _holdfast_v1_SetLogLevelResponse, SetLogLevelResponse__Output as _holdfast_v1_SetLogLevelResponse__Output } from './holdfast/v1/SetLogLevelResponse.js';
import type { StatsRequest as _holdfast_v1_StatsRequest, StatsRequest__Output as _holdfast_v1_StatsRequest__Output } from './holdfast/v1/StatsRequest.js';
import type { StatsResponse as _holdfast_v1_StatsResponse, StatsResponse__Output as _holdfast_v1_StatsResponse__Output } from './holdfast/v1/StatsResponse.js';
import type { VerifyFinding as _holdfast_v1_VerifyFinding, VerifyFinding__Output as _holdfast_v1_VerifyFinding__Output } from './holdfast/v1/VerifyFinding.js';
import type { VerifyRequest as _holdfast_v1_VerifyRequest, VerifyRequest__Output as _holdfast_v1_VerifyRequest__Output } from './holdfast/v1/VerifyRequest.js';
import type { VerifyResponse as _holdfast_v1_VerifyResponse, VerifyResponse__Output as _holdfast_v1_VerifyResponse__Output } from './holdfast/v1/VerifyResponse.js';
import type { WriteHeader as _holdfast_v1_WriteHeader, WriteHeader__Output as _holdfast_v1_WriteHeader__Output } from './holdfast/v1/WriteHeader.js';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  google: {
    protobuf: {
      Duration: MessageTypeDefinition<_google_protobuf_Duration, _google_protobuf_Duration__Output>
      Timestamp: MessageTypeDefinition<_google_protobuf_Timestamp, _google_protobuf_Timestamp__Output>
    }
  }
  holdfast: {
    v1: {
      AccessRole: EnumTypeDefinition
      AccessToken: MessageTypeDefinition<_holdfast_v1_AccessToken, _holdfast_v1_AccessToken__Output>
      Admin: SubtypeConstructor<typeof grpc.Client, _holdfast_v1_AdminClient> & { service: _holdfast_v1_AdminDefinition }
      BackupRequest: MessageTypeDefinition<_holdfast_v1_BackupRequest, _holdfast_v1_BackupRequest__Output>
      BackupResponse: MessageTypeDefinition<_holdfast_v1_BackupResponse, _holdfast_v1_BackupResponse__Output>
      BackupStats: MessageTypeDefinition<_holdfast_v1_BackupStats, _holdfast_v1_BackupStats__Output>
      CompactJournalRequest: MessageTypeDefinition<_holdfast_v1_CompactJournalRequest, _holdfast_v1_CompactJournalRequest__Output>
      CompactJournalResponse: MessageTypeDefinition<_holdfast_v1_CompactJournalResponse, _holdfast_v1_CompactJournalResponse__Output>
      CreateTokenRequest: MessageTypeDefinition<_holdfast_v1_CreateTokenRequest, _holdfast_v1_CreateTokenRequest__Output>
      CreateTokenResponse: MessageTypeDefinition<_holdfast_v1_CreateTokenResponse, _holdfast_v1_CreateTokenResponse__Output>
      Document: MessageTypeDefinition<_holdfast_v1_Document, _holdfast_v1_Document__Output>
      DocumentEncoding: EnumTypeDefinition
      GetServerInfoRequest: MessageTypeDefinition<_holdfast_v1_GetServerInfoRequest, _holdfast_v1_GetServerInfoRequest__Output>
      GetServerInfoResponse: MessageTypeDefinition<_holdfast_v1_GetServerInfoResponse, _holdfast_v1_GetServerInfoResponse__Output>
      ListTokensRequest: MessageTypeDefinition<_holdfast_v1_ListTokensRequest, _holdfast_v1_ListTokensRequest__Output>
      ListTokensResponse: MessageTypeDefinition<_holdfast_v1_ListTokensResponse, _holdfast_v1_ListTokensResponse__Output>
      PingRequest: MessageTypeDefinition<_holdfast_v1_PingRequest, _holdfast_v1_PingRequest__Output>
      PingResponse: MessageTypeDefinition<_holdfast_v1_PingResponse, _holdfast_v1_PingResponse__Output>
      ReadHeader: MessageTypeDefinition<_holdfast_v1_ReadHeader, _holdfast_v1_ReadHeader__Output>
      RevokeTokenRequest: MessageTypeDefinition<_holdfast_v1_RevokeTokenRequest, _holdfast_v1_RevokeTokenRequest__Output>
      RevokeTokenResponse: MessageTypeDefinition<_holdfast_v1_RevokeTokenResponse, _holdfast_v1_RevokeTokenResponse__Output>
      RpcStats: MessageTypeDefinition<_holdfast_v1_RpcStats, _holdfast_v1_RpcStats__Output>
      SetLogLevelRequest: MessageTypeDefinition<_holdfast_v1_SetLogLevelRequest, _holdfast_v1_SetLogLevelRequest__Output>
      SetLogLevelResponse: MessageTypeDefinition<_holdfast_v1_SetLogLevelResponse, _holdfast_v1_SetLogLevelResponse__Output>
      StatsRequest: MessageTypeDefinition<_holdfast_v1_StatsRequest, _holdfast_v1_StatsRequest__Output>
      StatsResponse: MessageTypeDefinition<_holdfast_v1_StatsResponse, _holdfast_v1_StatsResponse__Output>
      VerifyFinding: MessageTypeDefinition<_holdfast_v1_VerifyFinding, _holdfast_v1_VerifyFinding__Output>
      VerifyRequest: MessageTypeDefinition<_holdfast_v1_VerifyRequest, _holdfast_v1_VerifyRequest__Output>
      VerifyResponse: MessageTypeDefinition<_holdfast_v1_VerifyResponse, _holdfast_v1_VerifyResponse__Output>
      WriteHeader: MessageTypeDefinition<_holdfast_v1_WriteHeader, _holdfast_v1_WriteHeader__Output>
    }
  }
}

