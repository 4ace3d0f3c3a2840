import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { TransactRequest as _holdfast_v1_TransactRequest, TransactRequest__Output as _holdfast_v1_TransactRequest__Output } from '../../holdfast/v1/TransactRequest.js';
import type { TransactResponse as _holdfast_v1_TransactResponse, TransactResponse__Output as _holdfast_v1_TransactResponse__Output } from '../../holdfast/v1/TransactResponse.js';

export interface TransactClient extends grpc.Client {
  Transact(argument: _holdfast_v1_TransactRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_TransactResponse__Output>): grpc.ClientUnaryCall;
  Transact(argument: _holdfast_v1_TransactRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_TransactResponse__Output>): grpc.ClientUnaryCall;
  Transact(argument: _holdfast_v1_TransactRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_TransactResponse__Output>): grpc.ClientUnaryCall;
  Transact(argument: _holdfast_v1_TransactRequest, callback: grpc.requestCallback<_holdfast_v1_TransactResponse__Output>): grpc.ClientUnaryCall;
  transact(argument: _holdfast_v1_TransactRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_TransactResponse__Output>): grpc.ClientUnaryCall;
  transact(argument: _holdfast_v1_TransactRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_TransactResponse__Output>): grpc.ClientUnaryCall;
  transact(argument: _holdfast_v1_TransactRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_TransactResponse__Output>): grpc.ClientUnaryCall;
  transact(argument: _holdfast_v1_TransactRequest, callback: grpc.requestCallback<_holdfast_v1_TransactResponse__Output>): grpc.ClientUnaryCall;
  
}

export interface TransactHandlers extends grpc.UntypedServiceImplementation {
  Transact: grpc.handleUnaryCall<_holdfast_v1_TransactRequest__Output, _holdfast_v1_TransactResponse>;
  
}

export interface TransactDefinition extends grpc.ServiceDefinition {
  Transact: MethodDefinition<_holdfast_v1_TransactRequest, _holdfast_v1_TransactResponse, _holdfast_v1_TransactRequest__Output, _holdfast_v1_TransactResponse__Output>
}
