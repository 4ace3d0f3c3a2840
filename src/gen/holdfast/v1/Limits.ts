import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { AcquireTokensRequest as _holdfast_v1_AcquireTokensRequest, AcquireTokensRequest__Output as _holdfast_v1_AcquireTokensRequest__Output } from '../../holdfast/v1/AcquireTokensRequest.js';
import type { AcquireTokensResponse as _holdfast_v1_AcquireTokensResponse, AcquireTokensResponse__Output as _holdfast_v1_AcquireTokensResponse__Output } from '../../holdfast/v1/AcquireTokensResponse.js';
import type { AddToCounterRequest as _holdfast_v1_AddToCounterRequest, AddToCounterRequest__Output as _holdfast_v1_AddToCounterRequest__Output } from '../../holdfast/v1/AddToCounterRequest.js';
import type { AddToCounterResponse as _holdfast_v1_AddToCounterResponse, AddToCounterResponse__Output as _holdfast_v1_AddToCounterResponse__Output } from '../../holdfast/v1/AddToCounterResponse.js';
import type { GetCounterRequest as _holdfast_v1_GetCounterRequest, GetCounterRequest__Output as _holdfast_v1_GetCounterRequest__Output } from '../../holdfast/v1/GetCounterRequest.js';
import type { GetCounterResponse as _holdfast_v1_GetCounterResponse, GetCounterResponse__Output as _holdfast_v1_GetCounterResponse__Output } from '../../holdfast/v1/GetCounterResponse.js';
import type { ListBucketsRequest as _holdfast_v1_ListBucketsRequest, ListBucketsRequest__Output as _holdfast_v1_ListBucketsRequest__Output } from '../../holdfast/v1/ListBucketsRequest.js';
import type { ListBucketsResponse as _holdfast_v1_ListBucketsResponse, ListBucketsResponse__Output as _holdfast_v1_ListBucketsResponse__Output } from '../../holdfast/v1/ListBucketsResponse.js';
import type { ListCountersRequest as _holdfast_v1_ListCountersRequest, ListCountersRequest__Output as _holdfast_v1_ListCountersRequest__Output } from '../../holdfast/v1/ListCountersRequest.js';
import type { ListCountersResponse as _holdfast_v1_ListCountersResponse, ListCountersResponse__Output as _holdfast_v1_ListCountersResponse__Output } from '../../holdfast/v1/ListCountersResponse.js';
import type { ResetCounterRequest as _holdfast_v1_ResetCounterRequest, ResetCounterRequest__Output as _holdfast_v1_ResetCounterRequest__Output } from '../../holdfast/v1/ResetCounterRequest.js';
import type { ResetCounterResponse as _holdfast_v1_ResetCounterResponse, ResetCounterResponse__Output as _holdfast_v1_ResetCounterResponse__Output } from '../../holdfast/v1/ResetCounterResponse.js';

export interface LimitsClient extends grpc.Client {
  AcquireTokens(argument: _holdfast_v1_AcquireTokensRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_AcquireTokensResponse__Output>): grpc.ClientUnaryCall;
  AcquireTokens(argument: _holdfast_v1_AcquireTokensRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_AcquireTokensResponse__Output>): grpc.ClientUnaryCall;
  AcquireTokens(argument: _holdfast_v1_AcquireTokensRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_AcquireTokensResponse__Output>): grpc.ClientUnaryCall;
  AcquireTokens(argument: _holdfast_v1_AcquireTokensRequest, callback: grpc.requestCallback<_holdfast_v1_AcquireTokensResponse__Output>): grpc.ClientUnaryCall;
  acquireTokens(argument: _holdfast_v1_AcquireTokensRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_AcquireTokensResponse__Output>): grpc.ClientUnaryCall;
  acquireTokens(argument: _holdfast_v1_AcquireTokensRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_AcquireTokensResponse__Output>): grpc.ClientUnaryCall;
  acquireTokens(argument: _holdfast_v1_AcquireTokensRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_AcquireTokensResponse__Output>): grpc.ClientUnaryCall;
  acquireTokens(argument: _holdfast_v1_AcquireTokensRequest, callback: grpc.requestCallback<_holdfast_v1_AcquireTokensResponse__Output>): grpc.ClientUnaryCall;
  
  AddToCounter(argument: _holdfast_v1_AddToCounterRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_AddToCounterResponse__Output>): grpc.ClientUnaryCall;
  AddToCounter(argument: _holdfast_v1_AddToCounterRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_AddToCounterResponse__Output>): grpc.ClientUnaryCall;
  AddToCounter(argument: _holdfast_v1_AddToCounterRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_AddToCounterResponse__Output>): grpc.ClientUnaryCall;
  AddToCounter(argument: _holdfast_v1_AddToCounterRequest, callback: grpc.requestCallback<_holdfast_v1_AddToCounterResponse__Output>): grpc.ClientUnaryCall;
  addToCounter(argument: _holdfast_v1_AddToCounterRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_AddToCounterResponse__Output>): grpc.ClientUnaryCall;
  addToCounter(argument: _holdfast_v1_AddToCounterRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_AddToCounterResponse__Output>): grpc.ClientUnaryCall;
  addToCounter(argument: _holdfast_v1_AddToCounterRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_AddToCounterResponse__Output>): grpc.ClientUnaryCall;
  addToCounter(argument: _holdfast_v1_AddToCounterRequest, callback: grpc.requestCallback<_holdfast_v1_AddToCounterResponse__Output>): grpc.ClientUnaryCall;
  
  GetCounter(argument: _holdfast_v1_GetCounterRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetCounterResponse__Output>): grpc.ClientUnaryCall;
  GetCounter(argument: _holdfast_v1_GetCounterRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_GetCounterResponse__Output>): grpc.ClientUnaryCall;
  GetCounter(argument: _holdfast_v1_GetCounterRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetCounterResponse__Output>): grpc.ClientUnaryCall;
  GetCounter(argument: _holdfast_v1_GetCounterRequest, callback: grpc.requestCallback<_holdfast_v1_GetCounterResponse__Output>): grpc.ClientUnaryCall;
  getCounter(argument: _holdfast_v1_GetCounterRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetCounterResponse__Output>): grpc.ClientUnaryCall;
  getCounter(argument: _holdfast_v1_GetCounterRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_GetCounterResponse__Output>): grpc.ClientUnaryCall;
  getCounter(argument: _holdfast_v1_GetCounterRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetCounterResponse__Output>): grpc.ClientUnaryCall;
  getCounter(argument: _holdfast_v1_GetCounterRequest, callback: grpc.requestCallback<_holdfast_v1_GetCounterResponse__Output>): grpc.ClientUnaryCall;
  
  ListBuckets(argument: _holdfast_v1_ListBucketsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListBucketsResponse__Output>): grpc.ClientUnaryCall;
  ListBuckets(argument: _holdfast_v1_ListBucketsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ListBucketsResponse__Output>): grpc.ClientUnaryCall;
  ListBuckets(argument: _holdfast_v1_ListBucketsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListBucketsResponse__Output>): grpc.ClientUnaryCall;
  ListBuckets(argument: _holdfast_v1_ListBucketsRequest, callback: grpc.requestCallback<_holdfast_v1_ListBucketsResponse__Output>): grpc.ClientUnaryCall;
  listBuckets(argument: _holdfast_v1_ListBucketsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListBucketsResponse__Output>): grpc.ClientUnaryCall;
  listBuckets(argument: _holdfast_v1_ListBucketsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ListBucketsResponse__Output>): grpc.ClientUnaryCall;
  listBuckets(argument: _holdfast_v1_ListBucketsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListBucketsResponse__Output>): grpc.ClientUnaryCall;
  listBuckets(argument: _holdfast_v1_ListBucketsRequest, callback: grpc.requestCallback<_holdfast_v1_ListBucketsResponse__Output>): grpc.ClientUnaryCall;
  
  ListCounters(argument: _holdfast_v1_ListCountersRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListCountersResponse__Output>): grpc.ClientUnaryCall;
  ListCounters(argument: _holdfast_v1_ListCountersRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ListCountersResponse__Output>): grpc.ClientUnaryCall;
  ListCounters(argument: _holdfast_v1_ListCountersRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListCountersResponse__Output>): grpc.ClientUnaryCall;
  ListCounters(argument: _holdfast_v1_ListCountersRequest, callback: grpc.requestCallback<_holdfast_v1_ListCountersResponse__Output>): grpc.ClientUnaryCall;
  listCounters(argument: _holdfast_v1_ListCountersRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListCountersResponse__Output>): grpc.ClientUnaryCall;
  listCounters(argument: _holdfast_v1_ListCountersRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ListCountersResponse__Output>): grpc.ClientUnaryCall;
  listCounters(argument: _holdfast_v1_ListCountersRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListCountersResponse__Output>): grpc.ClientUnaryCall;
  listCounters(argument: _holdfast_v1_ListCountersRequest, callback: grpc.requestCallback<_holdfast_v1_ListCountersResponse__Output>): grpc.ClientUnaryCall;
  
  ResetCounter(argument: _holdfast_v1_ResetCounterRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ResetCounterResponse__Output>): grpc.ClientUnaryCall;
  ResetCounter(argument: _holdfast_v1_ResetCounterRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ResetCounterResponse__Output>): grpc.ClientUnaryCall;
  ResetCounter(argument: _holdfast_v1_ResetCounterRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ResetCounterResponse__Output>): grpc.ClientUnaryCall;
  ResetCounter(argument: _holdfast_v1_ResetCounterRequest, callback: grpc.requestCallback<_holdfast_v1_ResetCounterResponse__Output>): grpc.ClientUnaryCall;
  resetCounter(argument: _holdfast_v1_ResetCounterRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ResetCounterResponse__Output>): grpc.ClientUnaryCall;
  resetCounter(argument: _holdfast_v1_ResetCounterRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ResetCounterResponse__Output>): grpc.ClientUnaryCall;
  resetCounter(argument: _holdfast_v1_ResetCounterRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ResetCounterResponse__Output>): grpc.ClientUnaryCall;
  resetCounter(argument: _holdfast_v1_ResetCounterRequest, callback: grpc.requestCallback<_holdfast_v1_ResetCounterResponse__Output>): grpc.ClientUnaryCall;
  
}

export interface LimitsHandlers extends grpc.UntypedServiceImplementation {
  AcquireTokens: grpc.handleUnaryCall<_holdfast_v1_AcquireTokensRequest__Output, _holdfast_v1_AcquireTokensResponse>;
  
  AddToCounter: grpc.handleUnaryCall<_holdfast_v1_AddToCounterRequest__Output, _holdfast_v1_AddToCounterResponse>;
  
  GetCounter: grpc.handleUnaryCall<_holdfast_v1_GetCounterRequest__Output, _holdfast_v1_GetCounterResponse>;
  
  ListBuckets: grpc.handleUnaryCall<_holdfast_v1_ListBucketsRequest__Output, _holdfast_v1_ListBucketsResponse>;
  
  ListCounters: grpc.handleUnaryCall<_holdfast_v1_ListCountersRequest__Output, _holdfast_v1_ListCountersResponse>;
  
  ResetCounter: grpc.handleUnaryCall<_holdfast_v1_ResetCounterRequest__Output, _holdfast_v1_ResetCounterResponse>;
  
}

export interface LimitsDefinition extends grpc.ServiceDefinition {
  AcquireTokens: MethodDefinition<_holdfast_v1_AcquireTokensRequest, _holdfast_v1_AcquireTokensResponse, _holdfast_v1_AcquireTokensRequest__Output, _holdfast_v1_AcquireTokensResponse__Output>
  AddToCounter: MethodDefinition<_holdfast_v1_AddToCounterRequest, _holdfast_v1_AddToCounterResponse, _holdfast_v1_AddToCounterRequest__Output, _holdfast_v1_AddToCounterResponse__Output>
  GetCounter: MethodDefinition<_holdfast_v1_GetCounterRequest, _holdfast_v1_GetCounterResponse, _holdfast_v1_GetCounterRequest__Output, _holdfast_v1_GetCounterResponse__Output>
  ListBuckets: MethodDefinition<_holdfast_v1_ListBucketsRequest, _holdfast_v1_ListBucketsResponse, _holdfast_v1_ListBucketsRequest__Output, _holdfast_v1_ListBucketsResponse__Output>
  ListCounters: MethodDefinition<_holdfast_v1_ListCountersRequest, _holdfast_v1_ListCountersResponse, _holdfast_v1_ListCountersRequest__Output, _holdfast_v1_ListCountersResponse__Output>
  ResetCounter: MethodDefinition<_holdfast_v1_ResetCounterRequest, _holdfast_v1_ResetCounterResponse, _holdfast_v1_ResetCounterRequest__Output, _holdfast_v1_ResetCounterResponse__Output>
}
