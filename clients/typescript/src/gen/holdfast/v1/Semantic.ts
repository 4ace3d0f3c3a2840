import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { AttachVectorsRequest as _holdfast_v1_AttachVectorsRequest, AttachVectorsRequest__Output as _holdfast_v1_AttachVectorsRequest__Output } from '../../holdfast/v1/AttachVectorsRequest.js';
import type { AttachVectorsResponse as _holdfast_v1_AttachVectorsResponse, AttachVectorsResponse__Output as _holdfast_v1_AttachVectorsResponse__Output } from '../../holdfast/v1/AttachVectorsResponse.js';
import type { ForgetMemoryRequest as _holdfast_v1_ForgetMemoryRequest, ForgetMemoryRequest__Output as _holdfast_v1_ForgetMemoryRequest__Output } from '../../holdfast/v1/ForgetMemoryRequest.js';
import type { ForgetMemoryResponse as _holdfast_v1_ForgetMemoryResponse, ForgetMemoryResponse__Output as _holdfast_v1_ForgetMemoryResponse__Output } from '../../holdfast/v1/ForgetMemoryResponse.js';
import type { GetMemoryRequest as _holdfast_v1_GetMemoryRequest, GetMemoryRequest__Output as _holdfast_v1_GetMemoryRequest__Output } from '../../holdfast/v1/GetMemoryRequest.js';
import type { GetMemoryResponse as _holdfast_v1_GetMemoryResponse, GetMemoryResponse__Output as _holdfast_v1_GetMemoryResponse__Output } from '../../holdfast/v1/GetMemoryResponse.js';
import type { ListGenerationsRequest as _holdfast_v1_ListGenerationsRequest, ListGenerationsRequest__Output as _holdfast_v1_ListGenerationsRequest__Output } from '../../holdfast/v1/ListGenerationsRequest.js';
import type { ListGenerationsResponse as _holdfast_v1_ListGenerationsResponse, ListGenerationsResponse__Output as _holdfast_v1_ListGenerationsResponse__Output } from '../../holdfast/v1/ListGenerationsResponse.js';
import type { ListMemoriesRequest as _holdfast_v1_ListMemoriesRequest, ListMemoriesRequest__Output as _holdfast_v1_ListMemoriesRequest__Output } from '../../holdfast/v1/ListMemoriesRequest.js';
import type { ListMemoriesResponse as _holdfast_v1_ListMemoriesResponse, ListMemoriesResponse__Output as _holdfast_v1_ListMemoriesResponse__Output } from '../../holdfast/v1/ListMemoriesResponse.js';
import type { ListNamespacesRequest as _holdfast_v1_ListNamespacesRequest, ListNamespacesRequest__Output as _holdfast_v1_ListNamespacesRequest__Output } from '../../holdfast/v1/ListNamespacesRequest.js';
import type { ListNamespacesResponse as _holdfast_v1_ListNamespacesResponse, ListNamespacesResponse__Output as _holdfast_v1_ListNamespacesResponse__Output } from '../../holdfast/v1/ListNamespacesResponse.js';
import type { PinMemoryRequest as _holdfast_v1_PinMemoryRequest, PinMemoryRequest__Output as _holdfast_v1_PinMemoryRequest__Output } from '../../holdfast/v1/PinMemoryRequest.js';
import type { PinMemoryResponse as _holdfast_v1_PinMemoryResponse, PinMemoryResponse__Output as _holdfast_v1_PinMemoryResponse__Output } from '../../holdfast/v1/PinMemoryResponse.js';
import type { PutNamespaceRequest as _holdfast_v1_PutNamespaceRequest, PutNamespaceRequest__Output as _holdfast_v1_PutNamespaceRequest__Output } from '../../holdfast/v1/PutNamespaceRequest.js';
import type { PutNamespaceResponse as _holdfast_v1_PutNamespaceResponse, PutNamespaceResponse__Output as _holdfast_v1_PutNamespaceResponse__Output } from '../../holdfast/v1/PutNamespaceResponse.js';
import type { RecallMemoriesRequest as _holdfast_v1_RecallMemoriesRequest, RecallMemoriesRequest__Output as _holdfast_v1_RecallMemoriesRequest__Output } from '../../holdfast/v1/RecallMemoriesRequest.js';
import type { RecallMemoriesResponse as _holdfast_v1_RecallMemoriesResponse, RecallMemoriesResponse__Output as _holdfast_v1_RecallMemoriesResponse__Output } from '../../holdfast/v1/RecallMemoriesResponse.js';
import type { ReindexRequest as _holdfast_v1_ReindexRequest, ReindexRequest__Output as _holdfast_v1_ReindexRequest__Output } from '../../holdfast/v1/ReindexRequest.js';
import type { ReindexResponse as _holdfast_v1_ReindexResponse, ReindexResponse__Output as _holdfast_v1_ReindexResponse__Output } from '../../holdfast/v1/ReindexResponse.js';
import type { StoreMemoriesRequest as _holdfast_v1_StoreMemoriesRequest, StoreMemoriesRequest__Output as _holdfast_v1_StoreMemoriesRequest__Output } from '../../holdfast/v1/StoreMemoriesRequest.js';
import type { StoreMemoriesResponse as _holdfast_v1_StoreMemoriesResponse, StoreMemoriesResponse__Output as _holdfast_v1_StoreMemoriesResponse__Output } from '../../holdfast/v1/StoreMemoriesResponse.js';
import type { StoreMemoryRequest as _holdfast_v1_StoreMemoryRequest, StoreMemoryRequest__Output as _holdfast_v1_StoreMemoryRequest__Output } from '../../holdfast/v1/StoreMemoryRequest.js';
import type { StoreMemoryResponse as _holdfast_v1_StoreMemoryResponse, StoreMemoryResponse__Output as _holdfast_v1_StoreMemoryResponse__Output } from '../../holdfast/v1/StoreMemoryResponse.js';
import type { SupersedeMemoryRequest as _holdfast_v1_SupersedeMemoryRequest, SupersedeMemoryRequest__Output as _holdfast_v1_SupersedeMemoryRequest__Output } from '../../holdfast/v1/SupersedeMemoryRequest.js';
import type { SupersedeMemoryResponse as _holdfast_v1_SupersedeMemoryResponse, SupersedeMemoryResponse__Output as _holdfast_v1_SupersedeMemoryResponse__Output } from '../../holdfast/v1/SupersedeMemoryResponse.js';

export interface SemanticClient extends grpc.Client {
  AttachVectors(argument: _holdfast_v1_AttachVectorsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_AttachVectorsResponse__Output>): grpc.ClientUnaryCall;
  AttachVectors(argument: _holdfast_v1_AttachVectorsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_AttachVectorsResponse__Output>): grpc.ClientUnaryCall;
  AttachVectors(argument: _holdfast_v1_AttachVectorsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_AttachVectorsResponse__Output>): grpc.ClientUnaryCall;
  AttachVectors(argument: _holdfast_v1_AttachVectorsRequest, callback: grpc.requestCallback<_holdfast_v1_AttachVectorsResponse__Output>): grpc.ClientUnaryCall;
  attachVectors(argument: _holdfast_v1_AttachVectorsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_AttachVectorsResponse__Output>): grpc.ClientUnaryCall;
  attachVectors(argument: _holdfast_v1_AttachVectorsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_AttachVectorsResponse__Output>): grpc.ClientUnaryCall;
  attachVectors(argument: _holdfast_v1_AttachVectorsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_AttachVectorsResponse__Output>): grpc.ClientUnaryCall;
  attachVectors(argument: _holdfast_v1_AttachVectorsRequest, callback: grpc.requestCallback<_holdfast_v1_AttachVectorsResponse__Output>): grpc.ClientUnaryCall;
  
  ForgetMemory(argument: _holdfast_v1_ForgetMemoryRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ForgetMemoryResponse__Output>): grpc.ClientUnaryCall;
  ForgetMemory(argument: _holdfast_v1_ForgetMemoryRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ForgetMemoryResponse__Output>): grpc.ClientUnaryCall;
  ForgetMemory(argument: _holdfast_v1_ForgetMemoryRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ForgetMemoryResponse__Output>): grpc.ClientUnaryCall;
  ForgetMemory(argument: _holdfast_v1_ForgetMemoryRequest, callback: grpc.requestCallback<_holdfast_v1_ForgetMemoryResponse__Output>): grpc.ClientUnaryCall;
  forgetMemory(argument: _holdfast_v1_ForgetMemoryRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ForgetMemoryResponse__Output>): grpc.ClientUnaryCall;
  forgetMemory(argument: _holdfast_v1_ForgetMemoryRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ForgetMemoryResponse__Output>): grpc.ClientUnaryCall;
  forgetMemory(argument: _holdfast_v1_ForgetMemoryRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ForgetMemoryResponse__Output>): grpc.ClientUnaryCall;
  forgetMemory(argument: _holdfast_v1_ForgetMemoryRequest, callback: grpc.requestCallback<_holdfast_v1_ForgetMemoryResponse__Output>): grpc.ClientUnaryCall;
  
  GetMemory(argument: _holdfast_v1_GetMemoryRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetMemoryResponse__Output>): grpc.ClientUnaryCall;
  GetMemory(argument: _holdfast_v1_GetMemoryRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_GetMemoryResponse__Output>): grpc.ClientUnaryCall;
  GetMemory(argument: _holdfast_v1_GetMemoryRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetMemoryResponse__Output>): grpc.ClientUnaryCall;
  GetMemory(argument: _holdfast_v1_GetMemoryRequest, callback: grpc.requestCallback<_holdfast_v1_GetMemoryResponse__Output>): grpc.ClientUnaryCall;
  getMemory(argument: _holdfast_v1_GetMemoryRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetMemoryResponse__Output>): grpc.ClientUnaryCall;
  getMemory(argument: _holdfast_v1_GetMemoryRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_GetMemoryResponse__Output>): grpc.ClientUnaryCall;
  getMemory(argument: _holdfast_v1_GetMemoryRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetMemoryResponse__Output>): grpc.ClientUnaryCall;
  getMemory(argument: _holdfast_v1_GetMemoryRequest, callback: grpc.requestCallback<_holdfast_v1_GetMemoryResponse__Output>): grpc.ClientUnaryCall;
  
  ListGenerations(argument: _holdfast_v1_ListGenerationsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListGenerationsResponse__Output>): grpc.ClientUnaryCall;
  ListGenerations(argument: _holdfast_v1_ListGenerationsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ListGenerationsResponse__Output>): grpc.ClientUnaryCall;
  ListGenerations(argument: _holdfast_v1_ListGenerationsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListGenerationsResponse__Output>): grpc.ClientUnaryCall;
  ListGenerations(argument: _holdfast_v1_ListGenerationsRequest, callback: grpc.requestCallback<_holdfast_v1_ListGenerationsResponse__Output>): grpc.ClientUnaryCall;
  listGenerations(argument: _holdfast_v1_ListGenerationsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListGenerationsResponse__Output>): grpc.ClientUnaryCall;
  listGenerations(argument: _holdfast_v1_ListGenerationsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ListGenerationsResponse__Output>): grpc.ClientUnaryCall;
  listGenerations(argument: _holdfast_v1_ListGenerationsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListGenerationsResponse__Output>): grpc.ClientUnaryCall;
  listGenerations(argument: _holdfast_v1_ListGenerationsRequest, callback: grpc.requestCallback<_holdfast_v1_ListGenerationsResponse__Output>): grpc.ClientUnaryCall;
  
  ListMemories(argument: _holdfast_v1_ListMemoriesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListMemoriesResponse__Output>): grpc.ClientUnaryCall;
  ListMemories(argument: _holdfast_v1_ListMemoriesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ListMemoriesResponse__Output>): grpc.ClientUnaryCall;
  ListMemories(argument: _holdfast_v1_ListMemoriesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListMemoriesResponse__Output>): grpc.ClientUnaryCall;
  ListMemories(argument: _holdfast_v1_ListMemoriesRequest, callback: grpc.requestCallback<_holdfast_v1_ListMemoriesResponse__Output>): grpc.ClientUnaryCall;
  listMemories(argument: _holdfast_v1_ListMemoriesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListMemoriesResponse__Output>): grpc.ClientUnaryCall;
  listMemories(argument: _holdfast_v1_ListMemoriesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ListMemoriesResponse__Output>): grpc.ClientUnaryCall;
  listMemories(argument: _holdfast_v1_ListMemoriesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListMemoriesResponse__Output>): grpc.ClientUnaryCall;
  listMemories(argument: _holdfast_v1_ListMemoriesRequest, callback: grpc.requestCallback<_holdfast_v1_ListMemoriesResponse__Output>): grpc.ClientUnaryCall;
  
  ListNamespaces(argument: _holdfast_v1_ListNamespacesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListNamespacesResponse__Output>): grpc.ClientUnaryCall;
  ListNamespaces(argument: _holdfast_v1_ListNamespacesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ListNamespacesResponse__Output>): grpc.ClientUnaryCall;
  ListNamespaces(argument: _holdfast_v1_ListNamespacesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListNamespacesResponse__Output>): grpc.ClientUnaryCall;
  ListNamespaces(argument: _holdfast_v1_ListNamespacesRequest, callback: grpc.requestCallback<_holdfast_v1_ListNamespacesResponse__Output>): grpc.ClientUnaryCall;
  listNamespaces(argument: _holdfast_v1_ListNamespacesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListNamespacesResponse__Output>): grpc.ClientUnaryCall;
  listNamespaces(argument: _holdfast_v1_ListNamespacesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ListNamespacesResponse__Output>): grpc.ClientUnaryCall;
  listNamespaces(argument: _holdfast_v1_ListNamespacesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListNamespacesResponse__Output>): grpc.ClientUnaryCall;
  listNamespaces(argument: _holdfast_v1_ListNamespacesRequest, callback: grpc.requestCallback<_holdfast_v1_ListNamespacesResponse__Output>): grpc.ClientUnaryCall;
  
  PinMemory(argument: _holdfast_v1_PinMemoryRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PinMemoryResponse__Output>): grpc.ClientUnaryCall;
  PinMemory(argument: _holdfast_v1_PinMemoryRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_PinMemoryResponse__Output>): grpc.ClientUnaryCall;
  PinMemory(argument: _holdfast_v1_PinMemoryRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PinMemoryResponse__Output>): grpc.ClientUnaryCall;
  PinMemory(argument: _holdfast_v1_PinMemoryRequest, callback: grpc.requestCallback<_holdfast_v1_PinMemoryResponse__Output>): grpc.ClientUnaryCall;
  pinMemory(argument: _holdfast_v1_PinMemoryRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PinMemoryResponse__Output>): grpc.ClientUnaryCall;
  pinMemory(argument: _holdfast_v1_PinMemoryRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_PinMemoryResponse__Output>): grpc.ClientUnaryCall;
  pinMemory(argument: _holdfast_v1_PinMemoryRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PinMemoryResponse__Output>): grpc.ClientUnaryCall;
  pinMemory(argument: _holdfast_v1_PinMemoryRequest, callback: grpc.requestCallback<_holdfast_v1_PinMemoryResponse__Output>): grpc.ClientUnaryCall;
  
  PutNamespace(argument: _holdfast_v1_PutNamespaceRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PutNamespaceResponse__Output>): grpc.ClientUnaryCall;
  PutNamespace(argument: _holdfast_v1_PutNamespaceRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_PutNamespaceResponse__Output>): grpc.ClientUnaryCall;
  PutNamespace(argument: _holdfast_v1_PutNamespaceRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PutNamespaceResponse__Output>): grpc.ClientUnaryCall;
  PutNamespace(argument: _holdfast_v1_PutNamespaceRequest, callback: grpc.requestCallback<_holdfast_v1_PutNamespaceResponse__Output>): grpc.ClientUnaryCall;
  putNamespace(argument: _holdfast_v1_PutNamespaceRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PutNamespaceResponse__Output>): grpc.ClientUnaryCall;
  putNamespace(argument: _holdfast_v1_PutNamespaceRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_PutNamespaceResponse__Output>): grpc.ClientUnaryCall;
  putNamespace(argument: _holdfast_v1_PutNamespaceRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PutNamespaceResponse__Output>): grpc.ClientUnaryCall;
  putNamespace(argument: _holdfast_v1_PutNamespaceRequest, callback: grpc.requestCallback<_holdfast_v1_PutNamespaceResponse__Output>): grpc.ClientUnaryCall;
  
  RecallMemories(argument: _holdfast_v1_RecallMemoriesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_RecallMemoriesResponse__Output>): grpc.ClientUnaryCall;
  RecallMemories(argument: _holdfast_v1_RecallMemoriesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_RecallMemoriesResponse__Output>): grpc.ClientUnaryCall;
  RecallMemories(argument: _holdfast_v1_RecallMemoriesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_RecallMemoriesResponse__Output>): grpc.ClientUnaryCall;
  RecallMemories(argument: _holdfast_v1_RecallMemoriesRequest, callback: grpc.requestCallback<_holdfast_v1_RecallMemoriesResponse__Output>): grpc.ClientUnaryCall;
  recallMemories(argument: _holdfast_v1_RecallMemoriesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_RecallMemoriesResponse__Output>): grpc.ClientUnaryCall;
  recallMemories(argument: _holdfast_v1_RecallMemoriesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_RecallMemoriesResponse__Output>): grpc.ClientUnaryCall;
  recallMemories(argument: _holdfast_v1_RecallMemoriesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_RecallMemoriesResponse__Output>): grpc.ClientUnaryCall;
  recallMemories(argument: _holdfast_v1_RecallMemoriesRequest, callback: grpc.requestCallback<_holdfast_v1_RecallMemoriesResponse__Output>): grpc.ClientUnaryCall;
  
  Reindex(argument: _holdfast_v1_ReindexRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_holdfast_v1_ReindexResponse__Output>;
  Reindex(argument: _holdfast_v1_ReindexRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_holdfast_v1_ReindexResponse__Output>;
  reindex(argument: _holdfast_v1_ReindexRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_holdfast_v1_ReindexResponse__Output>;
  reindex(argument: _holdfast_v1_ReindexRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_holdfast_v1_ReindexResponse__Output>;
  
  StoreMemories(argument: _holdfast_v1_StoreMemoriesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_StoreMemoriesResponse__Output>): grpc.ClientUnaryCall;
  StoreMemories(argument: _holdfast_v1_StoreMemoriesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_StoreMemoriesResponse__Output>): grpc.ClientUnaryCall;
  StoreMemories(argument: _holdfast_v1_StoreMemoriesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_StoreMemoriesResponse__Output>): grpc.ClientUnaryCall;
  StoreMemories(argument: _holdfast_v1_StoreMemoriesRequest, callback: grpc.requestCallback<_holdfast_v1_StoreMemoriesResponse__Output>): grpc.ClientUnaryCall;
  storeMemories(argument: _holdfast_v1_StoreMemoriesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_StoreMemoriesResponse__Output>): grpc.ClientUnaryCall;
  storeMemories(argument: _holdfast_v1_StoreMemoriesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_StoreMemoriesResponse__Output>): grpc.ClientUnaryCall;
  storeMemories(argument: _holdfast_v1_StoreMemoriesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_StoreMemoriesResponse__Output>): grpc.ClientUnaryCall;
  storeMemories(argument: _holdfast_v1_StoreMemoriesRequest, callback: grpc.requestCallback<_holdfast_v1_StoreMemoriesResponse__Output>): grpc.ClientUnaryCall;
  
  StoreMemory(argument: _holdfast_v1_StoreMemoryRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_StoreMemoryResponse__Output>): grpc.ClientUnaryCall;
  StoreMemory(argument: _holdfast_v1_StoreMemoryRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_StoreMemoryResponse__Output>): grpc.ClientUnaryCall;
  StoreMemory(argument: _holdfast_v1_StoreMemoryRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_StoreMemoryResponse__Output>): grpc.ClientUnaryCall;
  StoreMemory(argument: _holdfast_v1_StoreMemoryRequest, callback: grpc.requestCallback<_holdfast_v1_StoreMemoryResponse__Output>): grpc.ClientUnaryCall;
  storeMemory(argument: _holdfast_v1_StoreMemoryRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_StoreMemoryResponse__Output>): grpc.ClientUnaryCall;
  storeMemory(argument: _holdfast_v1_StoreMemoryRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_StoreMemoryResponse__Output>): grpc.ClientUnaryCall;
  storeMemory(argument: _holdfast_v1_StoreMemoryRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_StoreMemoryResponse__Output>): grpc.ClientUnaryCall;
  storeMemory(argument: _holdfast_v1_StoreMemoryRequest, callback: grpc.requestCallback<_holdfast_v1_StoreMemoryResponse__Output>): grpc.ClientUnaryCall;
  
  SupersedeMemory(argument: _holdfast_v1_SupersedeMemoryRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_SupersedeMemoryResponse__Output>): grpc.ClientUnaryCall;
  SupersedeMemory(argument: _holdfast_v1_SupersedeMemoryRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_SupersedeMemoryResponse__Output>): grpc.ClientUnaryCall;
  SupersedeMemory(argument: _holdfast_v1_SupersedeMemoryRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_SupersedeMemoryResponse__Output>): grpc.ClientUnaryCall;
  SupersedeMemory(argument: _holdfast_v1_SupersedeMemoryRequest, callback: grpc.requestCallback<_holdfast_v1_SupersedeMemoryResponse__Output>): grpc.ClientUnaryCall;
  supersedeMemory(argument: _holdfast_v1_SupersedeMemoryRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_SupersedeMemoryResponse__Output>): grpc.ClientUnaryCall;
  supersedeMemory(argument: _holdfast_v1_SupersedeMemoryRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_SupersedeMemoryResponse__Output>): grpc.ClientUnaryCall;
  supersedeMemory(argument: _holdfast_v1_SupersedeMemoryRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_SupersedeMemoryResponse__Output>): grpc.ClientUnaryCall;
  supersedeMemory(argument: _holdfast_v1_SupersedeMemoryRequest, callback: grpc.requestCallback<_holdfast_v1_SupersedeMemoryResponse__Output>): grpc.ClientUnaryCall;
  
}

export interface SemanticHandlers extends grpc.UntypedServiceImplementation {
  AttachVectors: grpc.handleUnaryCall<_holdfast_v1_AttachVectorsRequest__Output, _holdfast_v1_AttachVectorsResponse>;
  
  ForgetMemory: grpc.handleUnaryCall<_holdfast_v1_ForgetMemoryRequest__Output, _holdfast_v1_ForgetMemoryResponse>;
  
  GetMemory: grpc.handleUnaryCall<_holdfast_v1_GetMemoryRequest__Output, _holdfast_v1_GetMemoryResponse>;
  
  ListGenerations: grpc.handleUnaryCall<_holdfast_v1_ListGenerationsRequest__Output, _holdfast_v1_ListGenerationsResponse>;
  
  ListMemories: grpc.handleUnaryCall<_holdfast_v1_ListMemoriesRequest__Output, _holdfast_v1_ListMemoriesResponse>;
  
  ListNamespaces: grpc.handleUnaryCall<_holdfast_v1_ListNamespacesRequest__Output, _holdfast_v1_ListNamespacesResponse>;
  
  PinMemory: grpc.handleUnaryCall<_holdfast_v1_PinMemoryRequest__Output, _holdfast_v1_PinMemoryResponse>;
  
  PutNamespace: grpc.handleUnaryCall<_holdfast_v1_PutNamespaceRequest__Output, _holdfast_v1_PutNamespaceResponse>;
  
  RecallMemories: grpc.handleUnaryCall<_holdfast_v1_RecallMemoriesRequest__Output, _holdfast_v1_RecallMemoriesResponse>;
  
  Reindex: grpc.handleServerStreamingCall<_holdfast_v1_ReindexRequest__Output, _holdfast_v1_ReindexResponse>;
  
  StoreMemories: grpc.handleUnaryCall<_holdfast_v1_StoreMemoriesRequest__Output, _holdfast_v1_StoreMemoriesResponse>;
  
  StoreMemory: grpc.handleUnaryCall<_holdfast_v1_StoreMemoryRequest__Output, _holdfast_v1_StoreMemoryResponse>;
  
  SupersedeMemory: grpc.handleUnaryCall<_holdfast_v1_SupersedeMemoryRequest__Output, _holdfast_v1_SupersedeMemoryResponse>;
  
}

export interface SemanticDefinition extends grpc.ServiceDefinition {
  AttachVectors: MethodDefinition<_holdfast_v1_AttachVectorsRequest, _holdfast_v1_AttachVectorsResponse, _holdfast_v1_AttachVectorsRequest__Output, _holdfast_v1_AttachVectorsResponse__Output>
  ForgetMemory: MethodDefinition<_holdfast_v1_ForgetMemoryRequest, _holdfast_v1_ForgetMemoryResponse, _holdfast_v1_ForgetMemoryRequest__Output, _holdfast_v1_ForgetMemoryResponse__Output>
  GetMemory: MethodDefinition<_holdfast_v1_GetMemoryRequest, _holdfast_v1_GetMemoryResponse, _holdfast_v1_GetMemoryRequest__Output, _holdfast_v1_GetMemoryResponse__Output>
  ListGenerations: MethodDefinition<_holdfast_v1_ListGenerationsRequest, _holdfast_v1_ListGenerationsResponse, _holdfast_v1_ListGenerationsRequest__Output, _holdfast_v1_ListGenerationsResponse__Output>
  ListMemories: MethodDefinition<_holdfast_v1_ListMemoriesRequest, _holdfast_v1_ListMemoriesResponse, _holdfast_v1_ListMemoriesRequest__Output, _holdfast_v1_ListMemoriesResponse__Output>
  ListNamespaces: MethodDefinition<_holdfast_v1_ListNamespacesRequest, _holdfast_v1_ListNamespacesResponse, _holdfast_v1_ListNamespacesRequest__Output, _holdfast_v1_ListNamespacesResponse__Output>
  PinMemory: MethodDefinition<_holdfast_v1_PinMemoryRequest, _holdfast_v1_PinMemoryResponse, _holdfast_v1_PinMemoryRequest__Output, _holdfast_v1_PinMemoryResponse__Output>
  PutNamespace: MethodDefinition<_holdfast_v1_PutNamespaceRequest, _holdfast_v1_PutNamespaceResponse, _holdfast_v1_PutNamespaceRequest__Output, _holdfast_v1_PutNamespaceResponse__Output>
  RecallMemories: MethodDefinition<_holdfast_v1_RecallMemoriesRequest, _holdfast_v1_RecallMemoriesResponse, _holdfast_v1_RecallMemoriesRequest__Output, _holdfast_v1_RecallMemoriesResponse__Output>
  Reindex: MethodDefinition<_holdfast_v1_ReindexRequest, _holdfast_v1_ReindexResponse, _holdfast_v1_ReindexRequest__Output, _holdfast_v1_ReindexResponse__Output>
  StoreMemories: MethodDefinition<_holdfast_v1_StoreMemoriesRequest, _holdfast_v1_StoreMemoriesResponse, _holdfast_v1_StoreMemoriesRequest__Output, _holdfast_v1_StoreMemoriesResponse__Output>
  StoreMemory: MethodDefinition<_holdfast_v1_StoreMemoryRequest, _holdfast_v1_StoreMemoryResponse, _holdfast_v1_StoreMemoryRequest__Output, _holdfast_v1_StoreMemoryResponse__Output>
  SupersedeMemory: MethodDefinition<_holdfast_v1_SupersedeMemoryRequest, _holdfast_v1_SupersedeMemoryResponse, _holdfast_v1_SupersedeMemoryRequest__Output, _holdfast_v1_SupersedeMemoryResponse__Output>
}
