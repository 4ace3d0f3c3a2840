import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from './google/protobuf/Duration.js';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from './google/protobuf/Timestamp.js';
import type { AcquireTokensRequest as _holdfast_v1_AcquireTokensRequest, AcquireTokensRequest__Output as _holdfast_v1_AcquireTokensRequest__Output } from './holdfast/v1/AcquireTokensRequest.js';
import type { AcquireTokensResponse as _holdfast_v1_AcquireTokensResponse, AcquireTokensResponse__Output as _holdfast_v1_AcquireTokensResponse__Output } from './holdfast/v1/AcquireTokensResponse.js';
import type { AddToCounterRequest as _holdfast_v1_AddToCounterRequest, AddToCounterRequest__Output as _holdfast_v1_AddToCounterRequest__Output } from './holdfast/v1/AddToCounterRequest.js';
import type { AddToCounterResponse as _holdfast_v1_AddToCounterResponse, AddToCounterResponse__Output as _holdfast_v1_AddToCounterResponse__Output } from './holdfast/v1/AddToCounterResponse.js';
import type { Bucket as _holdfast_v1_Bucket, Bucket__Output as _holdfast_v1_Bucket__Output } from './holdfast/v1/Bucket.js';
import type { Counter as _holdfast_v1_Counter, Counter__Output as _holdfast_v1_Counter__Output } from './holdfast/v1/Counter.js';
import type { Document as _holdfast_v1_Document, Document__Output as _holdfast_v1_Document__Output } from './holdfast/v1/Document.js';
import type { GetCounterRequest as _holdfast_v1_GetCounterRequest, GetCounterRequest__Output as _holdfast_v1_GetCounterRequest__Output } from './holdfast/v1/GetCounterRequest.js';
import type { GetCounterResponse as _holdfast_v1_GetCounterResponse, GetCounterResponse__Output as _holdfast_v1_GetCounterResponse__Output } from './holdfast/v1/GetCounterResponse.js';
import type { LimitsClient as _holdfast_v1_LimitsClient, LimitsDefinition as _holdfast_v1_LimitsDefinition } from './holdfast/v1/Limits.js';
import type { ListBucketsRequest as _holdfast_v1_ListBucketsRequest, ListBucketsRequest__Output as _holdfast_v1_ListBucketsRequest__Output } from './holdfast/v1/ListBucketsRequest.js';
import type { ListBucketsResponse as _holdfast_v1_ListBucketsResponse, ListBucketsResponse__Output as _holdfast_v1_ListBucketsResponse__Output } from './holdfast/v1/ListBucketsResponse.js';
import type { ListCountersRequest as _holdfast_v1_ListCountersRequest, ListCountersRequest__Output as _holdfast_v1_ListCountersRequest__Output } from './holdfast/v1/ListCountersRequest.js';
import type { ListCountersResponse as _holdfast_v1_ListCountersResponse, ListCountersResponse__Output as _holdfast_v1_ListCountersResponse__Output } from './holdfast/v1/ListCountersResponse.js';
import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from './holdfast/v1/ReadHeader.js';
import type { ResetCounterRequest as _holdfast_v1_ResetCounterRequest, ResetCounterRequest__Output as _holdfast_v1_ResetCounterRequest__Output } from './holdfast/v1/ResetCounterRequest.js';
import type { ResetCounterResponse as _holdfast_v1_ResetCounterResponse, ResetCounterResponse__Output as _holdfast_v1_ResetCounterResponse__Output } from './holdfast/v1/ResetCounterResponse.js';
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
      AcquireTokensRequest: MessageTypeDefinition<_holdfast_v1_AcquireTokensRequest, _holdfast_v1_AcquireTokensRequest__Output>
      AcquireTokensResponse: MessageTypeDefinition<_holdfast_v1_AcquireTokensResponse, _holdfast_v1_AcquireTokensResponse__Output>
      AddToCounterRequest: MessageTypeDefinition<_holdfast_v1_AddToCounterRequest, _holdfast_v1_AddToCounterRequest__Output>
      AddToCounterResponse: MessageTypeDefinition<_holdfast_v1_AddToCounterResponse, _holdfast_v1_AddToCounterResponse__Output>
      Bucket: MessageTypeDefinition<_holdfast_v1_Bucket, _holdfast_v1_Bucket__Output>
      Counter: MessageTypeDefinition<_holdfast_v1_Counter, _holdfast_v1_Counter__Output>
      Document: MessageTypeDefinition<_holdfast_v1_Document, _holdfast_v1_Document__Output>
      DocumentEncoding: EnumTypeDefinition
      GetCounterRequest: MessageTypeDefinition<_holdfast_v1_GetCounterRequest, _holdfast_v1_GetCounterRequest__Output>
      GetCounterResponse: MessageTypeDefinition<_holdfast_v1_GetCounterResponse, _holdfast_v1_GetCounterResponse__Output>
      Limits: SubtypeConstructor<typeof grpc.Client, _holdfast_v1_LimitsClient> & { service: _holdfast_v1_LimitsDefinition }
      ListBucketsRequest: MessageTypeDefinition<_holdfast_v1_ListBucketsRequest, _holdfast_v1_ListBucketsRequest__Output>
      ListBucketsResponse: MessageTypeDefinition<_holdfast_v1_ListBucketsResponse, _holdfast_v1_ListBucketsResponse__Output>
      ListCountersRequest: MessageTypeDefinition<_holdfast_v1_ListCountersRequest, _holdfast_v1_ListCountersRequest__Output>
      ListCountersResponse: MessageTypeDefinition<_holdfast_v1_ListCountersResponse, _holdfast_v1_ListCountersResponse__Output>
      ReadHeader: MessageTypeDefinition<_holdfast_v1_ReadHeader, _holdfast_v1_ReadHeader__Output>
      ResetCounterRequest: MessageTypeDefinition<_holdfast_v1_ResetCounterRequest, _holdfast_v1_ResetCounterRequest__Output>
      ResetCounterResponse: MessageTypeDefinition<_holdfast_v1_ResetCounterResponse, _holdfast_v1_ResetCounterResponse__Output>
      WriteHeader: MessageTypeDefinition<_holdfast_v1_WriteHeader, _holdfast_v1_WriteHeader__Output>
    }
  }
}

