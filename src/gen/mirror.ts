import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from './google/protobuf/Duration.js';
import type { MirrorClient as _holdfast_v1_MirrorClient, MirrorDefinition as _holdfast_v1_MirrorDefinition } from './holdfast/v1/Mirror.js';
import type { MirrorStatusRequest as _holdfast_v1_MirrorStatusRequest, MirrorStatusRequest__Output as _holdfast_v1_MirrorStatusRequest__Output } from './holdfast/v1/MirrorStatusRequest.js';
import type { MirrorStatusResponse as _holdfast_v1_MirrorStatusResponse, MirrorStatusResponse__Output as _holdfast_v1_MirrorStatusResponse__Output } from './holdfast/v1/MirrorStatusResponse.js';
import type { RebuildMirrorRequest as _holdfast_v1_RebuildMirrorRequest, RebuildMirrorRequest__Output as _holdfast_v1_RebuildMirrorRequest__Output } from './holdfast/v1/RebuildMirrorRequest.js';
import type { RebuildMirrorResponse as _holdfast_v1_RebuildMirrorResponse, RebuildMirrorResponse__Output as _holdfast_v1_RebuildMirrorResponse__Output } from './holdfast/v1/RebuildMirrorResponse.js';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  google: {
    protobuf: {
      Duration: MessageTypeDefinition<_google_protobuf_Duration, _google_protobuf_Duration__Output>
    }
  }
  holdfast: {
    v1: {
      Mirror: SubtypeConstructor<typeof grpc.Client, _holdfast_v1_MirrorClient> & { service: _holdfast_v1_MirrorDefinition }
      MirrorState: EnumTypeDefinition
      MirrorStatusRequest: MessageTypeDefinition<_holdfast_v1_MirrorStatusRequest, _holdfast_v1_MirrorStatusRequest__Output>
      MirrorStatusResponse: MessageTypeDefinition<_holdfast_v1_MirrorStatusResponse, _holdfast_v1_MirrorStatusResponse__Output>
      RebuildMirrorRequest: MessageTypeDefinition<_holdfast_v1_RebuildMirrorRequest, _holdfast_v1_RebuildMirrorRequest__Output>
      RebuildMirrorResponse: MessageTypeDefinition<_holdfast_v1_RebuildMirrorResponse, _holdfast_v1_RebuildMirrorResponse__Output>
    }
  }
}

