import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { BeginOperationRequest as _holdfast_v1_BeginOperationRequest, BeginOperationRequest__Output as _holdfast_v1_BeginOperationRequest__Output } from '../../holdfast/v1/BeginOperationRequest.js';
import type { BeginOperationResponse as _holdfast_v1_BeginOperationResponse, BeginOperationResponse__Output as _holdfast_v1_BeginOperationResponse__Output } from '../../holdfast/v1/BeginOperationResponse.js';
import type { CompleteOperationRequest as _holdfast_v1_CompleteOperationRequest, CompleteOperationRequest__Output as _holdfast_v1_CompleteOperationRequest__Output } from '../../holdfast/v1/CompleteOperationRequest.js';
import type { CompleteOperationResponse as _holdfast_v1_CompleteOperationResponse, CompleteOperationResponse__Output as _holdfast_v1_CompleteOperationResponse__Output } from '../../holdfast/v1/CompleteOperationResponse.js';
import type { ExtendLeaseRequest as _holdfast_v1_ExtendLeaseRequest, ExtendLeaseRequest__Output as _holdfast_v1_ExtendLeaseRequest__Output } from '../../holdfast/v1/ExtendLeaseRequest.js';
import type { ExtendLeaseResponse as _holdfast_v1_ExtendLeaseResponse, ExtendLeaseResponse__Output as _holdfast_v1_ExtendLeaseResponse__Output } from '../../holdfast/v1/ExtendLeaseResponse.js';
import type { FailOperationRequest as _holdfast_v1_FailOperationRequest, FailOperationRequest__Output as _holdfast_v1_FailOperationRequest__Output } from '../../holdfast/v1/FailOperationRequest.js';
import type { FailOperationResponse as _holdfast_v1_FailOperationResponse, FailOperationResponse__Output as _holdfast_v1_FailOperationResponse__Output } from '../../holdfast/v1/FailOperationResponse.js';
import type { GetOperationRequest as _holdfast_v1_GetOperationRequest, GetOperationRequest__Output as _holdfast_v1_GetOperationRequest__Output } from '../../holdfast/v1/GetOperationRequest.js';
import type { GetOperationResponse as _holdfast_v1_GetOperationResponse, GetOperationResponse__Output as _holdfast_v1_GetOperationResponse__Output } from '../../holdfast/v1/GetOperationResponse.js';
import type { ListOperationsRequest as _holdfast_v1_ListOperationsRequest, ListOperationsRequest__Output as _holdfast_v1_ListOperationsRequest__Output } from '../../holdfast/v1/ListOperationsRequest.js';
import type { ListOperationsResponse as _holdfast_v1_ListOperationsResponse, ListOperationsResponse__Output as _holdfast_v1_ListOperationsResponse__Output } from '../../holdfast/v1/ListOperationsResponse.js';
import type { ResolveOperationRequest as _holdfast_v1_ResolveOperationRequest, ResolveOperationRequest__Output as _holdfast_v1_ResolveOperationRequest__Output } from '../../holdfast/v1/ResolveOperationRequest.js';
import type { ResolveOperationResponse as _holdfast_v1_ResolveOperationResponse, ResolveOperationResponse__Output as _holdfast_v1_ResolveOperationResponse__Output } from '../../holdfast/v1/ResolveOperationResponse.js';
import type { ResumeRequest as _holdfast_v1_ResumeRequest, ResumeRequest__Output as _holdfast_v1_ResumeRequest__Output } from '../../holdfast/v1/ResumeRequest.js';
import type { ResumeResponse as _holdfast_v1_ResumeResponse, ResumeResponse__Output as _holdfast_v1_ResumeResponse__Output } from '../../holdfast/v1/ResumeResponse.js';
import type { TakeOverRequest as _holdfast_v1_TakeOverRequest, TakeOverRequest__Output as _holdfast_v1_TakeOverRequest__Output } from '../../holdfast/v1/TakeOverRequest.js';
import type { TakeOverResponse as _holdfast_v1_TakeOverResponse, TakeOverResponse__Output as _holdfast_v1_TakeOverResponse__Output } from '../../holdfast/v1/TakeOverResponse.js';

export interface OperationsClient extends grpc.Client {
  BeginOperation(argument: _holdfast_v1_BeginOperationRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_BeginOperationResponse__Output>): grpc.ClientUnaryCall;
  BeginOperation(argument: _holdfast_v1_BeginOperationRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_BeginOperationResponse__Output>): grpc.ClientUnaryCall;
  BeginOperation(argument: _holdfast_v1_BeginOperationRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_BeginOperationResponse__Output>): grpc.ClientUnaryCall;
  BeginOperation(argument: _holdfast_v1_BeginOperationRequest, callback: grpc.requestCallback<_holdfast_v1_BeginOperationResponse__Output>): grpc.ClientUnaryCall;
  beginOperation(argument: _holdfast_v1_BeginOperationRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_BeginOperationResponse__Output>): grpc.ClientUnaryCall;
  beginOperation(argument: _holdfast_v1_BeginOperationRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_BeginOperationResponse__Output>): grpc.ClientUnaryCall;
  beginOperation(argument: _holdfast_v1_BeginOperationRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_BeginOperationResponse__Output>): grpc.ClientUnaryCall;
  beginOperation(argument: _holdfast_v1_BeginOperationRequest, callback: grpc.requestCallback<_holdfast_v1_BeginOperationResponse__Output>): grpc.ClientUnaryCall;
  
  CompleteOperation(argument: _holdfast_v1_CompleteOperationRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_CompleteOperationResponse__Output>): grpc.ClientUnaryCall;
  CompleteOperation(argument: _holdfast_v1_CompleteOperationRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_CompleteOperationResponse__Output>): grpc.ClientUnaryCall;
  CompleteOperation(argument: _holdfast_v1_CompleteOperationRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_CompleteOperationResponse__Output>): grpc.ClientUnaryCall;
  CompleteOperation(argument: _holdfast_v1_CompleteOperationRequest, callback: grpc.requestCallback<_holdfast_v1_CompleteOperationResponse__Output>): grpc.ClientUnaryCall;
  completeOperation(argument: _holdfast_v1_CompleteOperationRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_CompleteOperationResponse__Output>): grpc.ClientUnaryCall;
  completeOperation(argument: _holdfast_v1_CompleteOperationRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_CompleteOperationResponse__Output>): grpc.ClientUnaryCall;
  completeOperation(argument: _holdfast_v1_CompleteOperationRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_CompleteOperationResponse__Output>): grpc.ClientUnaryCall;
  completeOperation(argument: _holdfast_v1_CompleteOperationRequest, callback: grpc.requestCallback<_holdfast_v1_CompleteOperationResponse__Output>): grpc.ClientUnaryCall;
  
  ExtendLease(argument: _holdfast_v1_ExtendLeaseRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ExtendLeaseResponse__Output>): grpc.ClientUnaryCall;
  ExtendLease(argument: _holdfast_v1_ExtendLeaseRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ExtendLeaseResponse__Output>): grpc.ClientUnaryCall;
  ExtendLease(argument: _holdfast_v1_ExtendLeaseRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ExtendLeaseResponse__Output>): grpc.ClientUnaryCall;
  ExtendLease(argument: _holdfast_v1_ExtendLeaseRequest, callback: grpc.requestCallback<_holdfast_v1_ExtendLeaseResponse__Output>): grpc.ClientUnaryCall;
  extendLease(argument: _holdfast_v1_ExtendLeaseRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ExtendLeaseResponse__Output>): grpc.ClientUnaryCall;
  extendLease(argument: _holdfast_v1_ExtendLeaseRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ExtendLeaseResponse__Output>): grpc.ClientUnaryCall;
  extendLease(argument: _holdfast_v1_ExtendLeaseRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ExtendLeaseResponse__Output>): grpc.ClientUnaryCall;
  extendLease(argument: _holdfast_v1_ExtendLeaseRequest, callback: grpc.requestCallback<_holdfast_v1_ExtendLeaseResponse__Output>): grpc.ClientUnaryCall;
  
  FailOperation(argument: _holdfast_v1_FailOperationRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_FailOperationResponse__Output>): grpc.ClientUnaryCall;
  FailOperation(argument: _holdfast_v1_FailOperationRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_FailOperationResponse__Output>): grpc.ClientUnaryCall;
  FailOperation(argument: _holdfast_v1_FailOperationRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_FailOperationResponse__Output>): grpc.ClientUnaryCall;
  FailOperation(argument: _holdfast_v1_FailOperationRequest, callback: grpc.requestCallback<_holdfast_v1_FailOperationResponse__Output>): grpc.ClientUnaryCall;
  failOperation(argument: _holdfast_v1_FailOperationRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_FailOperationResponse__Output>): grpc.ClientUnaryCall;
  failOperation(argument: _holdfast_v1_FailOperationRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_FailOperationResponse__Output>): grpc.ClientUnaryCall;
  failOperation(argument: _holdfast_v1_FailOperationRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_FailOperationResponse__Output>): grpc.ClientUnaryCall;
  failOperation(argument: _holdfast_v1_FailOperationRequest, callback: grpc.requestCallback<_holdfast_v1_FailOperationResponse__Output>): grpc.ClientUnaryCall;
  
  GetOperation(argument: _holdfast_v1_GetOperationRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetOperationResponse__Output>): grpc.ClientUnaryCall;
  GetOperation(argument: _holdfast_v1_GetOperationRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_GetOperationResponse__Output>): grpc.ClientUnaryCall;
  GetOperation(argument: _holdfast_v1_GetOperationRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetOperationResponse__Output>): grpc.ClientUnaryCall;
  GetOperation(argument: _holdfast_v1_GetOperationRequest, callback: grpc.requestCallback<_holdfast_v1_GetOperationResponse__Output>): grpc.ClientUnaryCall;
  getOperation(argument: _holdfast_v1_GetOperationRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetOperationResponse__Output>): grpc.ClientUnaryCall;
  getOperation(argument: _holdfast_v1_GetOperationRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_GetOperationResponse__Output>): grpc.ClientUnaryCall;
  getOperation(argument: _holdfast_v1_GetOperationRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetOperationResponse__Output>): grpc.ClientUnaryCall;
  getOperation(argument: _holdfast_v1_GetOperationRequest, callback: grpc.requestCallback<_holdfast_v1_GetOperationResponse__Output>): grpc.ClientUnaryCall;
  
  ListOperations(argument: _holdfast_v1_ListOperationsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListOperationsResponse__Output>): grpc.ClientUnaryCall;
  ListOperations(argument: _holdfast_v1_ListOperationsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ListOperationsResponse__Output>): grpc.ClientUnaryCall;
  ListOperations(argument: _holdfast_v1_ListOperationsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListOperationsResponse__Output>): grpc.ClientUnaryCall;
  ListOperations(argument: _holdfast_v1_ListOperationsRequest, callback: grpc.requestCallback<_holdfast_v1_ListOperationsResponse__Output>): grpc.ClientUnaryCall;
  listOperations(argument: _holdfast_v1_ListOperationsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListOperationsResponse__Output>): grpc.ClientUnaryCall;
  listOperations(argument: _holdfast_v1_ListOperationsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ListOperationsResponse__Output>): grpc.ClientUnaryCall;
  listOperations(argument: _holdfast_v1_ListOperationsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListOperationsResponse__Output>): grpc.ClientUnaryCall;
  listOperations(argument: _holdfast_v1_ListOperationsRequest, callback: grpc.requestCallback<_holdfast_v1_ListOperationsResponse__Output>): grpc.ClientUnaryCall;
  
  ResolveOperation(argument: _holdfast_v1_ResolveOperationRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ResolveOperationResponse__Output>): grpc.ClientUnaryCall;
  ResolveOperation(argument: _holdfast_v1_ResolveOperationRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ResolveOperationResponse__Output>): grpc.ClientUnaryCall;
  ResolveOperation(argument: _holdfast_v1_ResolveOperationRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ResolveOperationResponse__Output>): grpc.ClientUnaryCall;
  ResolveOperation(argument: _holdfast_v1_ResolveOperationRequest, callback: grpc.requestCallback<_holdfast_v1_ResolveOperationResponse__Output>): grpc.ClientUnaryCall;
  resolveOperation(argument: _holdfast_v1_ResolveOperationRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ResolveOperationResponse__Output>): grpc.ClientUnaryCall;
  resolveOperation(argument: _holdfast_v1_ResolveOperationRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ResolveOperationResponse__Output>): grpc.ClientUnaryCall;
  resolveOperation(argument: _holdfast_v1_ResolveOperationRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ResolveOperationResponse__Output>): grpc.ClientUnaryCall;
  resolveOperation(argument: _holdfast_v1_ResolveOperationRequest, callback: grpc.requestCallback<_holdfast_v1_ResolveOperationResponse__Output>): grpc.ClientUnaryCall;
  
  Resume(argument: _holdfast_v1_ResumeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ResumeResponse__Output>): grpc.ClientUnaryCall;
  Resume(argument: _holdfast_v1_ResumeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ResumeResponse__Output>): grpc.ClientUnaryCall;
  Resume(argument: _holdfast_v1_ResumeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ResumeResponse__Output>): grpc.ClientUnaryCall;
  Resume(argument: _holdfast_v1_ResumeRequest, callback: grpc.requestCallback<_holdfast_v1_ResumeResponse__Output>): grpc.ClientUnaryCall;
  resume(argument: _holdfast_v1_ResumeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ResumeResponse__Output>): grpc.ClientUnaryCall;
  resume(argument: _holdfast_v1_ResumeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ResumeResponse__Output>): grpc.ClientUnaryCall;
  resume(argument: _holdfast_v1_ResumeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ResumeResponse__Output>): grpc.ClientUnaryCall;
  resume(argument: _holdfast_v1_ResumeRequest, callback: grpc.requestCallback<_holdfast_v1_ResumeResponse__Output>): grpc.ClientUnaryCall;
  
  TakeOver(argument: _holdfast_v1_TakeOverRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_TakeOverResponse__Output>): grpc.ClientUnaryCall;
  TakeOver(argument: _holdfast_v1_TakeOverRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_TakeOverResponse__Output>): grpc.ClientUnaryCall;
  TakeOver(argument: _holdfast_v1_TakeOverRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_TakeOverResponse__Output>): grpc.ClientUnaryCall;
  TakeOver(argument: _holdfast_v1_TakeOverRequest, callback: grpc.requestCallback<_holdfast_v1_TakeOverResponse__Output>): grpc.ClientUnaryCall;
  takeOver(argument: _holdfast_v1_TakeOverRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_TakeOverResponse__Output>): grpc.ClientUnaryCall;
  takeOver(argument: _holdfast_v1_TakeOverRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_TakeOverResponse__Output>): grpc.ClientUnaryCall;
  takeOver(argument: _holdfast_v1_TakeOverRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_TakeOverResponse__Output>): grpc.ClientUnaryCall;
  takeOver(argument: _holdfast_v1_TakeOverRequest, callback: grpc.requestCallback<_holdfast_v1_TakeOverResponse__Output>): grpc.ClientUnaryCall;
  
}

export interface OperationsHandlers extends grpc.UntypedServiceImplementation {
  BeginOperation: grpc.handleUnaryCall<_holdfast_v1_BeginOperationRequest__Output, _holdfast_v1_BeginOperationResponse>;
  
  CompleteOperation: grpc.handleUnaryCall<_holdfast_v1_CompleteOperationRequest__Output, _holdfast_v1_CompleteOperationResponse>;
  
  ExtendLease: grpc.handleUnaryCall<_holdfast_v1_ExtendLeaseRequest__Output, _holdfast_v1_ExtendLeaseResponse>;
  
  FailOperation: grpc.handleUnaryCall<_holdfast_v1_FailOperationRequest__Output, _holdfast_v1_FailOperationResponse>;
  
  GetOperation: grpc.handleUnaryCall<_holdfast_v1_GetOperationRequest__Output, _holdfast_v1_GetOperationResponse>;
  
  ListOperations: grpc.handleUnaryCall<_holdfast_v1_ListOperationsRequest__Output, _holdfast_v1_ListOperationsResponse>;
  
  ResolveOperation: grpc.handleUnaryCall<_holdfast_v1_ResolveOperationRequest__Output, _holdfast_v1_ResolveOperationResponse>;
  
  Resume: grpc.handleUnaryCall<_holdfast_v1_ResumeRequest__Output, _holdfast_v1_ResumeResponse>;
  
  TakeOver: grpc.handleUnaryCall<_holdfast_v1_TakeOverRequest__Output, _holdfast_v1_TakeOverResponse>;
  
}

export interface OperationsDefinition extends grpc.ServiceDefinition {
  BeginOperation: MethodDefinition<_holdfast_v1_BeginOperationRequest, _holdfast_v1_BeginOperationResponse, _holdfast_v1_BeginOperationRequest__Output, _holdfast_v1_BeginOperationResponse__Output>
  CompleteOperation: MethodDefinition<_holdfast_v1_CompleteOperationRequest, _holdfast_v1_CompleteOperationResponse, _holdfast_v1_CompleteOperationRequest__Output, _holdfast_v1_CompleteOperationResponse__Output>
  ExtendLease: MethodDefinition<_holdfast_v1_ExtendLeaseRequest, _holdfast_v1_ExtendLeaseResponse, _holdfast_v1_ExtendLeaseRequest__Output, _holdfast_v1_ExtendLeaseResponse__Output>
  FailOperation: MethodDefinition<_holdfast_v1_FailOperationRequest, _holdfast_v1_FailOperationResponse, _holdfast_v1_FailOperationRequest__Output, _holdfast_v1_FailOperationResponse__Output>
  GetOperation: MethodDefinition<_holdfast_v1_GetOperationRequest, _holdfast_v1_GetOperationResponse, _holdfast_v1_GetOperationRequest__Output, _holdfast_v1_GetOperationResponse__Output>
  ListOperations: MethodDefinition<_holdfast_v1_ListOperationsRequest, _holdfast_v1_ListOperationsResponse, _holdfast_v1_ListOperationsRequest__Output, _holdfast_v1_ListOperationsResponse__Output>
  ResolveOperation: MethodDefinition<_holdfast_v1_ResolveOperationRequest, _holdfast_v1_ResolveOperationResponse, _holdfast_v1_ResolveOperationRequest__Output, _holdfast_v1_ResolveOperationResponse__Output>
  Resume: MethodDefinition<_holdfast_v1_ResumeRequest, _holdfast_v1_ResumeResponse, _holdfast_v1_ResumeRequest__Output, _holdfast_v1_ResumeResponse__Output>
  TakeOver: MethodDefinition<_holdfast_v1_TakeOverRequest, _holdfast_v1_TakeOverResponse, _holdfast_v1_TakeOverRequest__Output, _holdfast_v1_TakeOverResponse__Output>
}
