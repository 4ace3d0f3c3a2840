import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from './google/protobuf/Duration.js';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from './google/protobuf/Timestamp.js';
import type { Document as _holdfast_v1_Document, Document__Output as _holdfast_v1_Document__Output } from './holdfast/v1/Document.js';
import type { FetchRequest as _holdfast_v1_FetchRequest, FetchRequest__Output as _holdfast_v1_FetchRequest__Output } from './holdfast/v1/FetchRequest.js';
import type { FetchResponse as _holdfast_v1_FetchResponse, FetchResponse__Output as _holdfast_v1_FetchResponse__Output } from './holdfast/v1/FetchResponse.js';
import type { Fetched as _holdfast_v1_Fetched, Fetched__Output as _holdfast_v1_Fetched__Output } from './holdfast/v1/Fetched.js';
import type { InvalidateRequest as _holdfast_v1_InvalidateRequest, InvalidateRequest__Output as _holdfast_v1_InvalidateRequest__Output } from './holdfast/v1/InvalidateRequest.js';
import type { InvalidateResponse as _holdfast_v1_InvalidateResponse, InvalidateResponse__Output as _holdfast_v1_InvalidateResponse__Output } from './holdfast/v1/InvalidateResponse.js';
import type { ListUpstreamsRequest as _holdfast_v1_ListUpstreamsRequest, ListUpstreamsRequest__Output as _holdfast_v1_ListUpstreamsRequest__Output } from './holdfast/v1/ListUpstreamsRequest.js';
import type { ListUpstreamsResponse as _holdfast_v1_ListUpstreamsResponse, ListUpstreamsResponse__Output as _holdfast_v1_ListUpstreamsResponse__Output } from './holdfast/v1/ListUpstreamsResponse.js';
import type { PortfolioEntry as _holdfast_v1_PortfolioEntry, PortfolioEntry__Output as _holdfast_v1_PortfolioEntry__Output } from './holdfast/v1/PortfolioEntry.js';
import type { PortfolioError as _holdfast_v1_PortfolioError, PortfolioError__Output as _holdfast_v1_PortfolioError__Output } from './holdfast/v1/PortfolioError.js';
import type { PortfolioSnapshotRequest as _holdfast_v1_PortfolioSnapshotRequest, PortfolioSnapshotRequest__Output as _holdfast_v1_PortfolioSnapshotRequest__Output } from './holdfast/v1/PortfolioSnapshotRequest.js';
import type { PortfolioSnapshotResponse as _holdfast_v1_PortfolioSnapshotResponse, PortfolioSnapshotResponse__Output as _holdfast_v1_PortfolioSnapshotResponse__Output } from './holdfast/v1/PortfolioSnapshotResponse.js';
import type { PutThroughRequest as _holdfast_v1_PutThroughRequest, PutThroughRequest__Output as _holdfast_v1_PutThroughRequest__Output } from './holdfast/v1/PutThroughRequest.js';
import type { PutThroughResponse as _holdfast_v1_PutThroughResponse, PutThroughResponse__Output as _holdfast_v1_PutThroughResponse__Output } from './holdfast/v1/PutThroughResponse.js';
import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from './holdfast/v1/ReadHeader.js';
import type { ResourceParam as _holdfast_v1_ResourceParam, ResourceParam__Output as _holdfast_v1_ResourceParam__Output } from './holdfast/v1/ResourceParam.js';
import type { Upstream as _holdfast_v1_Upstream, Upstream__Output as _holdfast_v1_Upstream__Output } from './holdfast/v1/Upstream.js';
import type { UpstreamResource as _holdfast_v1_UpstreamResource, UpstreamResource__Output as _holdfast_v1_UpstreamResource__Output } from './holdfast/v1/UpstreamResource.js';
import type { UpstreamsClient as _holdfast_v1_UpstreamsClient, UpstreamsDefinition as _holdfast_v1_UpstreamsDefinition } from './holdfast/v1/Upstreams.js';
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
      CacheOutcome: EnumTypeDefinition
      Document: MessageTypeDefinition<_holdfast_v1_Document, _holdfast_v1_Document__Output>
      DocumentEncoding: EnumTypeDefinition
      FetchRequest: MessageTypeDefinition<_holdfast_v1_FetchRequest, _holdfast_v1_FetchRequest__Output>
      FetchResponse: MessageTypeDefinition<_holdfast_v1_FetchResponse, _holdfast_v1_FetchResponse__Output>
      Fetched: MessageTypeDefinition<_holdfast_v1_Fetched, _holdfast_v1_Fetched__Output>
      InvalidateRequest: MessageTypeDefinition<_holdfast_v1_InvalidateRequest, _holdfast_v1_InvalidateRequest__Output>
      InvalidateResponse: MessageTypeDefinition<_holdfast_v1_InvalidateResponse, _holdfast_v1_InvalidateResponse__Output>
      ListUpstreamsRequest: MessageTypeDefinition<_holdfast_v1_ListUpstreamsRequest, _holdfast_v1_ListUpstreamsRequest__Output>
      ListUpstreamsResponse: MessageTypeDefinition<_holdfast_v1_ListUpstreamsResponse, _holdfast_v1_ListUpstreamsResponse__Output>
      PortfolioEntry: MessageTypeDefinition<_holdfast_v1_PortfolioEntry, _holdfast_v1_PortfolioEntry__Output>
      PortfolioError: MessageTypeDefinition<_holdfast_v1_PortfolioError, _holdfast_v1_PortfolioError__Output>
      PortfolioSnapshotRequest: MessageTypeDefinition<_holdfast_v1_PortfolioSnapshotRequest, _holdfast_v1_PortfolioSnapshotRequest__Output>
      PortfolioSnapshotResponse: MessageTypeDefinition<_holdfast_v1_PortfolioSnapshotResponse, _holdfast_v1_PortfolioSnapshotResponse__Output>
      PutThroughRequest: MessageTypeDefinition<_holdfast_v1_PutThroughRequest, _holdfast_v1_PutThroughRequest__Output>
      PutThroughResponse: MessageTypeDefinition<_holdfast_v1_PutThroughResponse, _holdfast_v1_PutThroughResponse__Output>
      ReadHeader: MessageTypeDefinition<_holdfast_v1_ReadHeader, _holdfast_v1_ReadHeader__Output>
      ResourceParam: MessageTypeDefinition<_holdfast_v1_ResourceParam, _holdfast_v1_ResourceParam__Output>
      Upstream: MessageTypeDefinition<_holdfast_v1_Upstream, _holdfast_v1_Upstream__Output>
      UpstreamResource: MessageTypeDefinition<_holdfast_v1_UpstreamResource, _holdfast_v1_UpstreamResource__Output>
      Upstreams: SubtypeConstructor<typeof grpc.Client, _holdfast_v1_UpstreamsClient> & { service: _holdfast_v1_UpstreamsDefinition }
      WriteHeader: MessageTypeDefinition<_holdfast_v1_WriteHeader, _holdfast_v1_WriteHeader__Output>
    }
  }
}

