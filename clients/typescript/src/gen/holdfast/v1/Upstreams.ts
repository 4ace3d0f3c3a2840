import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { FetchRequest as _holdfast_v1_FetchRequest, FetchRequest__Output as _holdfast_v1_FetchRequest__Output } from '../../holdfast/v1/FetchRequest.js';
import type { FetchResponse as _holdfast_v1_FetchResponse, FetchResponse__Output as _holdfast_v1_FetchResponse__Output } from '../../holdfast/v1/FetchResponse.js';
import type { InvalidateRequest as _holdfast_v1_InvalidateRequest, InvalidateRequest__Output as _holdfast_v1_InvalidateRequest__Output } from '../../holdfast/v1/InvalidateRequest.js';
import type { InvalidateResponse as _holdfast_v1_InvalidateResponse, InvalidateResponse__Output as _holdfast_v1_InvalidateResponse__Output } from '../../holdfast/v1/InvalidateResponse.js';
import type { ListUpstreamsRequest as _holdfast_v1_ListUpstreamsRequest, ListUpstreamsRequest__Output as _holdfast_v1_ListUpstreamsRequest__Output } from '../../holdfast/v1/ListUpstreamsRequest.js';
import type { ListUpstreamsResponse as _holdfast_v1_ListUpstreamsResponse, ListUpstreamsResponse__Output as _holdfast_v1_ListUpstreamsResponse__Output } from '../../holdfast/v1/ListUpstreamsResponse.js';
import type { PortfolioSnapshotRequest as _holdfast_v1_PortfolioSnapshotRequest, PortfolioSnapshotRequest__Output as _holdfast_v1_PortfolioSnapshotRequest__Output } from '../../holdfast/v1/PortfolioSnapshotRequest.js';
import type { PortfolioSnapshotResponse as _holdfast_v1_PortfolioSnapshotResponse, PortfolioSnapshotResponse__Output as _holdfast_v1_PortfolioSnapshotResponse__Output } from '../../holdfast/v1/PortfolioSnapshotResponse.js';
import type { PutThroughRequest as _holdfast_v1_PutThroughRequest, PutThroughRequest__Output as _holdfast_v1_PutThroughRequest__Output } from '../../holdfast/v1/PutThroughRequest.js';
import type { PutThroughResponse as _holdfast_v1_PutThroughResponse, PutThroughResponse__Output as _holdfast_v1_PutThroughResponse__Output } from '../../holdfast/v1/PutThroughResponse.js';

export interface UpstreamsClient extends grpc.Client {
  Fetch(argument: _holdfast_v1_FetchRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_FetchResponse__Output>): grpc.ClientUnaryCall;
  Fetch(argument: _holdfast_v1_FetchRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_FetchResponse__Output>): grpc.ClientUnaryCall;
  Fetch(argument: _holdfast_v1_FetchRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_FetchResponse__Output>): grpc.ClientUnaryCall;
  Fetch(argument: _holdfast_v1_FetchRequest, callback: grpc.requestCallback<_holdfast_v1_FetchResponse__Output>): grpc.ClientUnaryCall;
  fetch(argument: _holdfast_v1_FetchRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_FetchResponse__Output>): grpc.ClientUnaryCall;
  fetch(argument: _holdfast_v1_FetchRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_FetchResponse__Output>): grpc.ClientUnaryCall;
  fetch(argument: _holdfast_v1_FetchRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_FetchResponse__Output>): grpc.ClientUnaryCall;
  fetch(argument: _holdfast_v1_FetchRequest, callback: grpc.requestCallback<_holdfast_v1_FetchResponse__Output>): grpc.ClientUnaryCall;
  
  Invalidate(argument: _holdfast_v1_InvalidateRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_InvalidateResponse__Output>): grpc.ClientUnaryCall;
  Invalidate(argument: _holdfast_v1_InvalidateRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_InvalidateResponse__Output>): grpc.ClientUnaryCall;
  Invalidate(argument: _holdfast_v1_InvalidateRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_InvalidateResponse__Output>): grpc.ClientUnaryCall;
  Invalidate(argument: _holdfast_v1_InvalidateRequest, callback: grpc.requestCallback<_holdfast_v1_InvalidateResponse__Output>): grpc.ClientUnaryCall;
  invalidate(argument: _holdfast_v1_InvalidateRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_InvalidateResponse__Output>): grpc.ClientUnaryCall;
  invalidate(argument: _holdfast_v1_InvalidateRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_InvalidateResponse__Output>): grpc.ClientUnaryCall;
  invalidate(argument: _holdfast_v1_InvalidateRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_InvalidateResponse__Output>): grpc.ClientUnaryCall;
  invalidate(argument: _holdfast_v1_InvalidateRequest, callback: grpc.requestCallback<_holdfast_v1_InvalidateResponse__Output>): grpc.ClientUnaryCall;
  
  ListUpstreams(argument: _holdfast_v1_ListUpstreamsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListUpstreamsResponse__Output>): grpc.ClientUnaryCall;
  ListUpstreams(argument: _holdfast_v1_ListUpstreamsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ListUpstreamsResponse__Output>): grpc.ClientUnaryCall;
  ListUpstreams(argument: _holdfast_v1_ListUpstreamsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListUpstreamsResponse__Output>): grpc.ClientUnaryCall;
  ListUpstreams(argument: _holdfast_v1_ListUpstreamsRequest, callback: grpc.requestCallback<_holdfast_v1_ListUpstreamsResponse__Output>): grpc.ClientUnaryCall;
  listUpstreams(argument: _holdfast_v1_ListUpstreamsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListUpstreamsResponse__Output>): grpc.ClientUnaryCall;
  listUpstreams(argument: _holdfast_v1_ListUpstreamsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ListUpstreamsResponse__Output>): grpc.ClientUnaryCall;
  listUpstreams(argument: _holdfast_v1_ListUpstreamsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListUpstreamsResponse__Output>): grpc.ClientUnaryCall;
  listUpstreams(argument: _holdfast_v1_ListUpstreamsRequest, callback: grpc.requestCallback<_holdfast_v1_ListUpstreamsResponse__Output>): grpc.ClientUnaryCall;
  
  PortfolioSnapshot(argument: _holdfast_v1_PortfolioSnapshotRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PortfolioSnapshotResponse__Output>): grpc.ClientUnaryCall;
  PortfolioSnapshot(argument: _holdfast_v1_PortfolioSnapshotRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_PortfolioSnapshotResponse__Output>): grpc.ClientUnaryCall;
  PortfolioSnapshot(argument: _holdfast_v1_PortfolioSnapshotRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PortfolioSnapshotResponse__Output>): grpc.ClientUnaryCall;
  PortfolioSnapshot(argument: _holdfast_v1_PortfolioSnapshotRequest, callback: grpc.requestCallback<_holdfast_v1_PortfolioSnapshotResponse__Output>): grpc.ClientUnaryCall;
  portfolioSnapshot(argument: _holdfast_v1_PortfolioSnapshotRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PortfolioSnapshotResponse__Output>): grpc.ClientUnaryCall;
  portfolioSnapshot(argument: _holdfast_v1_PortfolioSnapshotRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_PortfolioSnapshotResponse__Output>): grpc.ClientUnaryCall;
  portfolioSnapshot(argument: _holdfast_v1_PortfolioSnapshotRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PortfolioSnapshotResponse__Output>): grpc.ClientUnaryCall;
  portfolioSnapshot(argument: _holdfast_v1_PortfolioSnapshotRequest, callback: grpc.requestCallback<_holdfast_v1_PortfolioSnapshotResponse__Output>): grpc.ClientUnaryCall;
  
  PutThrough(argument: _holdfast_v1_PutThroughRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PutThroughResponse__Output>): grpc.ClientUnaryCall;
  PutThrough(argument: _holdfast_v1_PutThroughRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_PutThroughResponse__Output>): grpc.ClientUnaryCall;
  PutThrough(argument: _holdfast_v1_PutThroughRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PutThroughResponse__Output>): grpc.ClientUnaryCall;
  PutThrough(argument: _holdfast_v1_PutThroughRequest, callback: grpc.requestCallback<_holdfast_v1_PutThroughResponse__Output>): grpc.ClientUnaryCall;
  putThrough(argument: _holdfast_v1_PutThroughRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PutThroughResponse__Output>): grpc.ClientUnaryCall;
  putThrough(argument: _holdfast_v1_PutThroughRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_PutThroughResponse__Output>): grpc.ClientUnaryCall;
  putThrough(argument: _holdfast_v1_PutThroughRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PutThroughResponse__Output>): grpc.ClientUnaryCall;
  putThrough(argument: _holdfast_v1_PutThroughRequest, callback: grpc.requestCallback<_holdfast_v1_PutThroughResponse__Output>): grpc.ClientUnaryCall;
  
}

export interface UpstreamsHandlers extends grpc.UntypedServiceImplementation {
  Fetch: grpc.handleUnaryCall<_holdfast_v1_FetchRequest__Output, _holdfast_v1_FetchResponse>;
  
  Invalidate: grpc.handleUnaryCall<_holdfast_v1_InvalidateRequest__Output, _holdfast_v1_InvalidateResponse>;
  
  ListUpstreams: grpc.handleUnaryCall<_holdfast_v1_ListUpstreamsRequest__Output, _holdfast_v1_ListUpstreamsResponse>;
  
  PortfolioSnapshot: grpc.handleUnaryCall<_holdfast_v1_PortfolioSnapshotRequest__Output, _holdfast_v1_PortfolioSnapshotResponse>;
  
  PutThrough: grpc.handleUnaryCall<_holdfast_v1_PutThroughRequest__Output, _holdfast_v1_PutThroughResponse>;
  
}

export interface UpstreamsDefinition extends grpc.ServiceDefinition {
  Fetch: MethodDefinition<_holdfast_v1_FetchRequest, _holdfast_v1_FetchResponse, _holdfast_v1_FetchRequest__Output, _holdfast_v1_FetchResponse__Output>
  Invalidate: MethodDefinition<_holdfast_v1_InvalidateRequest, _holdfast_v1_InvalidateResponse, _holdfast_v1_InvalidateRequest__Output, _holdfast_v1_InvalidateResponse__Output>
  ListUpstreams: MethodDefinition<_holdfast_v1_ListUpstreamsRequest, _holdfast_v1_ListUpstreamsResponse, _holdfast_v1_ListUpstreamsRequest__Output, _holdfast_v1_ListUpstreamsResponse__Output>
  PortfolioSnapshot: MethodDefinition<_holdfast_v1_PortfolioSnapshotRequest, _holdfast_v1_PortfolioSnapshotResponse, _holdfast_v1_PortfolioSnapshotRequest__Output, _holdfast_v1_PortfolioSnapshotResponse__Output>
  PutThrough: MethodDefinition<_holdfast_v1_PutThroughRequest, _holdfast_v1_PutThroughResponse, _holdfast_v1_PutThroughRequest__Output, _holdfast_v1_PutThroughResponse__Output>
}
