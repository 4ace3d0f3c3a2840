import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from './google/protobuf/Duration.js';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from './google/protobuf/Timestamp.js';
import type { DeleteGuardRequest as _holdfast_v1_DeleteGuardRequest, DeleteGuardRequest__Output as _holdfast_v1_DeleteGuardRequest__Output } from './holdfast/v1/DeleteGuardRequest.js';
import type { DeleteGuardResponse as _holdfast_v1_DeleteGuardResponse, DeleteGuardResponse__Output as _holdfast_v1_DeleteGuardResponse__Output } from './holdfast/v1/DeleteGuardResponse.js';
import type { DeletePromptLabelRequest as _holdfast_v1_DeletePromptLabelRequest, DeletePromptLabelRequest__Output as _holdfast_v1_DeletePromptLabelRequest__Output } from './holdfast/v1/DeletePromptLabelRequest.js';
import type { DeletePromptLabelResponse as _holdfast_v1_DeletePromptLabelResponse, DeletePromptLabelResponse__Output as _holdfast_v1_DeletePromptLabelResponse__Output } from './holdfast/v1/DeletePromptLabelResponse.js';
import type { Document as _holdfast_v1_Document, Document__Output as _holdfast_v1_Document__Output } from './holdfast/v1/Document.js';
import type { EvaluateGuardsRequest as _holdfast_v1_EvaluateGuardsRequest, EvaluateGuardsRequest__Output as _holdfast_v1_EvaluateGuardsRequest__Output } from './holdfast/v1/EvaluateGuardsRequest.js';
import type { EvaluateGuardsResponse as _holdfast_v1_EvaluateGuardsResponse, EvaluateGuardsResponse__Output as _holdfast_v1_EvaluateGuardsResponse__Output } from './holdfast/v1/EvaluateGuardsResponse.js';
import type { GetPromptTemplateRequest as _holdfast_v1_GetPromptTemplateRequest, GetPromptTemplateRequest__Output as _holdfast_v1_GetPromptTemplateRequest__Output } from './holdfast/v1/GetPromptTemplateRequest.js';
import type { GetPromptTemplateResponse as _holdfast_v1_GetPromptTemplateResponse, GetPromptTemplateResponse__Output as _holdfast_v1_GetPromptTemplateResponse__Output } from './holdfast/v1/GetPromptTemplateResponse.js';
import type { Guard as _holdfast_v1_Guard, Guard__Output as _holdfast_v1_Guard__Output } from './holdfast/v1/Guard.js';
import type { GuardRule as _holdfast_v1_GuardRule, GuardRule__Output as _holdfast_v1_GuardRule__Output } from './holdfast/v1/GuardRule.js';
import type { GuardScope as _holdfast_v1_GuardScope, GuardScope__Output as _holdfast_v1_GuardScope__Output } from './holdfast/v1/GuardScope.js';
import type { GuardVerdict as _holdfast_v1_GuardVerdict, GuardVerdict__Output as _holdfast_v1_GuardVerdict__Output } from './holdfast/v1/GuardVerdict.js';
import type { ListGuardsRequest as _holdfast_v1_ListGuardsRequest, ListGuardsRequest__Output as _holdfast_v1_ListGuardsRequest__Output } from './holdfast/v1/ListGuardsRequest.js';
import type { ListGuardsResponse as _holdfast_v1_ListGuardsResponse, ListGuardsResponse__Output as _holdfast_v1_ListGuardsResponse__Output } from './holdfast/v1/ListGuardsResponse.js';
import type { ListPromptTemplatesRequest as _holdfast_v1_ListPromptTemplatesRequest, ListPromptTemplatesRequest__Output as _holdfast_v1_ListPromptTemplatesRequest__Output } from './holdfast/v1/ListPromptTemplatesRequest.js';
import type { ListPromptTemplatesResponse as _holdfast_v1_ListPromptTemplatesResponse, ListPromptTemplatesResponse__Output as _holdfast_v1_ListPromptTemplatesResponse__Output } from './holdfast/v1/ListPromptTemplatesResponse.js';
import type { ListPromptVersionsRequest as _holdfast_v1_ListPromptVersionsRequest, ListPromptVersionsRequest__Output as _holdfast_v1_ListPromptVersionsRequest__Output } from './holdfast/v1/ListPromptVersionsRequest.js';
import type { ListPromptVersionsResponse as _holdfast_v1_ListPromptVersionsResponse, ListPromptVersionsResponse__Output as _holdfast_v1_ListPromptVersionsResponse__Output } from './holdfast/v1/ListPromptVersionsResponse.js';
import type { OperationRisk as _holdfast_v1_OperationRisk, OperationRisk__Output as _holdfast_v1_OperationRisk__Output } from './holdfast/v1/OperationRisk.js';
import type { ProceduralClient as _holdfast_v1_ProceduralClient, ProceduralDefinition as _holdfast_v1_ProceduralDefinition } from './holdfast/v1/Procedural.js';
import type { PromptLabel as _holdfast_v1_PromptLabel, PromptLabel__Output as _holdfast_v1_PromptLabel__Output } from './holdfast/v1/PromptLabel.js';
import type { PromptSummary as _holdfast_v1_PromptSummary, PromptSummary__Output as _holdfast_v1_PromptSummary__Output } from './holdfast/v1/PromptSummary.js';
import type { PromptTemplate as _holdfast_v1_PromptTemplate, PromptTemplate__Output as _holdfast_v1_PromptTemplate__Output } from './holdfast/v1/PromptTemplate.js';
import type { PromptVariable as _holdfast_v1_PromptVariable, PromptVariable__Output as _holdfast_v1_PromptVariable__Output } from './holdfast/v1/PromptVariable.js';
import type { PutGuardRequest as _holdfast_v1_PutGuardRequest, PutGuardRequest__Output as _holdfast_v1_PutGuardRequest__Output } from './holdfast/v1/PutGuardRequest.js';
import type { PutGuardResponse as _holdfast_v1_PutGuardResponse, PutGuardResponse__Output as _holdfast_v1_PutGuardResponse__Output } from './holdfast/v1/PutGuardResponse.js';
import type { PutPromptTemplateRequest as _holdfast_v1_PutPromptTemplateRequest, PutPromptTemplateRequest__Output as _holdfast_v1_PutPromptTemplateRequest__Output } from './holdfast/v1/PutPromptTemplateRequest.js';
import type { PutPromptTemplateResponse as _holdfast_v1_PutPromptTemplateResponse, PutPromptTemplateResponse__Output as _holdfast_v1_PutPromptTemplateResponse__Output } from './holdfast/v1/PutPromptTemplateResponse.js';
import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from './holdfast/v1/ReadHeader.js';
import type { RenderPromptRequest as _holdfast_v1_RenderPromptRequest, RenderPromptRequest__Output as _holdfast_v1_RenderPromptRequest__Output } from './holdfast/v1/RenderPromptRequest.js';
import type { RenderPromptResponse as _holdfast_v1_RenderPromptResponse, RenderPromptResponse__Output as _holdfast_v1_RenderPromptResponse__Output } from './holdfast/v1/RenderPromptResponse.js';
import type { SetPromptLabelRequest as _holdfast_v1_SetPromptLabelRequest, SetPromptLabelRequest__Output as _holdfast_v1_SetPromptLabelRequest__Output } from './holdfast/v1/SetPromptLabelRequest.js';
import type { SetPromptLabelResponse as _holdfast_v1_SetPromptLabelResponse, SetPromptLabelResponse__Output as _holdfast_v1_SetPromptLabelResponse__Output } from './holdfast/v1/SetPromptLabelResponse.js';
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
      DeletePromptLabelRequest: MessageTypeDefinition<_holdfast_v1_DeletePromptLabelRequest, _holdfast_v1_DeletePromptLabelRequest__Output>
      DeletePromptLabelResponse: MessageTypeDefinition<_holdfast_v1_DeletePromptLabelResponse, _holdfast_v1_DeletePromptLabelResponse__Output>
      Document: MessageTypeDefinition<_holdfast_v1_Document, _holdfast_v1_Document__Output>
      DocumentEncoding: EnumTypeDefinition
      EvaluateGuardsRequest: MessageTypeDefinition<_holdfast_v1_EvaluateGuardsRequest, _holdfast_v1_EvaluateGuardsRequest__Output>
      EvaluateGuardsResponse: MessageTypeDefinition<_holdfast_v1_EvaluateGuardsResponse, _holdfast_v1_EvaluateGuardsResponse__Output>
      GetPromptTemplateRequest: MessageTypeDefinition<_holdfast_v1_GetPromptTemplateRequest, _holdfast_v1_GetPromptTemplateRequest__Output>
      GetPromptTemplateResponse: MessageTypeDefinition<_holdfast_v1_GetPromptTemplateResponse, _holdfast_v1_GetPromptTemplateResponse__Output>
      Guard: MessageTypeDefinition<_holdfast_v1_Guard, _holdfast_v1_Guard__Output>
      GuardMode: EnumTypeDefinition
      GuardRule: MessageTypeDefinition<_holdfast_v1_GuardRule, _holdfast_v1_GuardRule__Output>
      GuardScope: MessageTypeDefinition<_holdfast_v1_GuardScope, _holdfast_v1_GuardScope__Output>
      GuardVerdict: MessageTypeDefinition<_holdfast_v1_GuardVerdict, _holdfast_v1_GuardVerdict__Output>
      ListGuardsRequest: MessageTypeDefinition<_holdfast_v1_ListGuardsRequest, _holdfast_v1_ListGuardsRequest__Output>
      ListGuardsResponse: MessageTypeDefinition<_holdfast_v1_ListGuardsResponse, _holdfast_v1_ListGuardsResponse__Output>
      ListPromptTemplatesRequest: MessageTypeDefinition<_holdfast_v1_ListPromptTemplatesRequest, _holdfast_v1_ListPromptTemplatesRequest__Output>
      ListPromptTemplatesResponse: MessageTypeDefinition<_holdfast_v1_ListPromptTemplatesResponse, _holdfast_v1_ListPromptTemplatesResponse__Output>
      ListPromptVersionsRequest: MessageTypeDefinition<_holdfast_v1_ListPromptVersionsRequest, _holdfast_v1_ListPromptVersionsRequest__Output>
      ListPromptVersionsResponse: MessageTypeDefinition<_holdfast_v1_ListPromptVersionsResponse, _holdfast_v1_ListPromptVersionsResponse__Output>
      OperationRisk: MessageTypeDefinition<_holdfast_v1_OperationRisk, _holdfast_v1_OperationRisk__Output>
      Procedural: SubtypeConstructor<typeof grpc.Client, _holdfast_v1_ProceduralClient> & { service: _holdfast_v1_ProceduralDefinition }
      PromptLabel: MessageTypeDefinition<_holdfast_v1_PromptLabel, _holdfast_v1_PromptLabel__Output>
      PromptSummary: MessageTypeDefinition<_holdfast_v1_PromptSummary, _holdfast_v1_PromptSummary__Output>
      PromptTemplate: MessageTypeDefinition<_holdfast_v1_PromptTemplate, _holdfast_v1_PromptTemplate__Output>
      PromptVariable: MessageTypeDefinition<_holdfast_v1_PromptVariable, _holdfast_v1_PromptVariable__Output>
      PutGuardRequest: MessageTypeDefinition<_holdfast_v1_PutGuardRequest, _holdfast_v1_PutGuardRequest__Output>
      PutGuardResponse: MessageTypeDefinition<_holdfast_v1_PutGuardResponse, _holdfast_v1_PutGuardResponse__Output>
      PutPromptTemplateRequest: MessageTypeDefinition<_holdfast_v1_PutPromptTemplateRequest, _holdfast_v1_PutPromptTemplateRequest__Output>
      PutPromptTemplateResponse: MessageTypeDefinition<_holdfast_v1_PutPromptTemplateResponse, _holdfast_v1_PutPromptTemplateResponse__Output>
      ReadHeader: MessageTypeDefinition<_holdfast_v1_ReadHeader, _holdfast_v1_ReadHeader__Output>
      RenderPromptRequest: MessageTypeDefinition<_holdfast_v1_RenderPromptRequest, _holdfast_v1_RenderPromptRequest__Output>
      RenderPromptResponse: MessageTypeDefinition<_holdfast_v1_RenderPromptResponse, _holdfast_v1_RenderPromptResponse__Output>
      SetPromptLabelRequest: MessageTypeDefinition<_holdfast_v1_SetPromptLabelRequest, _holdfast_v1_SetPromptLabelRequest__Output>
      SetPromptLabelResponse: MessageTypeDefinition<_holdfast_v1_SetPromptLabelResponse, _holdfast_v1_SetPromptLabelResponse__Output>
      WriteHeader: MessageTypeDefinition<_holdfast_v1_WriteHeader, _holdfast_v1_WriteHeader__Output>
    }
  }
}

