import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { DeleteCredentialRequest as _holdfast_v1_DeleteCredentialRequest, DeleteCredentialRequest__Output as _holdfast_v1_DeleteCredentialRequest__Output } from '../../holdfast/v1/DeleteCredentialRequest.js';
import type { DeleteCredentialResponse as _holdfast_v1_DeleteCredentialResponse, DeleteCredentialResponse__Output as _holdfast_v1_DeleteCredentialResponse__Output } from '../../holdfast/v1/DeleteCredentialResponse.js';
import type { GetCredentialRequest as _holdfast_v1_GetCredentialRequest, GetCredentialRequest__Output as _holdfast_v1_GetCredentialRequest__Output } from '../../holdfast/v1/GetCredentialRequest.js';
import type { GetCredentialResponse as _holdfast_v1_GetCredentialResponse, GetCredentialResponse__Output as _holdfast_v1_GetCredentialResponse__Output } from '../../holdfast/v1/GetCredentialResponse.js';
import type { ListCredentialsRequest as _holdfast_v1_ListCredentialsRequest, ListCredentialsRequest__Output as _holdfast_v1_ListCredentialsRequest__Output } from '../../holdfast/v1/ListCredentialsRequest.js';
import type { ListCredentialsResponse as _holdfast_v1_ListCredentialsResponse, ListCredentialsResponse__Output as _holdfast_v1_ListCredentialsResponse__Output } from '../../holdfast/v1/ListCredentialsResponse.js';
import type { PutCredentialRequest as _holdfast_v1_PutCredentialRequest, PutCredentialRequest__Output as _holdfast_v1_PutCredentialRequest__Output } from '../../holdfast/v1/PutCredentialRequest.js';
import type { PutCredentialResponse as _holdfast_v1_PutCredentialResponse, PutCredentialResponse__Output as _holdfast_v1_PutCredentialResponse__Output } from '../../holdfast/v1/PutCredentialResponse.js';
import type { RotateMasterKeyRequest as _holdfast_v1_RotateMasterKeyRequest, RotateMasterKeyRequest__Output as _holdfast_v1_RotateMasterKeyRequest__Output } from '../../holdfast/v1/RotateMasterKeyRequest.js';
import type { RotateMasterKeyResponse as _holdfast_v1_RotateMasterKeyResponse, RotateMasterKeyResponse__Output as _holdfast_v1_RotateMasterKeyResponse__Output } from '../../holdfast/v1/RotateMasterKeyResponse.js';

export interface VaultClient extends grpc.Client {
  DeleteCredential(argument: _holdfast_v1_DeleteCredentialRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_DeleteCredentialResponse__Output>): grpc.ClientUnaryCall;
  DeleteCredential(argument: _holdfast_v1_DeleteCredentialRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_DeleteCredentialResponse__Output>): grpc.ClientUnaryCall;
  DeleteCredential(argument: _holdfast_v1_DeleteCredentialRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_DeleteCredentialResponse__Output>): grpc.ClientUnaryCall;
  DeleteCredential(argument: _holdfast_v1_DeleteCredentialRequest, callback: grpc.requestCallback<_holdfast_v1_DeleteCredentialResponse__Output>): grpc.ClientUnaryCall;
  deleteCredential(argument: _holdfast_v1_DeleteCredentialRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_DeleteCredentialResponse__Output>): grpc.ClientUnaryCall;
  deleteCredential(argument: _holdfast_v1_DeleteCredentialRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_DeleteCredentialResponse__Output>): grpc.ClientUnaryCall;
  deleteCredential(argument: _holdfast_v1_DeleteCredentialRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_DeleteCredentialResponse__Output>): grpc.ClientUnaryCall;
  deleteCredential(argument: _holdfast_v1_DeleteCredentialRequest, callback: grpc.requestCallback<_holdfast_v1_DeleteCredentialResponse__Output>): grpc.ClientUnaryCall;
  
  GetCredential(argument: _holdfast_v1_GetCredentialRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetCredentialResponse__Output>): grpc.ClientUnaryCall;
  GetCredential(argument: _holdfast_v1_GetCredentialRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_GetCredentialResponse__Output>): grpc.ClientUnaryCall;
  GetCredential(argument: _holdfast_v1_GetCredentialRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetCredentialResponse__Output>): grpc.ClientUnaryCall;
  GetCredential(argument: _holdfast_v1_GetCredentialRequest, callback: grpc.requestCallback<_holdfast_v1_GetCredentialResponse__Output>): grpc.ClientUnaryCall;
  getCredential(argument: _holdfast_v1_GetCredentialRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetCredentialResponse__Output>): grpc.ClientUnaryCall;
  getCredential(argument: _holdfast_v1_GetCredentialRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_GetCredentialResponse__Output>): grpc.ClientUnaryCall;
  getCredential(argument: _holdfast_v1_GetCredentialRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetCredentialResponse__Output>): grpc.ClientUnaryCall;
  getCredential(argument: _holdfast_v1_GetCredentialRequest, callback: grpc.requestCallback<_holdfast_v1_GetCredentialResponse__Output>): grpc.ClientUnaryCall;
  
  ListCredentials(argument: _holdfast_v1_ListCredentialsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListCredentialsResponse__Output>): grpc.ClientUnaryCall;
  ListCredentials(argument: _holdfast_v1_ListCredentialsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ListCredentialsResponse__Output>): grpc.ClientUnaryCall;
  ListCredentials(argument: _holdfast_v1_ListCredentialsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListCredentialsResponse__Output>): grpc.ClientUnaryCall;
  ListCredentials(argument: _holdfast_v1_ListCredentialsRequest, callback: grpc.requestCallback<_holdfast_v1_ListCredentialsResponse__Output>): grpc.ClientUnaryCall;
  listCredentials(argument: _holdfast_v1_ListCredentialsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListCredentialsResponse__Output>): grpc.ClientUnaryCall;
  listCredentials(argument: _holdfast_v1_ListCredentialsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ListCredentialsResponse__Output>): grpc.ClientUnaryCall;
  listCredentials(argument: _holdfast_v1_ListCredentialsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListCredentialsResponse__Output>): grpc.ClientUnaryCall;
  listCredentials(argument: _holdfast_v1_ListCredentialsRequest, callback: grpc.requestCallback<_holdfast_v1_ListCredentialsResponse__Output>): grpc.ClientUnaryCall;
  
  PutCredential(argument: _holdfast_v1_PutCredentialRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PutCredentialResponse__Output>): grpc.ClientUnaryCall;
  PutCredential(argument: _holdfast_v1_PutCredentialRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_PutCredentialResponse__Output>): grpc.ClientUnaryCall;
  PutCredential(argument: _holdfast_v1_PutCredentialRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PutCredentialResponse__Output>): grpc.ClientUnaryCall;
  PutCredential(argument: _holdfast_v1_PutCredentialRequest, callback: grpc.requestCallback<_holdfast_v1_PutCredentialResponse__Output>): grpc.ClientUnaryCall;
  putCredential(argument: _holdfast_v1_PutCredentialRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PutCredentialResponse__Output>): grpc.ClientUnaryCall;
  putCredential(argument: _holdfast_v1_PutCredentialRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_PutCredentialResponse__Output>): grpc.ClientUnaryCall;
  putCredential(argument: _holdfast_v1_PutCredentialRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PutCredentialResponse__Output>): grpc.ClientUnaryCall;
  putCredential(argument: _holdfast_v1_PutCredentialRequest, callback: grpc.requestCallback<_holdfast_v1_PutCredentialResponse__Output>): grpc.ClientUnaryCall;
  
  RotateMasterKey(argument: _holdfast_v1_RotateMasterKeyRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_holdfast_v1_RotateMasterKeyResponse__Output>;
  RotateMasterKey(argument: _holdfast_v1_RotateMasterKeyRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_holdfast_v1_RotateMasterKeyResponse__Output>;
  rotateMasterKey(argument: _holdfast_v1_RotateMasterKeyRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_holdfast_v1_RotateMasterKeyResponse__Output>;
  rotateMasterKey(argument: _holdfast_v1_RotateMasterKeyRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_holdfast_v1_RotateMasterKeyResponse__Output>;
  
}

export interface VaultHandlers extends grpc.UntypedServiceImplementation {
  DeleteCredential: grpc.handleUnaryCall<_holdfast_v1_DeleteCredentialRequest__Output, _holdfast_v1_DeleteCredentialResponse>;
  
  GetCredential: grpc.handleUnaryCall<_holdfast_v1_GetCredentialRequest__Output, _holdfast_v1_GetCredentialResponse>;
  
  ListCredentials: grpc.handleUnaryCall<_holdfast_v1_ListCredentialsRequest__Output, _holdfast_v1_ListCredentialsResponse>;
  
  PutCredential: grpc.handleUnaryCall<_holdfast_v1_PutCredentialRequest__Output, _holdfast_v1_PutCredentialResponse>;
  
  RotateMasterKey: grpc.handleServerStreamingCall<_holdfast_v1_RotateMasterKeyRequest__Output, _holdfast_v1_RotateMasterKeyResponse>;
  
}

export interface VaultDefinition extends grpc.ServiceDefinition {
  DeleteCredential: MethodDefinition<_holdfast_v1_DeleteCredentialRequest, _holdfast_v1_DeleteCredentialResponse, _holdfast_v1_DeleteCredentialRequest__Output, _holdfast_v1_DeleteCredentialResponse__Output>
  GetCredential: MethodDefinition<_holdfast_v1_GetCredentialRequest, _holdfast_v1_GetCredentialResponse, _holdfast_v1_GetCredentialRequest__Output, _holdfast_v1_GetCredentialResponse__Output>
  ListCredentials: MethodDefinition<_holdfast_v1_ListCredentialsRequest, _holdfast_v1_ListCredentialsResponse, _holdfast_v1_ListCredentialsRequest__Output, _holdfast_v1_ListCredentialsResponse__Output>
  PutCredential: MethodDefinition<_holdfast_v1_PutCredentialRequest, _holdfast_v1_PutCredentialResponse, _holdfast_v1_PutCredentialRequest__Output, _holdfast_v1_PutCredentialResponse__Output>
  RotateMasterKey: MethodDefinition<_holdfast_v1_RotateMasterKeyRequest, _holdfast_v1_RotateMasterKeyResponse, _holdfast_v1_RotateMasterKeyRequest__Output, _holdfast_v1_RotateMasterKeyResponse__Output>
}
