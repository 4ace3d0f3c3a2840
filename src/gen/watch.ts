import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from './google/protobuf/Timestamp.js';
import type { Document as _holdfast_v1_Document, Document__Output as _holdfast_v1_Document__Output } from './holdfast/v1/Document.js';
import type { JournalEntry as _holdfast_v1_JournalEntry, JournalEntry__Output as _holdfast_v1_JournalEntry__Output } from './holdfast/v1/JournalEntry.js';
import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from './holdfast/v1/ReadHeader.js';
import type { WatchClient as _holdfast_v1_WatchClient, WatchDefinition as _holdfast_v1_WatchDefinition } from './holdfast/v1/Watch.js';
import type { WatchRequest as _holdfast_v1_WatchRequest, WatchRequest__Output as _holdfast_v1_WatchRequest__Output } from './holdfast/v1/WatchRequest.js';
import type { WatchResponse as _holdfast_v1_WatchResponse, WatchResponse__Output as _holdfast_v1_WatchResponse__Output } from './holdfast/v1/WatchResponse.js';
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
      Document: MessageTypeDefinition<_holdfast_v1_Document, _holdfast_v1_Document__Output>
      DocumentEncoding: EnumTypeDefinition
      JournalEntry: MessageTypeDefinition<_holdfast_v1_JournalEntry, _holdfast_v1_JournalEntry__Output>
      ReadHeader: MessageTypeDefinition<_holdfast_v1_ReadHeader, _holdfast_v1_ReadHeader__Output>
      Watch: SubtypeConstructor<typeof grpc.Client, _holdfast_v1_WatchClient> & { service: _holdfast_v1_WatchDefinition }
      WatchRequest: MessageTypeDefinition<_holdfast_v1_WatchRequest, _holdfast_v1_WatchRequest__Output>
      WatchResponse: MessageTypeDefinition<_holdfast_v1_WatchResponse, _holdfast_v1_WatchResponse__Output>
      WriteHeader: MessageTypeDefinition<_holdfast_v1_WriteHeader, _holdfast_v1_WriteHeader__Output>
    }
  }
}

