import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { DeleteStateRequest as _holdfast_v1_DeleteStateRequest, DeleteStateRequest__Output as _holdfast_v1_DeleteStateRequest__Output } from '../../holdfast/v1/DeleteStateRequest.js';
import type { DeleteStateResponse as _holdfast_v1_DeleteStateResponse, DeleteStateResponse__Output as _holdfast_v1_DeleteStateResponse__Output } from '../../holdfast/v1/DeleteStateResponse.js';
import type { DryRunMigrationRequest as _holdfast_v1_DryRunMigrationRequest, DryRunMigrationRequest__Output as _holdfast_v1_DryRunMigrationRequest__Output } from '../../holdfast/v1/DryRunMigrationRequest.js';
import type { DryRunMigrationResponse as _holdfast_v1_DryRunMigrationResponse, DryRunMigrationResponse__Output as _holdfast_v1_DryRunMigrationResponse__Output } from '../../holdfast/v1/DryRunMigrationResponse.js';
import type { GetFieldsRequest as _holdfast_v1_GetFieldsRequest, GetFieldsRequest__Output as _holdfast_v1_GetFieldsRequest__Output } from '../../holdfast/v1/GetFieldsRequest.js';
import type { GetFieldsResponse as _holdfast_v1_GetFieldsResponse, GetFieldsResponse__Output as _holdfast_v1_GetFieldsResponse__Output } from '../../holdfast/v1/GetFieldsResponse.js';
import type { GetStateRequest as _holdfast_v1_GetStateRequest, GetStateRequest__Output as _holdfast_v1_GetStateRequest__Output } from '../../holdfast/v1/GetStateRequest.js';
import type { GetStateResponse as _holdfast_v1_GetStateResponse, GetStateResponse__Output as _holdfast_v1_GetStateResponse__Output } from '../../holdfast/v1/GetStateResponse.js';
import type { IncrementFieldRequest as _holdfast_v1_IncrementFieldRequest, IncrementFieldRequest__Output as _holdfast_v1_IncrementFieldRequest__Output } from '../../holdfast/v1/IncrementFieldRequest.js';
import type { IncrementFieldResponse as _holdfast_v1_IncrementFieldResponse, IncrementFieldResponse__Output as _holdfast_v1_IncrementFieldResponse__Output } from '../../holdfast/v1/IncrementFieldResponse.js';
import type { ListSchemasRequest as _holdfast_v1_ListSchemasRequest, ListSchemasRequest__Output as _holdfast_v1_ListSchemasRequest__Output } from '../../holdfast/v1/ListSchemasRequest.js';
import type { ListSchemasResponse as _holdfast_v1_ListSchemasResponse, ListSchemasResponse__Output as _holdfast_v1_ListSchemasResponse__Output } from '../../holdfast/v1/ListSchemasResponse.js';
import type { ListStateVersionsRequest as _holdfast_v1_ListStateVersionsRequest, ListStateVersionsRequest__Output as _holdfast_v1_ListStateVersionsRequest__Output } from '../../holdfast/v1/ListStateVersionsRequest.js';
import type { ListStateVersionsResponse as _holdfast_v1_ListStateVersionsResponse, ListStateVersionsResponse__Output as _holdfast_v1_ListStateVersionsResponse__Output } from '../../holdfast/v1/ListStateVersionsResponse.js';
import type { ListStatesRequest as _holdfast_v1_ListStatesRequest, ListStatesRequest__Output as _holdfast_v1_ListStatesRequest__Output } from '../../holdfast/v1/ListStatesRequest.js';
import type { ListStatesResponse as _holdfast_v1_ListStatesResponse, ListStatesResponse__Output as _holdfast_v1_ListStatesResponse__Output } from '../../holdfast/v1/ListStatesResponse.js';
import type { PatchStateRequest as _holdfast_v1_PatchStateRequest, PatchStateRequest__Output as _holdfast_v1_PatchStateRequest__Output } from '../../holdfast/v1/PatchStateRequest.js';
import type { PatchStateResponse as _holdfast_v1_PatchStateResponse, PatchStateResponse__Output as _holdfast_v1_PatchStateResponse__Output } from '../../holdfast/v1/PatchStateResponse.js';
import type { PutStateRequest as _holdfast_v1_PutStateRequest, PutStateRequest__Output as _holdfast_v1_PutStateRequest__Output } from '../../holdfast/v1/PutStateRequest.js';
import type { PutStateResponse as _holdfast_v1_PutStateResponse, PutStateResponse__Output as _holdfast_v1_PutStateResponse__Output } from '../../holdfast/v1/PutStateResponse.js';
import type { RegisterSchemaRequest as _holdfast_v1_RegisterSchemaRequest, RegisterSchemaRequest__Output as _holdfast_v1_RegisterSchemaRequest__Output } from '../../holdfast/v1/RegisterSchemaRequest.js';
import type { RegisterSchemaResponse as _holdfast_v1_RegisterSchemaResponse, RegisterSchemaResponse__Output as _holdfast_v1_RegisterSchemaResponse__Output } from '../../holdfast/v1/RegisterSchemaResponse.js';
import type { SetFieldsRequest as _holdfast_v1_SetFieldsRequest, SetFieldsRequest__Output as _holdfast_v1_SetFieldsRequest__Output } from '../../holdfast/v1/SetFieldsRequest.js';
import type { SetFieldsResponse as _holdfast_v1_SetFieldsResponse, SetFieldsResponse__Output as _holdfast_v1_SetFieldsResponse__Output } from '../../holdfast/v1/SetFieldsResponse.js';
import type { SetStateRetentionRequest as _holdfast_v1_SetStateRetentionRequest, SetStateRetentionRequest__Output as _holdfast_v1_SetStateRetentionRequest__Output } from '../../holdfast/v1/SetStateRetentionRequest.js';
import type { SetStateRetentionResponse as _holdfast_v1_SetStateRetentionResponse, SetStateRetentionResponse__Output as _holdfast_v1_SetStateRetentionResponse__Output } from '../../holdfast/v1/SetStateRetentionResponse.js';

export interface StateClient extends grpc.Client {
  DeleteState(argument: _holdfast_v1_DeleteStateRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_DeleteStateResponse__Output>): grpc.ClientUnaryCall;
  DeleteState(argument: _holdfast_v1_DeleteStateRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_DeleteStateResponse__Output>): grpc.ClientUnaryCall;
  DeleteState(argument: _holdfast_v1_DeleteStateRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_DeleteStateResponse__Output>): grpc.ClientUnaryCall;
  DeleteState(argument: _holdfast_v1_DeleteStateRequest, callback: grpc.requestCallback<_holdfast_v1_DeleteStateResponse__Output>): grpc.ClientUnaryCall;
  deleteState(argument: _holdfast_v1_DeleteStateRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_DeleteStateResponse__Output>): grpc.ClientUnaryCall;
  deleteState(argument: _holdfast_v1_DeleteStateRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_DeleteStateResponse__Output>): grpc.ClientUnaryCall;
  deleteState(argument: _holdfast_v1_DeleteStateRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_DeleteStateResponse__Output>): grpc.ClientUnaryCall;
  deleteState(argument: _holdfast_v1_DeleteStateRequest, callback: grpc.requestCallback<_holdfast_v1_DeleteStateResponse__Output>): grpc.ClientUnaryCall;
  
  DryRunMigration(argument: _holdfast_v1_DryRunMigrationRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_DryRunMigrationResponse__Output>): grpc.ClientUnaryCall;
  DryRunMigration(argument: _holdfast_v1_DryRunMigrationRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_DryRunMigrationResponse__Output>): grpc.ClientUnaryCall;
  DryRunMigration(argument: _holdfast_v1_DryRunMigrationRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_DryRunMigrationResponse__Output>): grpc.ClientUnaryCall;
  DryRunMigration(argument: _holdfast_v1_DryRunMigrationRequest, callback: grpc.requestCallback<_holdfast_v1_DryRunMigrationResponse__Output>): grpc.ClientUnaryCall;
  dryRunMigration(argument: _holdfast_v1_DryRunMigrationRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_DryRunMigrationResponse__Output>): grpc.ClientUnaryCall;
  dryRunMigration(argument: _holdfast_v1_DryRunMigrationRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_DryRunMigrationResponse__Output>): grpc.ClientUnaryCall;
  dryRunMigration(argument: _holdfast_v1_DryRunMigrationRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_DryRunMigrationResponse__Output>): grpc.ClientUnaryCall;
  dryRunMigration(argument: _holdfast_v1_DryRunMigrationRequest, callback: grpc.requestCallback<_holdfast_v1_DryRunMigrationResponse__Output>): grpc.ClientUnaryCall;
  
  GetFields(argument: _holdfast_v1_GetFieldsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetFieldsResponse__Output>): grpc.ClientUnaryCall;
  GetFields(argument: _holdfast_v1_GetFieldsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_GetFieldsResponse__Output>): grpc.ClientUnaryCall;
  GetFields(argument: _holdfast_v1_GetFieldsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetFieldsResponse__Output>): grpc.ClientUnaryCall;
  GetFields(argument: _holdfast_v1_GetFieldsRequest, callback: grpc.requestCallback<_holdfast_v1_GetFieldsResponse__Output>): grpc.ClientUnaryCall;
  getFields(argument: _holdfast_v1_GetFieldsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetFieldsResponse__Output>): grpc.ClientUnaryCall;
  getFields(argument: _holdfast_v1_GetFieldsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_GetFieldsResponse__Output>): grpc.ClientUnaryCall;
  getFields(argument: _holdfast_v1_GetFieldsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetFieldsResponse__Output>): grpc.ClientUnaryCall;
  getFields(argument: _holdfast_v1_GetFieldsRequest, callback: grpc.requestCallback<_holdfast_v1_GetFieldsResponse__Output>): grpc.ClientUnaryCall;
  
  GetState(argument: _holdfast_v1_GetStateRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetStateResponse__Output>): grpc.ClientUnaryCall;
  GetState(argument: _holdfast_v1_GetStateRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_GetStateResponse__Output>): grpc.ClientUnaryCall;
  GetState(argument: _holdfast_v1_GetStateRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetStateResponse__Output>): grpc.ClientUnaryCall;
  GetState(argument: _holdfast_v1_GetStateRequest, callback: grpc.requestCallback<_holdfast_v1_GetStateResponse__Output>): grpc.ClientUnaryCall;
  getState(argument: _holdfast_v1_GetStateRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetStateResponse__Output>): grpc.ClientUnaryCall;
  getState(argument: _holdfast_v1_GetStateRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_GetStateResponse__Output>): grpc.ClientUnaryCall;
  getState(argument: _holdfast_v1_GetStateRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetStateResponse__Output>): grpc.ClientUnaryCall;
  getState(argument: _holdfast_v1_GetStateRequest, callback: grpc.requestCallback<_holdfast_v1_GetStateResponse__Output>): grpc.ClientUnaryCall;
  
  IncrementField(argument: _holdfast_v1_IncrementFieldRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_IncrementFieldResponse__Output>): grpc.ClientUnaryCall;
  IncrementField(argument: _holdfast_v1_IncrementFieldRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_IncrementFieldResponse__Output>): grpc.ClientUnaryCall;
  IncrementField(argument: _holdfast_v1_IncrementFieldRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_IncrementFieldResponse__Output>): grpc.ClientUnaryCall;
  IncrementField(argument: _holdfast_v1_IncrementFieldRequest, callback: grpc.requestCallback<_holdfast_v1_IncrementFieldResponse__Output>): grpc.ClientUnaryCall;
  incrementField(argument: _holdfast_v1_IncrementFieldRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_IncrementFieldResponse__Output>): grpc.ClientUnaryCall;
  incrementField(argument: _holdfast_v1_IncrementFieldRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_IncrementFieldResponse__Output>): grpc.ClientUnaryCall;
  incrementField(argument: _holdfast_v1_IncrementFieldRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_IncrementFieldResponse__Output>): grpc.ClientUnaryCall;
  incrementField(argument: _holdfast_v1_IncrementFieldRequest, callback: grpc.requestCallback<_holdfast_v1_IncrementFieldResponse__Output>): grpc.ClientUnaryCall;
  
  ListSchemas(argument: _holdfast_v1_ListSchemasRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListSchemasResponse__Output>): grpc.ClientUnaryCall;
  ListSchemas(argument: _holdfast_v1_ListSchemasRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ListSchemasResponse__Output>): grpc.ClientUnaryCall;
  ListSchemas(argument: _holdfast_v1_ListSchemasRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListSchemasResponse__Output>): grpc.ClientUnaryCall;
  ListSchemas(argument: _holdfast_v1_ListSchemasRequest, callback: grpc.requestCallback<_holdfast_v1_ListSchemasResponse__Output>): grpc.ClientUnaryCall;
  listSchemas(argument: _holdfast_v1_ListSchemasRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListSchemasResponse__Output>): grpc.ClientUnaryCall;
  listSchemas(argument: _holdfast_v1_ListSchemasRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ListSchemasResponse__Output>): grpc.ClientUnaryCall;
  listSchemas(argument: _holdfast_v1_ListSchemasRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListSchemasResponse__Output>): grpc.ClientUnaryCall;
  listSchemas(argument: _holdfast_v1_ListSchemasRequest, callback: grpc.requestCallback<_holdfast_v1_ListSchemasResponse__Output>): grpc.ClientUnaryCall;
  
  ListStateVersions(argument: _holdfast_v1_ListStateVersionsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListStateVersionsResponse__Output>): grpc.ClientUnaryCall;
  ListStateVersions(argument: _holdfast_v1_ListStateVersionsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ListStateVersionsResponse__Output>): grpc.ClientUnaryCall;
  ListStateVersions(argument: _holdfast_v1_ListStateVersionsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListStateVersionsResponse__Output>): grpc.ClientUnaryCall;
  ListStateVersions(argument: _holdfast_v1_ListStateVersionsRequest, callback: grpc.requestCallback<_holdfast_v1_ListStateVersionsResponse__Output>): grpc.ClientUnaryCall;
  listStateVersions(argument: _holdfast_v1_ListStateVersionsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListStateVersionsResponse__Output>): grpc.ClientUnaryCall;
  listStateVersions(argument: _holdfast_v1_ListStateVersionsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ListStateVersionsResponse__Output>): grpc.ClientUnaryCall;
  listStateVersions(argument: _holdfast_v1_ListStateVersionsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListStateVersionsResponse__Output>): grpc.ClientUnaryCall;
  listStateVersions(argument: _holdfast_v1_ListStateVersionsRequest, callback: grpc.requestCallback<_holdfast_v1_ListStateVersionsResponse__Output>): grpc.ClientUnaryCall;
  
  ListStates(argument: _holdfast_v1_ListStatesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListStatesResponse__Output>): grpc.ClientUnaryCall;
  ListStates(argument: _holdfast_v1_ListStatesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ListStatesResponse__Output>): grpc.ClientUnaryCall;
  ListStates(argument: _holdfast_v1_ListStatesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListStatesResponse__Output>): grpc.ClientUnaryCall;
  ListStates(argument: _holdfast_v1_ListStatesRequest, callback: grpc.requestCallback<_holdfast_v1_ListStatesResponse__Output>): grpc.ClientUnaryCall;
  listStates(argument: _holdfast_v1_ListStatesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListStatesResponse__Output>): grpc.ClientUnaryCall;
  listStates(argument: _holdfast_v1_ListStatesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ListStatesResponse__Output>): grpc.ClientUnaryCall;
  listStates(argument: _holdfast_v1_ListStatesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListStatesResponse__Output>): grpc.ClientUnaryCall;
  listStates(argument: _holdfast_v1_ListStatesRequest, callback: grpc.requestCallback<_holdfast_v1_ListStatesResponse__Output>): grpc.ClientUnaryCall;
  
  PatchState(argument: _holdfast_v1_PatchStateRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PatchStateResponse__Output>): grpc.ClientUnaryCall;
  PatchState(argument: _holdfast_v1_PatchStateRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_PatchStateResponse__Output>): grpc.ClientUnaryCall;
  PatchState(argument: _holdfast_v1_PatchStateRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PatchStateResponse__Output>): grpc.ClientUnaryCall;
  PatchState(argument: _holdfast_v1_PatchStateRequest, callback: grpc.requestCallback<_holdfast_v1_PatchStateResponse__Output>): grpc.ClientUnaryCall;
  patchState(argument: _holdfast_v1_PatchStateRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PatchStateResponse__Output>): grpc.ClientUnaryCall;
  patchState(argument: _holdfast_v1_PatchStateRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_PatchStateResponse__Output>): grpc.ClientUnaryCall;
  patchState(argument: _holdfast_v1_PatchStateRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PatchStateResponse__Output>): grpc.ClientUnaryCall;
  patchState(argument: _holdfast_v1_PatchStateRequest, callback: grpc.requestCallback<_holdfast_v1_PatchStateResponse__Output>): grpc.ClientUnaryCall;
  
  PutState(argument: _holdfast_v1_PutStateRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PutStateResponse__Output>): grpc.ClientUnaryCall;
  PutState(argument: _holdfast_v1_PutStateRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_PutStateResponse__Output>): grpc.ClientUnaryCall;
  PutState(argument: _holdfast_v1_PutStateRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PutStateResponse__Output>): grpc.ClientUnaryCall;
  PutState(argument: _holdfast_v1_PutStateRequest, callback: grpc.requestCallback<_holdfast_v1_PutStateResponse__Output>): grpc.ClientUnaryCall;
  putState(argument: _holdfast_v1_PutStateRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PutStateResponse__Output>): grpc.ClientUnaryCall;
  putState(argument: _holdfast_v1_PutStateRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_PutStateResponse__Output>): grpc.ClientUnaryCall;
  putState(argument: _holdfast_v1_PutStateRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PutStateResponse__Output>): grpc.ClientUnaryCall;
  putState(argument: _holdfast_v1_PutStateRequest, callback: grpc.requestCallback<_holdfast_v1_PutStateResponse__Output>): grpc.ClientUnaryCall;
  
  RegisterSchema(argument: _holdfast_v1_RegisterSchemaRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_RegisterSchemaResponse__Output>): grpc.ClientUnaryCall;
  RegisterSchema(argument: _holdfast_v1_RegisterSchemaRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_RegisterSchemaResponse__Output>): grpc.ClientUnaryCall;
  RegisterSchema(argument: _holdfast_v1_RegisterSchemaRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_RegisterSchemaResponse__Output>): grpc.ClientUnaryCall;
  RegisterSchema(argument: _holdfast_v1_RegisterSchemaRequest, callback: grpc.requestCallback<_holdfast_v1_RegisterSchemaResponse__Output>): grpc.ClientUnaryCall;
  registerSchema(argument: _holdfast_v1_RegisterSchemaRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_RegisterSchemaResponse__Output>): grpc.ClientUnaryCall;
  registerSchema(argument: _holdfast_v1_RegisterSchemaRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_RegisterSchemaResponse__Output>): grpc.ClientUnaryCall;
  registerSchema(argument: _holdfast_v1_RegisterSchemaRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_RegisterSchemaResponse__Output>): grpc.ClientUnaryCall;
  registerSchema(argument: _holdfast_v1_RegisterSchemaRequest, callback: grpc.requestCallback<_holdfast_v1_RegisterSchemaResponse__Output>): grpc.ClientUnaryCall;
  
  SetFields(argument: _holdfast_v1_SetFieldsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_SetFieldsResponse__Output>): grpc.ClientUnaryCall;
  SetFields(argument: _holdfast_v1_SetFieldsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_SetFieldsResponse__Output>): grpc.ClientUnaryCall;
  SetFields(argument: _holdfast_v1_SetFieldsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_SetFieldsResponse__Output>): grpc.ClientUnaryCall;
  SetFields(argument: _holdfast_v1_SetFieldsRequest, callback: grpc.requestCallback<_holdfast_v1_SetFieldsResponse__Output>): grpc.ClientUnaryCall;
  setFields(argument: _holdfast_v1_SetFieldsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_SetFieldsResponse__Output>): grpc.ClientUnaryCall;
  setFields(argument: _holdfast_v1_SetFieldsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_SetFieldsResponse__Output>): grpc.ClientUnaryCall;
  setFields(argument: _holdfast_v1_SetFieldsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_SetFieldsResponse__Output>): grpc.ClientUnaryCall;
  setFields(argument: _holdfast_v1_SetFieldsRequest, callback: grpc.requestCallback<_holdfast_v1_SetFieldsResponse__Output>): grpc.ClientUnaryCall;
  
  SetStateRetention(argument: _holdfast_v1_SetStateRetentionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_SetStateRetentionResponse__Output>): grpc.ClientUnaryCall;
  SetStateRetention(argument: _holdfast_v1_SetStateRetentionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_SetStateRetentionResponse__Output>): grpc.ClientUnaryCall;
  SetStateRetention(argument: _holdfast_v1_SetStateRetentionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_SetStateRetentionResponse__Output>): grpc.ClientUnaryCall;
  SetStateRetention(argument: _holdfast_v1_SetStateRetentionRequest, callback: grpc.requestCallback<_holdfast_v1_SetStateRetentionResponse__Output>): grpc.ClientUnaryCall;
  setStateRetention(argument: _holdfast_v1_SetStateRetentionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_SetStateRetentionResponse__Output>): grpc.ClientUnaryCall;
  setStateRetention(argument: _holdfast_v1_SetStateRetentionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_SetStateRetentionResponse__Output>): grpc.ClientUnaryCall;
  setStateRetention(argument: _holdfast_v1_SetStateRetentionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_SetStateRetentionResponse__Output>): grpc.ClientUnaryCall;
  setStateRetention(argument: _holdfast_v1_SetStateRetentionRequest, callback: grpc.requestCallback<_holdfast_v1_SetStateRetentionResponse__Output>): grpc.ClientUnaryCall;
  
}

export interface StateHandlers extends grpc.UntypedServiceImplementation {
  DeleteState: grpc.handleUnaryCall<_holdfast_v1_DeleteStateRequest__Output, _holdfast_v1_DeleteStateResponse>;
  
  DryRunMigration: grpc.handleUnaryCall<_holdfast_v1_DryRunMigrationRequest__Output, _holdfast_v1_DryRunMigrationResponse>;
  
  GetFields: grpc.handleUnaryCall<_holdfast_v1_GetFieldsRequest__Output, _holdfast_v1_GetFieldsResponse>;
  
  GetState: grpc.handleUnaryCall<_holdfast_v1_GetStateRequest__Output, _holdfast_v1_GetStateResponse>;
  
  IncrementField: grpc.handleUnaryCall<_holdfast_v1_IncrementFieldRequest__Output, _holdfast_v1_IncrementFieldResponse>;
  
  ListSchemas: grpc.handleUnaryCall<_holdfast_v1_ListSchemasRequest__Output, _holdfast_v1_ListSchemasResponse>;
  
  ListStateVersions: grpc.handleUnaryCall<_holdfast_v1_ListStateVersionsRequest__Output, _holdfast_v1_ListStateVersionsResponse>;
  
  ListStates: grpc.handleUnaryCall<_holdfast_v1_ListStatesRequest__Output, _holdfast_v1_ListStatesResponse>;
  
  PatchState: grpc.handleUnaryCall<_holdfast_v1_PatchStateRequest__Output, _holdfast_v1_PatchStateResponse>;
  
  PutState: grpc.handleUnaryCall<_holdfast_v1_PutStateRequest__Output, _holdfast_v1_PutStateResponse>;
  
  RegisterSchema: grpc.handleUnaryCall<_holdfast_v1_RegisterSchemaRequest__Output, _holdfast_v1_RegisterSchemaResponse>;
  
  SetFields: grpc.handleUnaryCall<_holdfast_v1_SetFieldsRequest__Output, _holdfast_v1_SetFieldsResponse>;
  
  SetStateRetention: grpc.handleUnaryCall<_holdfast_v1_SetStateRetentionRequest__Output, _holdfast_v1_SetStateRetentionResponse>;
  
}

export interface StateDefinition extends grpc.ServiceDefinition {
  DeleteState: MethodDefinition<_holdfast_v1_DeleteStateRequest, _holdfast_v1_DeleteStateResponse, _holdfast_v1_DeleteStateRequest__Output, _holdfast_v1_DeleteStateResponse__Output>
  DryRunMigration: MethodDefinition<_holdfast_v1_DryRunMigrationRequest, _holdfast_v1_DryRunMigrationResponse, _holdfast_v1_DryRunMigrationRequest__Output, _holdfast_v1_DryRunMigrationResponse__Output>
  GetFields: MethodDefinition<_holdfast_v1_GetFieldsRequest, _holdfast_v1_GetFieldsResponse, _holdfast_v1_GetFieldsRequest__Output, _holdfast_v1_GetFieldsResponse__Output>
  GetState: MethodDefinition<_holdfast_v1_GetStateRequest, _holdfast_v1_GetStateResponse, _holdfast_v1_GetStateRequest__Output, _holdfast_v1_GetStateResponse__Output>
  IncrementField: MethodDefinition<_holdfast_v1_IncrementFieldRequest, _holdfast_v1_IncrementFieldResponse, _holdfast_v1_IncrementFieldRequest__Output, _holdfast_v1_IncrementFieldResponse__Output>
  ListSchemas: MethodDefinition<_holdfast_v1_ListSchemasRequest, _holdfast_v1_ListSchemasResponse, _holdfast_v1_ListSchemasRequest__Output, _holdfast_v1_ListSchemasResponse__Output>
  ListStateVersions: MethodDefinition<_holdfast_v1_ListStateVersionsRequest, _holdfast_v1_ListStateVersionsResponse, _holdfast_v1_ListStateVersionsRequest__Output, _holdfast_v1_ListStateVersionsResponse__Output>
  ListStates: MethodDefinition<_holdfast_v1_ListStatesRequest, _holdfast_v1_ListStatesResponse, _holdfast_v1_ListStatesRequest__Output, _holdfast_v1_ListStatesResponse__Output>
  PatchState: MethodDefinition<_holdfast_v1_PatchStateRequest, _holdfast_v1_PatchStateResponse, _holdfast_v1_PatchStateRequest__Output, _holdfast_v1_PatchStateResponse__Output>
  PutState: MethodDefinition<_holdfast_v1_PutStateRequest, _holdfast_v1_PutStateResponse, _holdfast_v1_PutStateRequest__Output, _holdfast_v1_PutStateResponse__Output>
  RegisterSchema: MethodDefinition<_holdfast_v1_RegisterSchemaRequest, _holdfast_v1_RegisterSchemaResponse, _holdfast_v1_RegisterSchemaRequest__Output, _holdfast_v1_RegisterSchemaResponse__Output>
  SetFields: MethodDefinition<_holdfast_v1_SetFieldsRequest, _holdfast_v1_SetFieldsResponse, _holdfast_v1_SetFieldsRequest__Output, _holdfast_v1_SetFieldsResponse__Output>
  SetStateRetention: MethodDefinition<_holdfast_v1_SetStateRetentionRequest, _holdfast_v1_SetStateRetentionResponse, _holdfast_v1_SetStateRetentionRequest__Output, _holdfast_v1_SetStateRetentionResponse__Output>
}
