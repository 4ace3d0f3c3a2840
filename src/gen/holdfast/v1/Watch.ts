import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { WatchRequest as _holdfast_v1_WatchRequest, WatchRequest__Output as _holdfast_v1_WatchRequest__Output } from '../../holdfast/v1/WatchRequest.js';
import type { WatchResponse as _holdfast_v1_WatchResponse, WatchResponse__Output as _holdfast_v1_WatchResponse__Output } from '../../holdfast/v1/WatchResponse.js';

export interface WatchClient extends grpc.Client {
  Watch(argument: _holdfast_v1_WatchRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_holdfast_v1_WatchResponse__Output>;
  Watch(argument: _holdfast_v1_WatchRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_holdfast_v1_WatchResponse__Output>;
  watch(argument: _holdfast_v1_WatchRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_holdfast_v1_WatchResponse__Output>;
  watch(argument: _holdfast_v1_WatchRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_holdfast_v1_WatchResponse__Output>;
  
}

export interface WatchHandlers extends grpc.UntypedServiceImplementation {
  Watch: grpc.handleServerStreamingCall<_holdfast_v1_WatchRequest__Output, _holdfast_v1_WatchResponse>;
  
}

export interface WatchDefinition extends grpc.ServiceDefinition {
  Watch: MethodDefinition<_holdfast_v1_WatchRequest, _holdfast_v1_WatchResponse, _holdfast_v1_WatchRequest__Output, _holdfast_v1_WatchResponse__Output>
}
