import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from './google/protobuf/Duration.js';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from './google/protobuf/Timestamp.js';
import type { Credential as _holdfast_v1_Credential, Credential__Output as _holdfast_v1_Credential__Output } from './holdfast/v1/Credential.js';
import type { DeleteCredentialRequest as _holdfast_v1_DeleteCredentialRequest, DeleteCredentialRequest__Output as _holdfast_v1_DeleteCredentialRequest__Output } from './holdfast/v1/DeleteCredentialRequest.js';
import type { DeleteCredentialResponse as _holdfast_v1_DeleteCredentialResponse, DeleteCredentialResponse__Output as _holdfast_v1_DeleteCredentialResponse__Output } from './holdfast/v1/DeleteCredentialResponse.js';
import type { Document as _holdfast_v1_Document, Document__Output as _holdfast_v1_Document__Output } from './holdfast/v1/Document.js';
import type { GetCredentialRequest as _holdfast_v1_GetCredentialRequest, GetCredentialRequest__Output as _holdfast_v1_GetCredentialRequest__Output } from './holdfast/v1/GetCredentialRequest.js';
import type { GetCredentialResponse as _holdfast_v1_GetCredentialResponse, GetCredentialResponse__Output as _holdfast_v1_GetCredentialResponse__Output } from './holdfast/v1/GetCredentialResponse.js';
import type { ListCredentialsRequest as _holdfast_v1_ListCredentialsRequest, ListCredentialsRequest__Output as _holdfast_v1_ListCredentialsRequest__Output } from './holdfast/v1/ListCredentialsRequest.js';
import type { ListCredentialsResponse as _holdfast_v1_ListCredentialsResponse, ListCredentialsResponse__Output as _holdfast_v1_ListCredentialsResponse__Output } from './holdfast/v1/ListCredentialsResponse.js';
import type { PutCredentialRequest as _holdfast_v1_PutCredentialRequest, PutCredentialRequest__Output as _holdfast_v1_PutCredentialRequest__Output } from './holdfast/v1/PutCredentialRequest.js';
import type { PutCredentialResponse as _holdfast_v1_PutCredentialResponse, PutCredentialResponse__Output as _holdfast_v1_PutCredentialResponse__Output } from './holdfast/v1/PutCredentialResponse.js';
import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from './holdfast/v1/ReadHeader.js';
import type { RotateMasterKeyRequest as _holdfast_v1_RotateMasterKeyRequest, RotateMasterKeyRequest__Output as _holdfast_v1_RotateMasterKeyRequest__Output } from './holdfast/v1/RotateMasterKeyRequest.js';
import type { RotateMasterKeyResponse as _holdfast_v1_RotateMasterKeyResponse, RotateMasterKeyResponse__Output as _holdfast_v1_RotateMasterKeyResponse__Output } from './holdfast/v1/RotateMasterKeyResponse.js';
import type { VaultClient as _holdfast_v1_VaultClient, VaultDefinition as _holdfast_v1_VaultDefinition } from './holdfast/v1/Vault.js';
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
      Credential: MessageTypeDefinition<_holdfast_v1_Credential, _holdfast_v1_Credential__Output>
      DeleteCredentialRequest: MessageTypeDefinition<_holdfast_v1_DeleteCredentialRequest, _holdfast_v1_DeleteCredentialRequest__Output>
      DeleteCredentialResponse: MessageTypeDefinition<_holdfast_v1_DeleteCredentialResponse, _holdfast_v1_DeleteCredentialResponse__Output>
      Document: MessageTypeDefinition<_holdfast_v1_Document, _holdfast_v1_Document__Output>
      DocumentEncoding: EnumTypeDefinition
      GetCredentialRequest: MessageTypeDefinition<_holdfast_v1_GetCredentialRequest, _holdfast_v1_GetCredentialRequest__Output>
      GetCredentialResponse: MessageTypeDefinition<_holdfast_v1_GetCredentialResponse, _holdfast_v1_GetCredentialResponse__Output>
      ListCredentialsRequest: MessageTypeDefinition<_holdfast_v1_ListCredentialsRequest, _holdfast_v1_ListCredentialsRequest__Output>
      ListCredentialsResponse: MessageTypeDefinition<_holdfast_v1_ListCredentialsResponse, _holdfast_v1_ListCredentialsResponse__Output>
      PutCredentialRequest: MessageTypeDefinition<_holdfast_v1_PutCredentialRequest, _holdfast_v1_PutCredentialRequest__Output>
      PutCredentialResponse: MessageTypeDefinition<_holdfast_v1_PutCredentialResponse, _holdfast_v1_PutCredentialResponse__Output>
      ReadHeader: MessageTypeDefinition<_holdfast_v1_ReadHeader, _holdfast_v1_ReadHeader__Output>
      RotateMasterKeyRequest: MessageTypeDefinition<_holdfast_v1_RotateMasterKeyRequest, _holdfast_v1_RotateMasterKeyRequest__Output>
      RotateMasterKeyResponse: MessageTypeDefinition<_holdfast_v1_RotateMasterKeyResponse, _holdfast_v1_RotateMasterKeyResponse__Output>
      Vault: SubtypeConstructor<typeof grpc.Client, _holdfast_v1_VaultClient> & { service: _holdfast_v1_VaultDefinition }
      WriteHeader: MessageTypeDefinition<_holdfast_v1_WriteHeader, _holdfast_v1_WriteHeader__Output>
    }
  }
}

