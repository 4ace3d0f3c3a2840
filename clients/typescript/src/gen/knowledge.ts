import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from './google/protobuf/Timestamp.js';
import type { Aggregate as _holdfast_v1_Aggregate, Aggregate__Output as _holdfast_v1_Aggregate__Output } from './holdfast/v1/Aggregate.js';
import type { AggregateGroup as _holdfast_v1_AggregateGroup, AggregateGroup__Output as _holdfast_v1_AggregateGroup__Output } from './holdfast/v1/AggregateGroup.js';
import type { AggregateRecordsRequest as _holdfast_v1_AggregateRecordsRequest, AggregateRecordsRequest__Output as _holdfast_v1_AggregateRecordsRequest__Output } from './holdfast/v1/AggregateRecordsRequest.js';
import type { AggregateRecordsResponse as _holdfast_v1_AggregateRecordsResponse, AggregateRecordsResponse__Output as _holdfast_v1_AggregateRecordsResponse__Output } from './holdfast/v1/AggregateRecordsResponse.js';
import type { Collection as _holdfast_v1_Collection, Collection__Output as _holdfast_v1_Collection__Output } from './holdfast/v1/Collection.js';
import type { DeleteCollectionRequest as _holdfast_v1_DeleteCollectionRequest, DeleteCollectionRequest__Output as _holdfast_v1_DeleteCollectionRequest__Output } from './holdfast/v1/DeleteCollectionRequest.js';
import type { DeleteCollectionResponse as _holdfast_v1_DeleteCollectionResponse, DeleteCollectionResponse__Output as _holdfast_v1_DeleteCollectionResponse__Output } from './holdfast/v1/DeleteCollectionResponse.js';
import type { DeleteRecordRequest as _holdfast_v1_DeleteRecordRequest, DeleteRecordRequest__Output as _holdfast_v1_DeleteRecordRequest__Output } from './holdfast/v1/DeleteRecordRequest.js';
import type { DeleteRecordResponse as _holdfast_v1_DeleteRecordResponse, DeleteRecordResponse__Output as _holdfast_v1_DeleteRecordResponse__Output } from './holdfast/v1/DeleteRecordResponse.js';
import type { Document as _holdfast_v1_Document, Document__Output as _holdfast_v1_Document__Output } from './holdfast/v1/Document.js';
import type { FieldDeclaration as _holdfast_v1_FieldDeclaration, FieldDeclaration__Output as _holdfast_v1_FieldDeclaration__Output } from './holdfast/v1/FieldDeclaration.js';
import type { FieldFilter as _holdfast_v1_FieldFilter, FieldFilter__Output as _holdfast_v1_FieldFilter__Output } from './holdfast/v1/FieldFilter.js';
import type { Filter as _holdfast_v1_Filter, Filter__Output as _holdfast_v1_Filter__Output } from './holdfast/v1/Filter.js';
import type { FilterList as _holdfast_v1_FilterList, FilterList__Output as _holdfast_v1_FilterList__Output } from './holdfast/v1/FilterList.js';
import type { GetCollectionRequest as _holdfast_v1_GetCollectionRequest, GetCollectionRequest__Output as _holdfast_v1_GetCollectionRequest__Output } from './holdfast/v1/GetCollectionRequest.js';
import type { GetCollectionResponse as _holdfast_v1_GetCollectionResponse, GetCollectionResponse__Output as _holdfast_v1_GetCollectionResponse__Output } from './holdfast/v1/GetCollectionResponse.js';
import type { GetRecordRequest as _holdfast_v1_GetRecordRequest, GetRecordRequest__Output as _holdfast_v1_GetRecordRequest__Output } from './holdfast/v1/GetRecordRequest.js';
import type { GetRecordResponse as _holdfast_v1_GetRecordResponse, GetRecordResponse__Output as _holdfast_v1_GetRecordResponse__Output } from './holdfast/v1/GetRecordResponse.js';
import type { KnowledgeClient as _holdfast_v1_KnowledgeClient, KnowledgeDefinition as _holdfast_v1_KnowledgeDefinition } from './holdfast/v1/Knowledge.js';
import type { ListCollectionsRequest as _holdfast_v1_ListCollectionsRequest, ListCollectionsRequest__Output as _holdfast_v1_ListCollectionsRequest__Output } from './holdfast/v1/ListCollectionsRequest.js';
import type { ListCollectionsResponse as _holdfast_v1_ListCollectionsResponse, ListCollectionsResponse__Output as _holdfast_v1_ListCollectionsResponse__Output } from './holdfast/v1/ListCollectionsResponse.js';
import type { OrderBy as _holdfast_v1_OrderBy, OrderBy__Output as _holdfast_v1_OrderBy__Output } from './holdfast/v1/OrderBy.js';
import type { PutCollectionRequest as _holdfast_v1_PutCollectionRequest, PutCollectionRequest__Output as _holdfast_v1_PutCollectionRequest__Output } from './holdfast/v1/PutCollectionRequest.js';
import type { PutCollectionResponse as _holdfast_v1_PutCollectionResponse, PutCollectionResponse__Output as _holdfast_v1_PutCollectionResponse__Output } from './holdfast/v1/PutCollectionResponse.js';
import type { PutRecordRequest as _holdfast_v1_PutRecordRequest, PutRecordRequest__Output as _holdfast_v1_PutRecordRequest__Output } from './holdfast/v1/PutRecordRequest.js';
import type { PutRecordResponse as _holdfast_v1_PutRecordResponse, PutRecordResponse__Output as _holdfast_v1_PutRecordResponse__Output } from './holdfast/v1/PutRecordResponse.js';
import type { QueryRecordsRequest as _holdfast_v1_QueryRecordsRequest, QueryRecordsRequest__Output as _holdfast_v1_QueryRecordsRequest__Output } from './holdfast/v1/QueryRecordsRequest.js';
import type { QueryRecordsResponse as _holdfast_v1_QueryRecordsResponse, QueryRecordsResponse__Output as _holdfast_v1_QueryRecordsResponse__Output } from './holdfast/v1/QueryRecordsResponse.js';
import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from './holdfast/v1/ReadHeader.js';
import type { Record as _holdfast_v1_Record, Record__Output as _holdfast_v1_Record__Output } from './holdfast/v1/Record.js';
import type { UniqueKey as _holdfast_v1_UniqueKey, UniqueKey__Output as _holdfast_v1_UniqueKey__Output } from './holdfast/v1/UniqueKey.js';
import type { WriteHeader as _holdfast_v1_WriteHeader, WriteHeader__Output as _holdfast_v1_WriteHeader__Output } from './holdfast/v1/WriteHeader.js';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  google: {
    protobuf: {
      Timestamp: MessageTypeDefinition<_google_protobuf_Timestamp, _google_protobuf_Timestamp__Output>
    }
  }
  holdfast: {
    v1: {
      Aggregate: MessageTypeDefinition<_holdfast_v1_Aggregate, _holdfast_v1_Aggregate__Output>
      AggregateFunction: EnumTypeDefinition
      AggregateGroup: MessageTypeDefinition<_holdfast_v1_AggregateGroup, _holdfast_v1_AggregateGroup__Output>
      AggregateRecordsRequest: MessageTypeDefinition<_holdfast_v1_AggregateRecordsRequest, _holdfast_v1_AggregateRecordsRequest__Output>
      AggregateRecordsResponse: MessageTypeDefinition<_holdfast_v1_AggregateRecordsResponse, _holdfast_v1_AggregateRecordsResponse__Output>
      Collection: MessageTypeDefinition<_holdfast_v1_Collection, _holdfast_v1_Collection__Output>
      Comparison: EnumTypeDefinition
      DeleteCollectionRequest: MessageTypeDefinition<_holdfast_v1_DeleteCollectionRequest, _holdfast_v1_DeleteCollectionRequest__Output>
      DeleteCollectionResponse: MessageTypeDefinition<_holdfast_v1_DeleteCollectionResponse, _holdfast_v1_DeleteCollectionResponse__Output>
      DeleteRecordRequest: MessageTypeDefinition<_holdfast_v1_DeleteRecordRequest, _holdfast_v1_DeleteRecordRequest__Output>
      DeleteRecordResponse: MessageTypeDefinition<_holdfast_v1_DeleteRecordResponse, _holdfast_v1_DeleteRecordResponse__Output>
      Document: MessageTypeDefinition<_holdfast_v1_Document, _holdfast_v1_Document__Output>
      DocumentEncoding: EnumTypeDefinition
      FieldDeclaration: MessageTypeDefinition<_holdfast_v1_FieldDeclaration, _holdfast_v1_FieldDeclaration__Output>
      FieldFilter: MessageTypeDefinition<_holdfast_v1_FieldFilter, _holdfast_v1_FieldFilter__Output>
      FieldType: EnumTypeDefinition
      Filter: MessageTypeDefinition<_holdfast_v1_Filter, _holdfast_v1_Filter__Output>
      FilterList: MessageTypeDefinition<_holdfast_v1_FilterList, _holdfast_v1_FilterList__Output>
      GetCollectionRequest: MessageTypeDefinition<_holdfast_v1_GetCollectionRequest, _holdfast_v1_GetCollectionRequest__Output>
      GetCollectionResponse: MessageTypeDefinition<_holdfast_v1_GetCollectionResponse, _holdfast_v1_GetCollectionResponse__Output>
      GetRecordRequest: MessageTypeDefinition<_holdfast_v1_GetRecordRequest, _holdfast_v1_GetRecordRequest__Output>
      GetRecordResponse: MessageTypeDefinition<_holdfast_v1_GetRecordResponse, _holdfast_v1_GetRecordResponse__Output>
      Knowledge: SubtypeConstructor<typeof grpc.Client, _holdfast_v1_KnowledgeClient> & { service: _holdfast_v1_KnowledgeDefinition }
      ListCollectionsRequest: MessageTypeDefinition<_holdfast_v1_ListCollectionsRequest, _holdfast_v1_ListCollectionsRequest__Output>
      ListCollectionsResponse: MessageTypeDefinition<_holdfast_v1_ListCollectionsResponse, _holdfast_v1_ListCollectionsResponse__Output>
      OrderBy: MessageTypeDefinition<_holdfast_v1_OrderBy, _holdfast_v1_OrderBy__Output>
      PutCollectionRequest: MessageTypeDefinition<_holdfast_v1_PutCollectionRequest, _holdfast_v1_PutCollectionRequest__Output>
      PutCollectionResponse: MessageTypeDefinition<_holdfast_v1_PutCollectionResponse, _holdfast_v1_PutCollectionResponse__Output>
      PutRecordRequest: MessageTypeDefinition<_holdfast_v1_PutRecordRequest, _holdfast_v1_PutRecordRequest__Output>
      PutRecordResponse: MessageTypeDefinition<_holdfast_v1_PutRecordResponse, _holdfast_v1_PutRecordResponse__Output>
      QueryRecordsRequest: MessageTypeDefinition<_holdfast_v1_QueryRecordsRequest, _holdfast_v1_QueryRecordsRequest__Output>
      QueryRecordsResponse: MessageTypeDefinition<_holdfast_v1_QueryRecordsResponse, _holdfast_v1_QueryRecordsResponse__Output>
      ReadHeader: MessageTypeDefinition<_holdfast_v1_ReadHeader, _holdfast_v1_ReadHeader__Output>
      Record: MessageTypeDefinition<_holdfast_v1_Record, _holdfast_v1_Record__Output>
      UniqueKey: MessageTypeDefinition<_holdfast_v1_UniqueKey, _holdfast_v1_UniqueKey__Output>
      WriteHeader: MessageTypeDefinition<_holdfast_v1_WriteHeader, _holdfast_v1_WriteHeader__Output>
    }
  }
}

