import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from './google/protobuf/Duration.js';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from './google/protobuf/Timestamp.js';
import type { DeleteGuardRequest as _holdfast_v1_DeleteGuardRequest, DeleteGuardRequest__Output as _holdfast_v1_DeleteGuardRequest__Output } from './holdfast/v1/DeleteGuardRequest.js';
import type { DeleteGuardResponse as _holdfast_v1_DeleteGuardResponse, DeleteGuardResponse__Output as _holdfast_v1_DeleteGuardResponse__Output } from './holdfast/v1/DeleteGuardResponse.js';
import type { Document as _holdfast_v1_Document, Document__Output as _holdfast_v1_Document__Output } from './holdfast/v1/Document.js';
import type { EvaluateGuardsRequest as _holdfast_v1_EvaluateGuardsRequest, EvaluateGuardsRequest__Output as _holdfast_v1_EvaluateGuardsRequest__Output } from './holdfast/v1/EvaluateGuardsRequest.js';
import type { EvaluateGuardsResponse as _holdfast_v1_EvaluateGuardsResponse, EvaluateGuardsResponse__Output as _holdfast_v1_EvaluateGuardsResponse__Output } from './holdfast/v1/EvaluateGuardsResponse.js';
import type { Guard as _holdfast_v1_Guard, Guard__Output as _holdfast_v1_Guard__Output } from './holdfast/v1/Guard.js';
import type { GuardRule as _holdfast_v1_GuardRule, GuardRule__Output as _holdfast_v1_GuardRule__Output } from './holdfast/v1/GuardRule.js';
import type { GuardScope as _holdfast_v1_GuardScope, GuardScope__Output as _holdfast_v1_GuardScope__Output } from './holdfast/v1/GuardScope.js';
import type { GuardVerdict as _holdfast_v1_GuardVerdict, GuardVerdict__Output as _holdfast_v1_GuardVerdict__Output } from './holdfast/v1/GuardVerdict.js';
import type { ListGuardsRequest as _holdfast_v1_ListGuardsRequest, ListGuardsRequest__Output as _holdfast_v1_ListGuardsRequest__Output } from './holdfast/v1/ListGuardsRequest.js';
import type { ListGuardsResponse as _holdfast_v1_ListGuardsResponse, ListGuardsResponse__Output as _holdfast_v1_ListGuardsResponse__Output } from './holdfast/v1/ListGuardsResponse.js';
import type { OperationRisk as _holdfast_v1_OperationRisk, OperationRisk__Output as _holdfast_v1_OperationRisk__Output } from './holdfast/v1/OperationRisk.js';
import type { PutGuardRequest as _holdfast_v1_PutGuardRequest, PutGuardRequest__Output as _holdfast_v1_PutGuardRequest__Output } from './holdfast/v1/PutGuardRequest.js';
import type { PutGuardResponse as _holdfast_v1_PutGuardResponse, PutGuardResponse__Output as _holdfast_v1_PutGuardResponse__Output } from './holdfast/v1/PutGuardResponse.js';
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
      DeleteGuardRequest: MessageTypeDefinition<_holdfast_v1_DeleteGuardRequest, _holdfast_v1_DeleteGuardRequest__Output>
      DeleteGuardResponse: MessageTypeDefinition<_holdfast_v1_DeleteGuardResponse, _holdfast_v1_DeleteGuardResponse__Output>
      Document: MessageTypeDefinition<_holdfast_v1_Document, _holdfast_v1_Document__Output>
      DocumentEncoding: EnumTypeDefinition
      EvaluateGuardsRequest: MessageTypeDefinition<_holdfast_v1_EvaluateGuardsRequest, _holdfast_v1_EvaluateGuardsRequest__Output>
      EvaluateGuardsResponse: MessageTypeDefinition<_holdfast_v1_EvaluateGuardsResponse, _holdfast_v1_EvaluateGuardsResponse__Output>
      Guard: MessageTypeDefinition<_holdfast_v1_Guard, _holdfast_v1_Guard__Output>
      GuardMode: EnumTypeDefinition
      GuardRule: MessageTypeDefinition<_holdfast_v1_GuardRule, _holdfast_v1_GuardRule__Output>
      GuardScope: MessageTypeDefinition<_holdfast_v1_GuardScope, _holdfast_v1_GuardScope__Output>
      GuardVerdict: MessageTypeDefinition<_holdfast_v1_GuardVerdict, _holdfast_v1_GuardVerdict__Output>
      ListGuardsRequest: MessageTypeDefinition<_holdfast_v1_ListGuardsRequest, _holdfast_v1_ListGuardsRequest__Output>
      ListGuardsResponse: MessageTypeDefinition<_holdfast_v1_ListGuardsResponse, _holdfast_v1_ListGuardsResponse__Output>
      OperationRisk: MessageTypeDefinition<_holdfast_v1_OperationRisk, _holdfast_v1_OperationRisk__Output>
      PutGuardRequest: MessageTypeDefinition<_holdfast_v1_PutGuardRequest, _holdfast_v1_PutGuardRequest__Output>
      PutGuardResponse: MessageTypeDefinition<_holdfast_v1_PutGuardResponse, _holdfast_v1_PutGuardResponse__Output>
      ReadHeader: MessageTypeDefinition<_holdfast_v1_ReadHeader, _holdfast_v1_ReadHeader__Output>
      WriteHeader: MessageTypeDefinition<_holdfast_v1_WriteHeader, _holdfast_v1_WriteHeader__Output>
    }
  }
}

