import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { AggregateRecordsRequest as _holdfast_v1_AggregateRecordsRequest, AggregateRecordsRequest__Output as _holdfast_v1_AggregateRecordsRequest__Output } from '../../holdfast/v1/AggregateRecordsRequest.js';
import type { AggregateRecordsResponse as _holdfast_v1_AggregateRecordsResponse, AggregateRecordsResponse__Output as _holdfast_v1_AggregateRecordsResponse__Output } from '../../holdfast/v1/AggregateRecordsResponse.js';
import type { DeleteCollectionRequest as _holdfast_v1_DeleteCollectionRequest, DeleteCollectionRequest__Output as _holdfast_v1_DeleteCollectionRequest__Output } from '../../holdfast/v1/DeleteCollectionRequest.js';
import type { DeleteCollectionResponse as _holdfast_v1_DeleteCollectionResponse, DeleteCollectionResponse__Output as _holdfast_v1_DeleteCollectionResponse__Output } from '../../holdfast/v1/DeleteCollectionResponse.js';
import type { DeleteRecordRequest as _holdfast_v1_DeleteRecordRequest, DeleteRecordRequest__Output as _holdfast_v1_DeleteRecordRequest__Output } from '../../holdfast/v1/DeleteRecordRequest.js';
import type { DeleteRecordResponse as _holdfast_v1_DeleteRecordResponse, DeleteRecordResponse__Output as _holdfast_v1_DeleteRecordResponse__Output } from '../../holdfast/v1/DeleteRecordResponse.js';
import type { GetCollectionRequest as _holdfast_v1_GetCollectionRequest, GetCollectionRequest__Output as _holdfast_v1_GetCollectionRequest__Output } from '../../holdfast/v1/GetCollectionRequest.js';
import type { GetCollectionResponse as _holdfast_v1_GetCollectionResponse, GetCollectionResponse__Output as _holdfast_v1_GetCollectionResponse__Output } from '../../holdfast/v1/GetCollectionResponse.js';
import type { GetRecordRequest as _holdfast_v1_GetRecordRequest, GetRecordRequest__Output as _holdfast_v1_GetRecordRequest__Output } from '../../holdfast/v1/GetRecordRequest.js';
import type { GetRecordResponse as _holdfast_v1_GetRecordResponse, GetRecordResponse__Output as _holdfast_v1_GetRecordResponse__Output } from '../../holdfast/v1/GetRecordResponse.js';
import type { ListCollectionsRequest as _holdfast_v1_ListCollectionsRequest, ListCollectionsRequest__Output as _holdfast_v1_ListCollectionsRequest__Output } from '../../holdfast/v1/ListCollectionsRequest.js';
import type { ListCollectionsResponse as _holdfast_v1_ListCollectionsResponse, ListCollectionsResponse__Output as _holdfast_v1_ListCollectionsResponse__Output } from '../../holdfast/v1/ListCollectionsResponse.js';
import type { PutCollectionRequest as _holdfast_v1_PutCollectionRequest, PutCollectionRequest__Output as _holdfast_v1_PutCollectionRequest__Output } from '../../holdfast/v1/PutCollectionRequest.js';
import type { PutCollectionResponse as _holdfast_v1_PutCollectionResponse, PutCollectionResponse__Output as _holdfast_v1_PutCollectionResponse__Output } from '../../holdfast/v1/PutCollectionResponse.js';
import type { PutRecordRequest as _holdfast_v1_PutRecordRequest, PutRecordRequest__Output as _holdfast_v1_PutRecordRequest__Output } from '../../holdfast/v1/PutRecordRequest.js';
import type { PutRecordResponse as _holdfast_v1_PutRecordResponse, PutRecordResponse__Output as _holdfast_v1_PutRecordResponse__Output } from '../../holdfast/v1/PutRecordResponse.js';
import type { QueryRecordsRequest as _holdfast_v1_QueryRecordsRequest, QueryRecordsRequest__Output as _holdfast_v1_QueryRecordsRequest__Output } from '../../holdfast/v1/QueryRecordsRequest.js';
import type { QueryRecordsResponse as _holdfast_v1_QueryRecordsResponse, QueryRecordsResponse__Output as _holdfast_v1_QueryRecordsResponse__Output } from '../../holdfast/v1/QueryRecordsResponse.js';

export interface KnowledgeClient extends grpc.Client {
  AggregateRecords(argument: _holdfast_v1_AggregateRecordsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_AggregateRecordsResponse__Output>): grpc.ClientUnaryCall;
  AggregateRecords(argument: _holdfast_v1_AggregateRecordsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_AggregateRecordsResponse__Output>): grpc.ClientUnaryCall;
  AggregateRecords(argument: _holdfast_v1_AggregateRecordsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_AggregateRecordsResponse__Output>): grpc.ClientUnaryCall;
  AggregateRecords(argument: _holdfast_v1_AggregateRecordsRequest, callback: grpc.requestCallback<_holdfast_v1_AggregateRecordsResponse__Output>): grpc.ClientUnaryCall;
  aggregateRecords(argument: _holdfast_v1_AggregateRecordsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_AggregateRecordsResponse__Output>): grpc.ClientUnaryCall;
  aggregateRecords(argument: _holdfast_v1_AggregateRecordsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_AggregateRecordsResponse__Output>): grpc.ClientUnaryCall;
  aggregateRecords(argument: _holdfast_v1_AggregateRecordsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_AggregateRecordsResponse__Output>): grpc.ClientUnaryCall;
  aggregateRecords(argument: _holdfast_v1_AggregateRecordsRequest, callback: grpc.requestCallback<_holdfast_v1_AggregateRecordsResponse__Output>): grpc.ClientUnaryCall;
  
  DeleteCollection(argument: _holdfast_v1_DeleteCollectionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_DeleteCollectionResponse__Output>): grpc.ClientUnaryCall;
  DeleteCollection(argument: _holdfast_v1_DeleteCollectionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_DeleteCollectionResponse__Output>): grpc.ClientUnaryCall;
  DeleteCollection(argument: _holdfast_v1_DeleteCollectionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_DeleteCollectionResponse__Output>): grpc.ClientUnaryCall;
  DeleteCollection(argument: _holdfast_v1_DeleteCollectionRequest, callback: grpc.requestCallback<_holdfast_v1_DeleteCollectionResponse__Output>): grpc.ClientUnaryCall;
  deleteCollection(argument: _holdfast_v1_DeleteCollectionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_DeleteCollectionResponse__Output>): grpc.ClientUnaryCall;
  deleteCollection(argument: _holdfast_v1_DeleteCollectionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_DeleteCollectionResponse__Output>): grpc.ClientUnaryCall;
  deleteCollection(argument: _holdfast_v1_DeleteCollectionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_DeleteCollectionResponse__Output>): grpc.ClientUnaryCall;
  deleteCollection(argument: _holdfast_v1_DeleteCollectionRequest, callback: grpc.requestCallback<_holdfast_v1_DeleteCollectionResponse__Output>): grpc.ClientUnaryCall;
  
  DeleteRecord(argument: _holdfast_v1_DeleteRecordRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_DeleteRecordResponse__Output>): grpc.ClientUnaryCall;
  DeleteRecord(argument: _holdfast_v1_DeleteRecordRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_DeleteRecordResponse__Output>): grpc.ClientUnaryCall;
  DeleteRecord(argument: _holdfast_v1_DeleteRecordRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_DeleteRecordResponse__Output>): grpc.ClientUnaryCall;
  DeleteRecord(argument: _holdfast_v1_DeleteRecordRequest, callback: grpc.requestCallback<_holdfast_v1_DeleteRecordResponse__Output>): grpc.ClientUnaryCall;
  deleteRecord(argument: _holdfast_v1_DeleteRecordRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_DeleteRecordResponse__Output>): grpc.ClientUnaryCall;
  deleteRecord(argument: _holdfast_v1_DeleteRecordRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_DeleteRecordResponse__Output>): grpc.ClientUnaryCall;
  deleteRecord(argument: _holdfast_v1_DeleteRecordRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_DeleteRecordResponse__Output>): grpc.ClientUnaryCall;
  deleteRecord(argument: _holdfast_v1_DeleteRecordRequest, callback: grpc.requestCallback<_holdfast_v1_DeleteRecordResponse__Output>): grpc.ClientUnaryCall;
  
  GetCollection(argument: _holdfast_v1_GetCollectionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetCollectionResponse__Output>): grpc.ClientUnaryCall;
  GetCollection(argument: _holdfast_v1_GetCollectionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_GetCollectionResponse__Output>): grpc.ClientUnaryCall;
  GetCollection(argument: _holdfast_v1_GetCollectionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetCollectionResponse__Output>): grpc.ClientUnaryCall;
  GetCollection(argument: _holdfast_v1_GetCollectionRequest, callback: grpc.requestCallback<_holdfast_v1_GetCollectionResponse__Output>): grpc.ClientUnaryCall;
  getCollection(argument: _holdfast_v1_GetCollectionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetCollectionResponse__Output>): grpc.ClientUnaryCall;
  getCollection(argument: _holdfast_v1_GetCollectionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_GetCollectionResponse__Output>): grpc.ClientUnaryCall;
  getCollection(argument: _holdfast_v1_GetCollectionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetCollectionResponse__Output>): grpc.ClientUnaryCall;
  getCollection(argument: _holdfast_v1_GetCollectionRequest, callback: grpc.requestCallback<_holdfast_v1_GetCollectionResponse__Output>): grpc.ClientUnaryCall;
  
  GetRecord(argument: _holdfast_v1_GetRecordRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetRecordResponse__Output>): grpc.ClientUnaryCall;
  GetRecord(argument: _holdfast_v1_GetRecordRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_GetRecordResponse__Output>): grpc.ClientUnaryCall;
  GetRecord(argument: _holdfast_v1_GetRecordRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetRecordResponse__Output>): grpc.ClientUnaryCall;
  GetRecord(argument: _holdfast_v1_GetRecordRequest, callback: grpc.requestCallback<_holdfast_v1_GetRecordResponse__Output>): grpc.ClientUnaryCall;
  getRecord(argument: _holdfast_v1_GetRecordRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetRecordResponse__Output>): grpc.ClientUnaryCall;
  getRecord(argument: _holdfast_v1_GetRecordRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_GetRecordResponse__Output>): grpc.ClientUnaryCall;
  getRecord(argument: _holdfast_v1_GetRecordRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetRecordResponse__Output>): grpc.ClientUnaryCall;
  getRecord(argument: _holdfast_v1_GetRecordRequest, callback: grpc.requestCallback<_holdfast_v1_GetRecordResponse__Output>): grpc.ClientUnaryCall;
  
  ListCollections(argument: _holdfast_v1_ListCollectionsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListCollectionsResponse__Output>): grpc.ClientUnaryCall;
  ListCollections(argument: _holdfast_v1_ListCollectionsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ListCollectionsResponse__Output>): grpc.ClientUnaryCall;
  ListCollections(argument: _holdfast_v1_ListCollectionsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListCollectionsResponse__Output>): grpc.ClientUnaryCall;
  ListCollections(argument: _holdfast_v1_ListCollectionsRequest, callback: grpc.requestCallback<_holdfast_v1_ListCollectionsResponse__Output>): grpc.ClientUnaryCall;
  listCollections(argument: _holdfast_v1_ListCollectionsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListCollectionsResponse__Output>): grpc.ClientUnaryCall;
  listCollections(argument: _holdfast_v1_ListCollectionsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ListCollectionsResponse__Output>): grpc.ClientUnaryCall;
  listCollections(argument: _holdfast_v1_ListCollectionsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListCollectionsResponse__Output>): grpc.ClientUnaryCall;
  listCollections(argument: _holdfast_v1_ListCollectionsRequest, callback: grpc.requestCallback<_holdfast_v1_ListCollectionsResponse__Output>): grpc.ClientUnaryCall;
  
  PutCollection(argument: _holdfast_v1_PutCollectionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PutCollectionResponse__Output>): grpc.ClientUnaryCall;
  PutCollection(argument: _holdfast_v1_PutCollectionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_PutCollectionResponse__Output>): grpc.ClientUnaryCall;
  PutCollection(argument: _holdfast_v1_PutCollectionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PutCollectionResponse__Output>): grpc.ClientUnaryCall;
  PutCollection(argument: _holdfast_v1_PutCollectionRequest, callback: grpc.requestCallback<_holdfast_v1_PutCollectionResponse__Output>): grpc.ClientUnaryCall;
  putCollection(argument: _holdfast_v1_PutCollectionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PutCollectionResponse__Output>): grpc.ClientUnaryCall;
  putCollection(argument: _holdfast_v1_PutCollectionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_PutCollectionResponse__Output>): grpc.ClientUnaryCall;
  putCollection(argument: _holdfast_v1_PutCollectionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PutCollectionResponse__Output>): grpc.ClientUnaryCall;
  putCollection(argument: _holdfast_v1_PutCollectionRequest, callback: grpc.requestCallback<_holdfast_v1_PutCollectionResponse__Output>): grpc.ClientUnaryCall;
  
  PutRecord(argument: _holdfast_v1_PutRecordRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PutRecordResponse__Output>): grpc.ClientUnaryCall;
  PutRecord(argument: _holdfast_v1_PutRecordRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_PutRecordResponse__Output>): grpc.ClientUnaryCall;
  PutRecord(argument: _holdfast_v1_PutRecordRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PutRecordResponse__Output>): grpc.ClientUnaryCall;
  PutRecord(argument: _holdfast_v1_PutRecordRequest, callback: grpc.requestCallback<_holdfast_v1_PutRecordResponse__Output>): grpc.ClientUnaryCall;
  putRecord(argument: _holdfast_v1_PutRecordRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PutRecordResponse__Output>): grpc.ClientUnaryCall;
  putRecord(argument: _holdfast_v1_PutRecordRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_PutRecordResponse__Output>): grpc.ClientUnaryCall;
  putRecord(argument: _holdfast_v1_PutRecordRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PutRecordResponse__Output>): grpc.ClientUnaryCall;
  putRecord(argument: _holdfast_v1_PutRecordRequest, callback: grpc.requestCallback<_holdfast_v1_PutRecordResponse__Output>): grpc.ClientUnaryCall;
  
  QueryRecords(argument: _holdfast_v1_QueryRecordsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_QueryRecordsResponse__Output>): grpc.ClientUnaryCall;
  QueryRecords(argument: _holdfast_v1_QueryRecordsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_QueryRecordsResponse__Output>): grpc.ClientUnaryCall;
  QueryRecords(argument: _holdfast_v1_QueryRecordsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_QueryRecordsResponse__Output>): grpc.ClientUnaryCall;
  QueryRecords(argument: _holdfast_v1_QueryRecordsRequest, callback: grpc.requestCallback<_holdfast_v1_QueryRecordsResponse__Output>): grpc.ClientUnaryCall;
  queryRecords(argument: _holdfast_v1_QueryRecordsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_QueryRecordsResponse__Output>): grpc.ClientUnaryCall;
  queryRecords(argument: _holdfast_v1_QueryRecordsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_QueryRecordsResponse__Output>): grpc.ClientUnaryCall;
  queryRecords(argument: _holdfast_v1_QueryRecordsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_QueryRecordsResponse__Output>): grpc.ClientUnaryCall;
  queryRecords(argument: _holdfast_v1_QueryRecordsRequest, callback: grpc.requestCallback<_holdfast_v1_QueryRecordsResponse__Output>): grpc.ClientUnaryCall;
  
}

export interface KnowledgeHandlers extends grpc.UntypedServiceImplementation {
  AggregateRecords: grpc.handleUnaryCall<_holdfast_v1_AggregateRecordsRequest__Output, _holdfast_v1_AggregateRecordsResponse>;
  
  DeleteCollection: grpc.handleUnaryCall<_holdfast_v1_DeleteCollectionRequest__Output, _holdfast_v1_DeleteCollectionResponse>;
  
  DeleteRecord: grpc.handleUnaryCall<_holdfast_v1_DeleteRecordRequest__Output, _holdfast_v1_DeleteRecordResponse>;
  
  GetCollection: grpc.handleUnaryCall<_holdfast_v1_GetCollectionRequest__Output, _holdfast_v1_GetCollectionResponse>;
  
  GetRecord: grpc.handleUnaryCall<_holdfast_v1_GetRecordRequest__Output, _holdfast_v1_GetRecordResponse>;
  
  ListCollections: grpc.handleUnaryCall<_holdfast_v1_ListCollectionsRequest__Output, _holdfast_v1_ListCollectionsResponse>;
  
  PutCollection: grpc.handleUnaryCall<_holdfast_v1_PutCollectionRequest__Output, _holdfast_v1_PutCollectionResponse>;
  
  PutRecord: grpc.handleUnaryCall<_holdfast_v1_PutRecordRequest__Output, _holdfast_v1_PutRecordResponse>;
  
  QueryRecords: grpc.handleUnaryCall<_holdfast_v1_QueryRecordsRequest__Output, _holdfast_v1_QueryRecordsResponse>;
  
}

export interface KnowledgeDefinition extends grpc.ServiceDefinition {
  AggregateRecords: MethodDefinition<_holdfast_v1_AggregateRecordsRequest, _holdfast_v1_AggregateRecordsResponse, _holdfast_v1_AggregateRecordsRequest__Output, _holdfast_v1_AggregateRecordsResponse__Output>
  DeleteCollection: MethodDefinition<_holdfast_v1_DeleteCollectionRequest, _holdfast_v1_DeleteCollectionResponse, _holdfast_v1_DeleteCollectionRequest__Output, _holdfast_v1_DeleteCollectionResponse__Output>
  DeleteRecord: MethodDefinition<_holdfast_v1_DeleteRecordRequest, _holdfast_v1_DeleteRecordResponse, _holdfast_v1_DeleteRecordRequest__Output, _holdfast_v1_DeleteRecordResponse__Output>
  GetCollection: MethodDefinition<_holdfast_v1_GetCollectionRequest, _holdfast_v1_GetCollectionResponse, _holdfast_v1_GetCollectionRequest__Output, _holdfast_v1_GetCollectionResponse__Output>
  GetRecord: MethodDefinition<_holdfast_v1_GetRecordRequest, _holdfast_v1_GetRecordResponse, _holdfast_v1_GetRecordRequest__Output, _holdfast_v1_GetRecordResponse__Output>
  ListCollections: MethodDefinition<_holdfast_v1_ListCollectionsRequest, _holdfast_v1_ListCollectionsResponse, _holdfast_v1_ListCollectionsRequest__Output, _holdfast_v1_ListCollectionsResponse__Output>
  PutCollection: MethodDefinition<_holdfast_v1_PutCollectionRequest, _holdfast_v1_PutCollectionResponse, _holdfast_v1_PutCollectionRequest__Output, _holdfast_v1_PutCollectionResponse__Output>
  PutRecord: MethodDefinition<_holdfast_v1_PutRecordRequest, _holdfast_v1_PutRecordResponse, _holdfast_v1_PutRecordRequest__Output, _holdfast_v1_PutRecordResponse__Output>
  QueryRecords: MethodDefinition<_holdfast_v1_QueryRecordsRequest, _holdfast_v1_QueryRecordsResponse, _holdfast_v1_QueryRecordsRequest__Output, _holdfast_v1_QueryRecordsResponse__Output>
}
