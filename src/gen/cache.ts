import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from './google/protobuf/Duration.js';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from './google/protobuf/Timestamp.js';
import type { CacheClient as _holdfast_v1_CacheClient, CacheDefinition as _holdfast_v1_CacheDefinition } from './holdfast/v1/Cache.js';
import type { CacheDeleteRequest as _holdfast_v1_CacheDeleteRequest, CacheDeleteRequest__Output as _holdfast_v1_CacheDeleteRequest__Output } from './holdfast/v1/CacheDeleteRequest.js';
import type { CacheDeleteResponse as _holdfast_v1_CacheDeleteResponse, CacheDeleteResponse__Output as _holdfast_v1_CacheDeleteResponse__Output } from './holdfast/v1/CacheDeleteResponse.js';
import type { CacheGetRequest as _holdfast_v1_CacheGetRequest, CacheGetRequest__Output as _holdfast_v1_CacheGetRequest__Output } from './holdfast/v1/CacheGetRequest.js';
import type { CacheGetResponse as _holdfast_v1_CacheGetResponse, CacheGetResponse__Output as _holdfast_v1_CacheGetResponse__Output } from './holdfast/v1/CacheGetResponse.js';
import type { CacheSetRequest as _holdfast_v1_CacheSetRequest, CacheSetRequest__Output as _holdfast_v1_CacheSetRequest__Output } from './holdfast/v1/CacheSetRequest.js';
import type { CacheSetResponse as _holdfast_v1_CacheSetResponse, CacheSetResponse__Output as _holdfast_v1_CacheSetResponse__Output } from './holdfast/v1/CacheSetResponse.js';
import type { CacheStatsRequest as _holdfast_v1_CacheStatsRequest, CacheStatsRequest__Output as _holdfast_v1_CacheStatsRequest__Output } from './holdfast/v1/CacheStatsRequest.js';
import type { CacheStatsResponse as _holdfast_v1_CacheStatsResponse, CacheStatsResponse__Output as _holdfast_v1_CacheStatsResponse__Output } from './holdfast/v1/CacheStatsResponse.js';
import type { Document as _holdfast_v1_Document, Document__Output as _holdfast_v1_Document__Output } from './holdfast/v1/Document.js';
import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from './holdfast/v1/ReadHeader.js';
import type { WriteHeader as _holdfast_v1_WriteHeader, WriteHeader__Output as _holdfast_v1_WriteHeader__Output } from './holdfast/v1/WriteHeader.js';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  google: {
    protobuf: {
      Duration: MessageTypeDefinition<_google_protobuf_Duration, _google_protobuf_Duration__Output>
      Timestamp: MessageTypeDefinition<_google_protobuf_Timestamp, _google_protobuf_Timestamp__Output>
    }
  }
  holdfast: {
    v1: {
      Cache: SubtypeConstructor<typeof grpc.Client, _holdfast_v1_CacheClient> & { service: _holdfast_v1_CacheDefinition }
      CacheDeleteRequest: MessageTypeDefinition<_holdfast_v1_CacheDeleteRequest, _holdfast_v1_CacheDeleteRequest__Output>
      CacheDeleteResponse: MessageTypeDefinition<_holdfast_v1_CacheDeleteResponse, _holdfast_v1_CacheDeleteResponse__Output>
      CacheGetRequest: MessageTypeDefinition<_holdfast_v1_CacheGetRequest, _holdfast_v1_CacheGetRequest__Output>
      CacheGetResponse: MessageTypeDefinition<_holdfast_v1_CacheGetResponse, _holdfast_v1_CacheGetResponse__Output>
      CacheSetRequest: MessageTypeDefinition<_holdfast_v1_CacheSetRequest, _holdfast_v1_CacheSetRequest__Output>
      CacheSetResponse: MessageTypeDefinition<_holdfast_v1_CacheSetResponse, _holdfast_v1_CacheSetResponse__Output>
      CacheStatsRequest: MessageTypeDefinition<_holdfast_v1_CacheStatsRequest, _holdfast_v1_CacheStatsRequest__Output>
      CacheStatsResponse: MessageTypeDefinition<_holdfast_v1_CacheStatsResponse, _holdfast_v1_CacheStatsResponse__Output>
      Document: MessageTypeDefinition<_holdfast_v1_Document, _holdfast_v1_Document__Output>
      DocumentEncoding: EnumTypeDefinition
      ReadHeader: MessageTypeDefinition<_holdfast_v1_ReadHeader, _holdfast_v1_ReadHeader__Output>
      WriteHeader: MessageTypeDefinition<_holdfast_v1_WriteHeader, _holdfast_v1_WriteHeader__Output>
    }
  }
}

