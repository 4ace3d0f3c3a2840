import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { CacheDeleteRequest as _holdfast_v1_CacheDeleteRequest, CacheDeleteRequest__Output as _holdfast_v1_CacheDeleteRequest__Output } from '../../holdfast/v1/CacheDeleteRequest.js';
import type { CacheDeleteResponse as _holdfast_v1_CacheDeleteResponse, CacheDeleteResponse__Output as _holdfast_v1_CacheDeleteResponse__Output } from '../../holdfast/v1/CacheDeleteResponse.js';
import type { CacheGetRequest as _holdfast_v1_CacheGetRequest, CacheGetRequest__Output as _holdfast_v1_CacheGetRequest__Output } from '../../holdfast/v1/CacheGetRequest.js';
import type { CacheGetResponse as _holdfast_v1_CacheGetResponse, CacheGetResponse__Output as _holdfast_v1_CacheGetResponse__Output } from '../../holdfast/v1/CacheGetResponse.js';
import type { CacheSetRequest as _holdfast_v1_CacheSetRequest, CacheSetRequest__Output as _holdfast_v1_CacheSetRequest__Output } from '../../holdfast/v1/CacheSetRequest.js';
import type { CacheSetResponse as _holdfast_v1_CacheSetResponse, CacheSetResponse__Output as _holdfast_v1_CacheSetResponse__Output } from '../../holdfast/v1/CacheSetResponse.js';
import type { CacheStatsRequest as _holdfast_v1_CacheStatsRequest, CacheStatsRequest__Output as _holdfast_v1_CacheStatsRequest__Output } from '../../holdfast/v1/CacheStatsRequest.js';
import type { CacheStatsResponse as _holdfast_v1_CacheStatsResponse, CacheStatsResponse__Output as _holdfast_v1_CacheStatsResponse__Output } from '../../holdfast/v1/CacheStatsResponse.js';

export interface CacheClient extends grpc.Client {
  CacheDelete(argument: _holdfast_v1_CacheDeleteRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_CacheDeleteResponse__Output>): grpc.ClientUnaryCall;
  CacheDelete(argument: _holdfast_v1_CacheDeleteRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_CacheDeleteResponse__Output>): grpc.ClientUnaryCall;
  CacheDelete(argument: _holdfast_v1_CacheDeleteRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_CacheDeleteResponse__Output>): grpc.ClientUnaryCall;
  CacheDelete(argument: _holdfast_v1_CacheDeleteRequest, callback: grpc.requestCallback<_holdfast_v1_CacheDeleteResponse__Output>): grpc.ClientUnaryCall;
  cacheDelete(argument: _holdfast_v1_CacheDeleteRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_CacheDeleteResponse__Output>): grpc.ClientUnaryCall;
  cacheDelete(argument: _holdfast_v1_CacheDeleteRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_CacheDeleteResponse__Output>): grpc.ClientUnaryCall;
  cacheDelete(argument: _holdfast_v1_CacheDeleteRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_CacheDeleteResponse__Output>): grpc.ClientUnaryCall;
  cacheDelete(argument: _holdfast_v1_CacheDeleteRequest, callback: grpc.requestCallback<_holdfast_v1_CacheDeleteResponse__Output>): grpc.ClientUnaryCall;
  
  CacheGet(argument: _holdfast_v1_CacheGetRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_CacheGetResponse__Output>): grpc.ClientUnaryCall;
  CacheGet(argument: _holdfast_v1_CacheGetRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_CacheGetResponse__Output>): grpc.ClientUnaryCall;
  CacheGet(argument: _holdfast_v1_CacheGetRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_CacheGetResponse__Output>): grpc.ClientUnaryCall;
  CacheGet(argument: _holdfast_v1_CacheGetRequest, callback: grpc.requestCallback<_holdfast_v1_CacheGetResponse__Output>): grpc.ClientUnaryCall;
  cacheGet(argument: _holdfast_v1_CacheGetRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_CacheGetResponse__Output>): grpc.ClientUnaryCall;
  cacheGet(argument: _holdfast_v1_CacheGetRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_CacheGetResponse__Output>): grpc.ClientUnaryCall;
  cacheGet(argument: _holdfast_v1_CacheGetRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_CacheGetResponse__Output>): grpc.ClientUnaryCall;
  cacheGet(argument: _holdfast_v1_CacheGetRequest, callback: grpc.requestCallback<_holdfast_v1_CacheGetResponse__Output>): grpc.ClientUnaryCall;
  
  CacheSet(argument: _holdfast_v1_CacheSetRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_CacheSetResponse__Output>): grpc.ClientUnaryCall;
  CacheSet(argument: _holdfast_v1_CacheSetRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_CacheSetResponse__Output>): grpc.ClientUnaryCall;
  CacheSet(argument: _holdfast_v1_CacheSetRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_CacheSetResponse__Output>): grpc.ClientUnaryCall;
  CacheSet(argument: _holdfast_v1_CacheSetRequest, callback: grpc.requestCallback<_holdfast_v1_CacheSetResponse__Output>): grpc.ClientUnaryCall;
  cacheSet(argument: _holdfast_v1_CacheSetRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_CacheSetResponse__Output>): grpc.ClientUnaryCall;
  cacheSet(argument: _holdfast_v1_CacheSetRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_CacheSetResponse__Output>): grpc.ClientUnaryCall;
  cacheSet(argument: _holdfast_v1_CacheSetRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_CacheSetResponse__Output>): grpc.ClientUnaryCall;
  cacheSet(argument: _holdfast_v1_CacheSetRequest, callback: grpc.requestCallback<_holdfast_v1_CacheSetResponse__Output>): grpc.ClientUnaryCall;
  
  CacheStats(argument: _holdfast_v1_CacheStatsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_CacheStatsResponse__Output>): grpc.ClientUnaryCall;
  CacheStats(argument: _holdfast_v1_CacheStatsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_CacheStatsResponse__Output>): grpc.ClientUnaryCall;
  CacheStats(argument: _holdfast_v1_CacheStatsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_CacheStatsResponse__Output>): grpc.ClientUnaryCall;
  CacheStats(argument: _holdfast_v1_CacheStatsRequest, callback: grpc.requestCallback<_holdfast_v1_CacheStatsResponse__Output>): grpc.ClientUnaryCall;
  cacheStats(argument: _holdfast_v1_CacheStatsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_CacheStatsResponse__Output>): grpc.ClientUnaryCall;
  cacheStats(argument: _holdfast_v1_CacheStatsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_CacheStatsResponse__Output>): grpc.ClientUnaryCall;
  cacheStats(argument: _holdfast_v1_CacheStatsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_CacheStatsResponse__Output>): grpc.ClientUnaryCall;
  cacheStats(argument: _holdfast_v1_CacheStatsRequest, callback: grpc.requestCallback<_holdfast_v1_CacheStatsResponse__Output>): grpc.ClientUnaryCall;
  
}

export interface CacheHandlers extends grpc.UntypedServiceImplementation {
  CacheDelete: grpc.handleUnaryCall<_holdfast_v1_CacheDeleteRequest__Output, _holdfast_v1_CacheDeleteResponse>;
  
  CacheGet: grpc.handleUnaryCall<_holdfast_v1_CacheGetRequest__Output, _holdfast_v1_CacheGetResponse>;
  
  CacheSet: grpc.handleUnaryCall<_holdfast_v1_CacheSetRequest__Output, _holdfast_v1_CacheSetResponse>;
  
  CacheStats: grpc.handleUnaryCall<_holdfast_v1_CacheStatsRequest__Output, _holdfast_v1_CacheStatsResponse>;
  
}

export interface CacheDefinition extends grpc.ServiceDefinition {
  CacheDelete: MethodDefinition<_holdfast_v1_CacheDeleteRequest, _holdfast_v1_CacheDeleteResponse, _holdfast_v1_CacheDeleteRequest__Output, _holdfast_v1_CacheDeleteResponse__Output>
  CacheGet: MethodDefinition<_holdfast_v1_CacheGetRequest, _holdfast_v1_CacheGetResponse, _holdfast_v1_CacheGetRequest__Output, _holdfast_v1_CacheGetResponse__Output>
  CacheSet: MethodDefinition<_holdfast_v1_CacheSetRequest, _holdfast_v1_CacheSetResponse, _holdfast_v1_CacheSetRequest__Output, _holdfast_v1_CacheSetResponse__Output>
  CacheStats: MethodDefinition<_holdfast_v1_CacheStatsRequest, _holdfast_v1_CacheStatsResponse, _holdfast_v1_CacheStatsRequest__Output, _holdfast_v1_CacheStatsResponse__Output>
}
