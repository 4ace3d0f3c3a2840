import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { MirrorStatusRequest as _holdfast_v1_MirrorStatusRequest, MirrorStatusRequest__Output as _holdfast_v1_MirrorStatusRequest__Output } from '../../holdfast/v1/MirrorStatusRequest.js';
import type { MirrorStatusResponse as _holdfast_v1_MirrorStatusResponse, MirrorStatusResponse__Output as _holdfast_v1_MirrorStatusResponse__Output } from '../../holdfast/v1/MirrorStatusResponse.js';
import type { RebuildMirrorRequest as _holdfast_v1_RebuildMirrorRequest, RebuildMirrorRequest__Output as _holdfast_v1_RebuildMirrorRequest__Output } from '../../holdfast/v1/RebuildMirrorRequest.js';
import type { RebuildMirrorResponse as _holdfast_v1_RebuildMirrorResponse, RebuildMirrorResponse__Output as _holdfast_v1_RebuildMirrorResponse__Output } from '../../holdfast/v1/RebuildMirrorResponse.js';

export interface MirrorClient extends grpc.Client {
  MirrorStatus(argument: _holdfast_v1_MirrorStatusRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_MirrorStatusResponse__Output>): grpc.ClientUnaryCall;
  MirrorStatus(argument: _holdfast_v1_MirrorStatusRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_MirrorStatusResponse__Output>): grpc.ClientUnaryCall;
  MirrorStatus(argument: _holdfast_v1_MirrorStatusRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_MirrorStatusResponse__Output>): grpc.ClientUnaryCall;
  MirrorStatus(argument: _holdfast_v1_MirrorStatusRequest, callback: grpc.requestCallback<_holdfast_v1_MirrorStatusResponse__Output>): grpc.ClientUnaryCall;
  mirrorStatus(argument: _holdfast_v1_MirrorStatusRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_MirrorStatusResponse__Output>): grpc.ClientUnaryCall;
  mirrorStatus(argument: _holdfast_v1_MirrorStatusRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_MirrorStatusResponse__Output>): grpc.ClientUnaryCall;
  mirrorStatus(argument: _holdfast_v1_MirrorStatusRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_MirrorStatusResponse__Output>): grpc.ClientUnaryCall;
  mirrorStatus(argument: _holdfast_v1_MirrorStatusRequest, callback: grpc.requestCallback<_holdfast_v1_MirrorStatusResponse__Output>): grpc.ClientUnaryCall;
  
  RebuildMirror(argument: _holdfast_v1_RebuildMirrorRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_RebuildMirrorResponse__Output>): grpc.ClientUnaryCall;
  RebuildMirror(argument: _holdfast_v1_RebuildMirrorRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_RebuildMirrorResponse__Output>): grpc.ClientUnaryCall;
  RebuildMirror(argument: _holdfast_v1_RebuildMirrorRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_RebuildMirrorResponse__Output>): grpc.ClientUnaryCall;
  RebuildMirror(argument: _holdfast_v1_RebuildMirrorRequest, callback: grpc.requestCallback<_holdfast_v1_RebuildMirrorResponse__Output>): grpc.ClientUnaryCall;
  rebuildMirror(argument: _holdfast_v1_RebuildMirrorRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_RebuildMirrorResponse__Output>): grpc.ClientUnaryCall;
  rebuildMirror(argument: _holdfast_v1_RebuildMirrorRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_RebuildMirrorResponse__Output>): grpc.ClientUnaryCall;
  rebuildMirror(argument: _holdfast_v1_RebuildMirrorRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_RebuildMirrorResponse__Output>): grpc.ClientUnaryCall;
  rebuildMirror(argument: _holdfast_v1_RebuildMirrorRequest, callback: grpc.requestCallback<_holdfast_v1_RebuildMirrorResponse__Output>): grpc.ClientUnaryCall;
  
}

export interface MirrorHandlers extends grpc.UntypedServiceImplementation {
  MirrorStatus: grpc.handleUnaryCall<_holdfast_v1_MirrorStatusRequest__Output, _holdfast_v1_MirrorStatusResponse>;
  
  RebuildMirror: grpc.handleUnaryCall<_holdfast_v1_RebuildMirrorRequest__Output, _holdfast_v1_RebuildMirrorResponse>;
  
}

export interface MirrorDefinition extends grpc.ServiceDefinition {
  MirrorStatus: MethodDefinition<_holdfast_v1_MirrorStatusRequest, _holdfast_v1_MirrorStatusResponse, _holdfast_v1_MirrorStatusRequest__Output, _holdfast_v1_MirrorStatusResponse__Output>
  RebuildMirror: MethodDefinition<_holdfast_v1_RebuildMirrorRequest, _holdfast_v1_RebuildMirrorResponse, _holdfast_v1_RebuildMirrorRequest__Output, _holdfast_v1_RebuildMirrorResponse__Output>
}
