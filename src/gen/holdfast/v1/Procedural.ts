import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { DeleteGuardRequest as _holdfast_v1_DeleteGuardRequest, DeleteGuardRequest__Output as _holdfast_v1_DeleteGuardRequest__Output } from '../../holdfast/v1/DeleteGuardRequest.js';
import type { DeleteGuardResponse as _holdfast_v1_DeleteGuardResponse, DeleteGuardResponse__Output as _holdfast_v1_DeleteGuardResponse__Output } from '../../holdfast/v1/DeleteGuardResponse.js';
import type { DeletePromptLabelRequest as _holdfast_v1_DeletePromptLabelRequest, DeletePromptLabelRequest__Output as _holdfast_v1_DeletePromptLabelRequest__Output } from '../../holdfast/v1/DeletePromptLabelRequest.js';
import type { DeletePromptLabelResponse as _holdfast_v1_DeletePromptLabelResponse, DeletePromptLabelResponse__Output as _holdfast_v1_DeletePromptLabelResponse__Output } from '../../holdfast/v1/DeletePromptLabelResponse.js';
import type { EvaluateGuardsRequest as _holdfast_v1_EvaluateGuardsRequest, EvaluateGuardsRequest__Output as _holdfast_v1_EvaluateGuardsRequest__Output } from '../../holdfast/v1/EvaluateGuardsRequest.js';
import type { EvaluateGuardsResponse as _holdfast_v1_EvaluateGuardsResponse, EvaluateGuardsResponse__Output as _holdfast_v1_EvaluateGuardsResponse__Output } from '../../holdfast/v1/EvaluateGuardsResponse.js';
import type { GetPromptTemplateRequest as _holdfast_v1_GetPromptTemplateRequest, GetPromptTemplateRequest__Output as _holdfast_v1_GetPromptTemplateRequest__Output } from '../../holdfast/v1/GetPromptTemplateRequest.js';
import type { GetPromptTemplateResponse as _holdfast_v1_GetPromptTemplateResponse, GetPromptTemplateResponse__Output as _holdfast_v1_GetPromptTemplateResponse__Output } from '../../holdfast/v1/GetPromptTemplateResponse.js';
import type { ListGuardsRequest as _holdfast_v1_ListGuardsRequest, ListGuardsRequest__Output as _holdfast_v1_ListGuardsRequest__Output } from '../../holdfast/v1/ListGuardsRequest.js';
import type { ListGuardsResponse as _holdfast_v1_ListGuardsResponse, ListGuardsResponse__Output as _holdfast_v1_ListGuardsResponse__Output } from '../../holdfast/v1/ListGuardsResponse.js';
import type { ListPromptTemplatesRequest as _holdfast_v1_ListPromptTemplatesRequest, ListPromptTemplatesRequest__Output as _holdfast_v1_ListPromptTemplatesRequest__Output } from '../../holdfast/v1/ListPromptTemplatesRequest.js';
import type { ListPromptTemplatesResponse as _holdfast_v1_ListPromptTemplatesResponse, ListPromptTemplatesResponse__Output as _holdfast_v1_ListPromptTemplatesResponse__Output } from '../../holdfast/v1/ListPromptTemplatesResponse.js';
import type { ListPromptVersionsRequest as _holdfast_v1_ListPromptVersionsRequest, ListPromptVersionsRequest__Output as _holdfast_v1_ListPromptVersionsRequest__Output } from '../../holdfast/v1/ListPromptVersionsRequest.js';
import type { ListPromptVersionsResponse as _holdfast_v1_ListPromptVersionsResponse, ListPromptVersionsResponse__Output as _holdfast_v1_ListPromptVersionsResponse__Output } from '../../holdfast/v1/ListPromptVersionsResponse.js';
import type { PutGuardRequest as _holdfast_v1_PutGuardRequest, PutGuardRequest__Output as _holdfast_v1_PutGuardRequest__Output } from '../../holdfast/v1/PutGuardRequest.js';
import type { PutGuardResponse as _holdfast_v1_PutGuardResponse, PutGuardResponse__Output as _holdfast_v1_PutGuardResponse__Output } from '../../holdfast/v1/PutGuardResponse.js';
import type { PutPromptTemplateRequest as _holdfast_v1_PutPromptTemplateRequest, PutPromptTemplateRequest__Output as _holdfast_v1_PutPromptTemplateRequest__Output } from '../../holdfast/v1/PutPromptTemplateRequest.js';
import type { PutPromptTemplateResponse as _holdfast_v1_PutPromptTemplateResponse, PutPromptTemplateResponse__Output as _holdfast_v1_PutPromptTemplateResponse__Output } from '../../holdfast/v1/PutPromptTemplateResponse.js';
import type { RenderPromptRequest as _holdfast_v1_RenderPromptRequest, RenderPromptRequest__Output as _holdfast_v1_RenderPromptRequest__Output } from '../../holdfast/v1/RenderPromptRequest.js';
import type { RenderPromptResponse as _holdfast_v1_RenderPromptResponse, RenderPromptResponse__Output as _holdfast_v1_RenderPromptResponse__Output } from '../../holdfast/v1/RenderPromptResponse.js';
import type { SetPromptLabelRequest as _holdfast_v1_SetPromptLabelRequest, SetPromptLabelRequest__Output as _holdfast_v1_SetPromptLabelRequest__Output } from '../../holdfast/v1/SetPromptLabelRequest.js';
import type { SetPromptLabelResponse as _holdfast_v1_SetPromptLabelResponse, SetPromptLabelResponse__Output as _holdfast_v1_SetPromptLabelResponse__Output } from '../../holdfast/v1/SetPromptLabelResponse.js';

export interface ProceduralClient extends grpc.Client {
  DeleteGuard(argument: _holdfast_v1_DeleteGuardRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_DeleteGuardResponse__Output>): grpc.ClientUnaryCall;
  DeleteGuard(argument: _holdfast_v1_DeleteGuardRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_DeleteGuardResponse__Output>): grpc.ClientUnaryCall;
  DeleteGuard(argument: _holdfast_v1_DeleteGuardRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_DeleteGuardResponse__Output>): grpc.ClientUnaryCall;
  DeleteGuard(argument: _holdfast_v1_DeleteGuardRequest, callback: grpc.requestCallback<_holdfast_v1_DeleteGuardResponse__Output>): grpc.ClientUnaryCall;
  deleteGuard(argument: _holdfast_v1_DeleteGuardRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_DeleteGuardResponse__Output>): grpc.ClientUnaryCall;
  deleteGuard(argument: _holdfast_v1_DeleteGuardRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_DeleteGuardResponse__Output>): grpc.ClientUnaryCall;
  deleteGuard(argument: _holdfast_v1_DeleteGuardRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_DeleteGuardResponse__Output>): grpc.ClientUnaryCall;
  deleteGuard(argument: _holdfast_v1_DeleteGuardRequest, callback: grpc.requestCallback<_holdfast_v1_DeleteGuardResponse__Output>): grpc.ClientUnaryCall;
  
  DeletePromptLabel(argument: _holdfast_v1_DeletePromptLabelRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_DeletePromptLabelResponse__Output>): grpc.ClientUnaryCall;
  DeletePromptLabel(argument: _holdfast_v1_DeletePromptLabelRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_DeletePromptLabelResponse__Output>): grpc.ClientUnaryCall;
  DeletePromptLabel(argument: _holdfast_v1_DeletePromptLabelRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_DeletePromptLabelResponse__Output>): grpc.ClientUnaryCall;
  DeletePromptLabel(argument: _holdfast_v1_DeletePromptLabelRequest, callback: grpc.requestCallback<_holdfast_v1_DeletePromptLabelResponse__Output>): grpc.ClientUnaryCall;
  deletePromptLabel(argument: _holdfast_v1_DeletePromptLabelRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_DeletePromptLabelResponse__Output>): grpc.ClientUnaryCall;
  deletePromptLabel(argument: _holdfast_v1_DeletePromptLabelRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_DeletePromptLabelResponse__Output>): grpc.ClientUnaryCall;
  deletePromptLabel(argument: _holdfast_v1_DeletePromptLabelRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_DeletePromptLabelResponse__Output>): grpc.ClientUnaryCall;
  deletePromptLabel(argument: _holdfast_v1_DeletePromptLabelRequest, callback: grpc.requestCallback<_holdfast_v1_DeletePromptLabelResponse__Output>): grpc.ClientUnaryCall;
  
  EvaluateGuards(argument: _holdfast_v1_EvaluateGuardsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_EvaluateGuardsResponse__Output>): grpc.ClientUnaryCall;
  EvaluateGuards(argument: _holdfast_v1_EvaluateGuardsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_EvaluateGuardsResponse__Output>): grpc.ClientUnaryCall;
  EvaluateGuards(argument: _holdfast_v1_EvaluateGuardsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_EvaluateGuardsResponse__Output>): grpc.ClientUnaryCall;
  EvaluateGuards(argument: _holdfast_v1_EvaluateGuardsRequest, callback: grpc.requestCallback<_holdfast_v1_EvaluateGuardsResponse__Output>): grpc.ClientUnaryCall;
  evaluateGuards(argument: _holdfast_v1_EvaluateGuardsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_EvaluateGuardsResponse__Output>): grpc.ClientUnaryCall;
  evaluateGuards(argument: _holdfast_v1_EvaluateGuardsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_EvaluateGuardsResponse__Output>): grpc.ClientUnaryCall;
  evaluateGuards(argument: _holdfast_v1_EvaluateGuardsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_EvaluateGuardsResponse__Output>): grpc.ClientUnaryCall;
  evaluateGuards(argument: _holdfast_v1_EvaluateGuardsRequest, callback: grpc.requestCallback<_holdfast_v1_EvaluateGuardsResponse__Output>): grpc.ClientUnaryCall;
  
  GetPromptTemplate(argument: _holdfast_v1_GetPromptTemplateRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetPromptTemplateResponse__Output>): grpc.ClientUnaryCall;
  GetPromptTemplate(argument: _holdfast_v1_GetPromptTemplateRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_GetPromptTemplateResponse__Output>): grpc.ClientUnaryCall;
  GetPromptTemplate(argument: _holdfast_v1_GetPromptTemplateRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetPromptTemplateResponse__Output>): grpc.ClientUnaryCall;
  GetPromptTemplate(argument: _holdfast_v1_GetPromptTemplateRequest, callback: grpc.requestCallback<_holdfast_v1_GetPromptTemplateResponse__Output>): grpc.ClientUnaryCall;
  getPromptTemplate(argument: _holdfast_v1_GetPromptTemplateRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetPromptTemplateResponse__Output>): grpc.ClientUnaryCall;
  getPromptTemplate(argument: _holdfast_v1_GetPromptTemplateRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_GetPromptTemplateResponse__Output>): grpc.ClientUnaryCall;
  getPromptTemplate(argument: _holdfast_v1_GetPromptTemplateRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetPromptTemplateResponse__Output>): grpc.ClientUnaryCall;
  getPromptTemplate(argument: _holdfast_v1_GetPromptTemplateRequest, callback: grpc.requestCallback<_holdfast_v1_GetPromptTemplateResponse__Output>): grpc.ClientUnaryCall;
  
  ListGuards(argument: _holdfast_v1_ListGuardsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListGuardsResponse__Output>): grpc.ClientUnaryCall;
  ListGuards(argument: _holdfast_v1_ListGuardsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ListGuardsResponse__Output>): grpc.ClientUnaryCall;
  ListGuards(argument: _holdfast_v1_ListGuardsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListGuardsResponse__Output>): grpc.ClientUnaryCall;
  ListGuards(argument: _holdfast_v1_ListGuardsRequest, callback: grpc.requestCallback<_holdfast_v1_ListGuardsResponse__Output>): grpc.ClientUnaryCall;
  listGuards(argument: _holdfast_v1_ListGuardsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListGuardsResponse__Output>): grpc.ClientUnaryCall;
  listGuards(argument: _holdfast_v1_ListGuardsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ListGuardsResponse__Output>): grpc.ClientUnaryCall;
  listGuards(argument: _holdfast_v1_ListGuardsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListGuardsResponse__Output>): grpc.ClientUnaryCall;
  listGuards(argument: _holdfast_v1_ListGuardsRequest, callback: grpc.requestCallback<_holdfast_v1_ListGuardsResponse__Output>): grpc.ClientUnaryCall;
  
  ListPromptTemplates(argument: _holdfast_v1_ListPromptTemplatesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListPromptTemplatesResponse__Output>): grpc.ClientUnaryCall;
  ListPromptTemplates(argument: _holdfast_v1_ListPromptTemplatesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ListPromptTemplatesResponse__Output>): grpc.ClientUnaryCall;
  ListPromptTemplates(argument: _holdfast_v1_ListPromptTemplatesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListPromptTemplatesResponse__Output>): grpc.ClientUnaryCall;
  ListPromptTemplates(argument: _holdfast_v1_ListPromptTemplatesRequest, callback: grpc.requestCallback<_holdfast_v1_ListPromptTemplatesResponse__Output>): grpc.ClientUnaryCall;
  listPromptTemplates(argument: _holdfast_v1_ListPromptTemplatesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListPromptTemplatesResponse__Output>): grpc.ClientUnaryCall;
  listPromptTemplates(argument: _holdfast_v1_ListPromptTemplatesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ListPromptTemplatesResponse__Output>): grpc.ClientUnaryCall;
  listPromptTemplates(argument: _holdfast_v1_ListPromptTemplatesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListPromptTemplatesResponse__Output>): grpc.ClientUnaryCall;
  listPromptTemplates(argument: _holdfast_v1_ListPromptTemplatesRequest, callback: grpc.requestCallback<_holdfast_v1_ListPromptTemplatesResponse__Output>): grpc.ClientUnaryCall;
  
  ListPromptVersions(argument: _holdfast_v1_ListPromptVersionsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListPromptVersionsResponse__Output>): grpc.ClientUnaryCall;
  ListPromptVersions(argument: _holdfast_v1_ListPromptVersionsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ListPromptVersionsResponse__Output>): grpc.ClientUnaryCall;
  ListPromptVersions(argument: _holdfast_v1_ListPromptVersionsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListPromptVersionsResponse__Output>): grpc.ClientUnaryCall;
  ListPromptVersions(argument: _holdfast_v1_ListPromptVersionsRequest, callback: grpc.requestCallback<_holdfast_v1_ListPromptVersionsResponse__Output>): grpc.ClientUnaryCall;
  listPromptVersions(argument: _holdfast_v1_ListPromptVersionsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListPromptVersionsResponse__Output>): grpc.ClientUnaryCall;
  listPromptVersions(argument: _holdfast_v1_ListPromptVersionsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ListPromptVersionsResponse__Output>): grpc.ClientUnaryCall;
  listPromptVersions(argument: _holdfast_v1_ListPromptVersionsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListPromptVersionsResponse__Output>): grpc.ClientUnaryCall;
  listPromptVersions(argument: _holdfast_v1_ListPromptVersionsRequest, callback: grpc.requestCallback<_holdfast_v1_ListPromptVersionsResponse__Output>): grpc.ClientUnaryCall;
  
  PutGuard(argument: _holdfast_v1_PutGuardRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PutGuardResponse__Output>): grpc.ClientUnaryCall;
  PutGuard(argument: _holdfast_v1_PutGuardRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_PutGuardResponse__Output>): grpc.ClientUnaryCall;
  PutGuard(argument: _holdfast_v1_PutGuardRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PutGuardResponse__Output>): grpc.ClientUnaryCall;
  PutGuard(argument: _holdfast_v1_PutGuardRequest, callback: grpc.requestCallback<_holdfast_v1_PutGuardResponse__Output>): grpc.ClientUnaryCall;
  putGuard(argument: _holdfast_v1_PutGuardRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PutGuardResponse__Output>): grpc.ClientUnaryCall;
  putGuard(argument: _holdfast_v1_PutGuardRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_PutGuardResponse__Output>): grpc.ClientUnaryCall;
  putGuard(argument: _holdfast_v1_PutGuardRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PutGuardResponse__Output>): grpc.ClientUnaryCall;
  putGuard(argument: _holdfast_v1_PutGuardRequest, callback: grpc.requestCallback<_holdfast_v1_PutGuardResponse__Output>): grpc.ClientUnaryCall;
  
  PutPromptTemplate(argument: _holdfast_v1_PutPromptTemplateRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PutPromptTemplateResponse__Output>): grpc.ClientUnaryCall;
  PutPromptTemplate(argument: _holdfast_v1_PutPromptTemplateRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_PutPromptTemplateResponse__Output>): grpc.ClientUnaryCall;
  PutPromptTemplate(argument: _holdfast_v1_PutPromptTemplateRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PutPromptTemplateResponse__Output>): grpc.ClientUnaryCall;
  PutPromptTemplate(argument: _holdfast_v1_PutPromptTemplateRequest, callback: grpc.requestCallback<_holdfast_v1_PutPromptTemplateResponse__Output>): grpc.ClientUnaryCall;
  putPromptTemplate(argument: _holdfast_v1_PutPromptTemplateRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PutPromptTemplateResponse__Output>): grpc.ClientUnaryCall;
  putPromptTemplate(argument: _holdfast_v1_PutPromptTemplateRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_PutPromptTemplateResponse__Output>): grpc.ClientUnaryCall;
  putPromptTemplate(argument: _holdfast_v1_PutPromptTemplateRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PutPromptTemplateResponse__Output>): grpc.ClientUnaryCall;
  putPromptTemplate(argument: _holdfast_v1_PutPromptTemplateRequest, callback: grpc.requestCallback<_holdfast_v1_PutPromptTemplateResponse__Output>): grpc.ClientUnaryCall;
  
  RenderPrompt(argument: _holdfast_v1_RenderPromptRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_RenderPromptResponse__Output>): grpc.ClientUnaryCall;
  RenderPrompt(argument: _holdfast_v1_RenderPromptRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_RenderPromptResponse__Output>): grpc.ClientUnaryCall;
  RenderPrompt(argument: _holdfast_v1_RenderPromptRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_RenderPromptResponse__Output>): grpc.ClientUnaryCall;
  RenderPrompt(argument: _holdfast_v1_RenderPromptRequest, callback: grpc.requestCallback<_holdfast_v1_RenderPromptResponse__Output>): grpc.ClientUnaryCall;
  renderPrompt(argument: _holdfast_v1_RenderPromptRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_RenderPromptResponse__Output>): grpc.ClientUnaryCall;
  renderPrompt(argument: _holdfast_v1_RenderPromptRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_RenderPromptResponse__Output>): grpc.ClientUnaryCall;
  renderPrompt(argument: _holdfast_v1_RenderPromptRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_RenderPromptResponse__Output>): grpc.ClientUnaryCall;
  renderPrompt(argument: _holdfast_v1_RenderPromptRequest, callback: grpc.requestCallback<_holdfast_v1_RenderPromptResponse__Output>): grpc.ClientUnaryCall;
  
  SetPromptLabel(argument: _holdfast_v1_SetPromptLabelRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_SetPromptLabelResponse__Output>): grpc.ClientUnaryCall;
  SetPromptLabel(argument: _holdfast_v1_SetPromptLabelRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_SetPromptLabelResponse__Output>): grpc.ClientUnaryCall;
  SetPromptLabel(argument: _holdfast_v1_SetPromptLabelRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_SetPromptLabelResponse__Output>): grpc.ClientUnaryCall;
  SetPromptLabel(argument: _holdfast_v1_SetPromptLabelRequest, callback: grpc.requestCallback<_holdfast_v1_SetPromptLabelResponse__Output>): grpc.ClientUnaryCall;
  setPromptLabel(argument: _holdfast_v1_SetPromptLabelRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_SetPromptLabelResponse__Output>): grpc.ClientUnaryCall;
  setPromptLabel(argument: _holdfast_v1_SetPromptLabelRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_SetPromptLabelResponse__Output>): grpc.ClientUnaryCall;
  setPromptLabel(argument: _holdfast_v1_SetPromptLabelRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_SetPromptLabelResponse__Output>): grpc.ClientUnaryCall;
  setPromptLabel(argument: _holdfast_v1_SetPromptLabelRequest, callback: grpc.requestCallback<_holdfast_v1_SetPromptLabelResponse__Output>): grpc.ClientUnaryCall;
  
}

export interface ProceduralHandlers extends grpc.UntypedServiceImplementation {
  DeleteGuard: grpc.handleUnaryCall<_holdfast_v1_DeleteGuardRequest__Output, _holdfast_v1_DeleteGuardResponse>;
  
  DeletePromptLabel: grpc.handleUnaryCall<_holdfast_v1_DeletePromptLabelRequest__Output, _holdfast_v1_DeletePromptLabelResponse>;
  
  EvaluateGuards: grpc.handleUnaryCall<_holdfast_v1_EvaluateGuardsRequest__Output, _holdfast_v1_EvaluateGuardsResponse>;
  
  GetPromptTemplate: grpc.handleUnaryCall<_holdfast_v1_GetPromptTemplateRequest__Output, _holdfast_v1_GetPromptTemplateResponse>;
  
  ListGuards: grpc.handleUnaryCall<_holdfast_v1_ListGuardsRequest__Output, _holdfast_v1_ListGuardsResponse>;
  
  ListPromptTemplates: grpc.handleUnaryCall<_holdfast_v1_ListPromptTemplatesRequest__Output, _holdfast_v1_ListPromptTemplatesResponse>;
  
  ListPromptVersions: grpc.handleUnaryCall<_holdfast_v1_ListPromptVersionsRequest__Output, _holdfast_v1_ListPromptVersionsResponse>;
  
  PutGuard: grpc.handleUnaryCall<_holdfast_v1_PutGuardRequest__Output, _holdfast_v1_PutGuardResponse>;
  
  PutPromptTemplate: grpc.handleUnaryCall<_holdfast_v1_PutPromptTemplateRequest__Output, _holdfast_v1_PutPromptTemplateResponse>;
  
  RenderPrompt: grpc.handleUnaryCall<_holdfast_v1_RenderPromptRequest__Output, _holdfast_v1_RenderPromptResponse>;
  
  SetPromptLabel: grpc.handleUnaryCall<_holdfast_v1_SetPromptLabelRequest__Output, _holdfast_v1_SetPromptLabelResponse>;
  
}

export interface ProceduralDefinition extends grpc.ServiceDefinition {
  DeleteGuard: MethodDefinition<_holdfast_v1_DeleteGuardRequest, _holdfast_v1_DeleteGuardResponse, _holdfast_v1_DeleteGuardRequest__Output, _holdfast_v1_DeleteGuardResponse__Output>
  DeletePromptLabel: MethodDefinition<_holdfast_v1_DeletePromptLabelRequest, _holdfast_v1_DeletePromptLabelResponse, _holdfast_v1_DeletePromptLabelRequest__Output, _holdfast_v1_DeletePromptLabelResponse__Output>
  EvaluateGuards: MethodDefinition<_holdfast_v1_EvaluateGuardsRequest, _holdfast_v1_EvaluateGuardsResponse, _holdfast_v1_EvaluateGuardsRequest__Output, _holdfast_v1_EvaluateGuardsResponse__Output>
  GetPromptTemplate: MethodDefinition<_holdfast_v1_GetPromptTemplateRequest, _holdfast_v1_GetPromptTemplateResponse, _holdfast_v1_GetPromptTemplateRequest__Output, _holdfast_v1_GetPromptTemplateResponse__Output>
  ListGuards: MethodDefinition<_holdfast_v1_ListGuardsRequest, _holdfast_v1_ListGuardsResponse, _holdfast_v1_ListGuardsRequest__Output, _holdfast_v1_ListGuardsResponse__Output>
  ListPromptTemplates: MethodDefinition<_holdfast_v1_ListPromptTemplatesRequest, _holdfast_v1_ListPromptTemplatesResponse, _holdfast_v1_ListPromptTemplatesRequest__Output, _holdfast_v1_ListPromptTemplatesResponse__Output>
  ListPromptVersions: MethodDefinition<_holdfast_v1_ListPromptVersionsRequest, _holdfast_v1_ListPromptVersionsResponse, _holdfast_v1_ListPromptVersionsRequest__Output, _holdfast_v1_ListPromptVersionsResponse__Output>
  PutGuard: MethodDefinition<_holdfast_v1_PutGuardRequest, _holdfast_v1_PutGuardResponse, _holdfast_v1_PutGuardRequest__Output, _holdfast_v1_PutGuardResponse__Output>
  PutPromptTemplate: MethodDefinition<_holdfast_v1_PutPromptTemplateRequest, _holdfast_v1_PutPromptTemplateResponse, _holdfast_v1_PutPromptTemplateRequest__Output, _holdfast_v1_PutPromptTemplateResponse__Output>
  RenderPrompt: MethodDefinition<_holdfast_v1_RenderPromptRequest, _holdfast_v1_RenderPromptResponse, _holdfast_v1_RenderPromptRequest__Output, _holdfast_v1_RenderPromptResponse__Output>
  SetPromptLabel: MethodDefinition<_holdfast_v1_SetPromptLabelRequest, _holdfast_v1_SetPromptLabelResponse, _holdfast_v1_SetPromptLabelRequest__Output, _holdfast_v1_SetPromptLabelResponse__Output>
}
