import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from './google/protobuf/Duration.js';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from './google/protobuf/Timestamp.js';
import type { DeleteStateRequest as _holdfast_v1_DeleteStateRequest, DeleteStateRequest__Output as _holdfast_v1_DeleteStateRequest__Output } from './holdfast/v1/DeleteStateRequest.js';
import type { DeleteStateResponse as _holdfast_v1_DeleteStateResponse, DeleteStateResponse__Output as _holdfast_v1_DeleteStateResponse__Output } from './holdfast/v1/DeleteStateResponse.js';
import type { Document as _holdfast_v1_Document, Document__Output as _holdfast_v1_Document__Output } from './holdfast/v1/Document.js';
import type { DryRunMigrationRequest as _holdfast_v1_DryRunMigrationRequest, DryRunMigrationRequest__Output as _holdfast_v1_DryRunMigrationRequest__Output } from './holdfast/v1/DryRunMigrationRequest.js';
import type { DryRunMigrationResponse as _holdfast_v1_DryRunMigrationResponse, DryRunMigrationResponse__Output as _holdfast_v1_DryRunMigrationResponse__Output } from './holdfast/v1/DryRunMigrationResponse.js';
import type { GetFieldsRequest as _holdfast_v1_GetFieldsRequest, GetFieldsRequest__Output as _holdfast_v1_GetFieldsRequest__Output } from './holdfast/v1/GetFieldsRequest.js';
import type { GetFieldsResponse as _holdfast_v1_GetFieldsResponse, GetFieldsResponse__Output as _holdfast_v1_GetFieldsResponse__Output } from './holdfast/v1/GetFieldsResponse.js';
import type { GetStateRequest as _holdfast_v1_GetStateRequest, GetStateRequest__Output as _holdfast_v1_GetStateRequest__Output } from './holdfast/v1/GetStateRequest.js';
import type { GetStateResponse as _holdfast_v1_GetStateResponse, GetStateResponse__Output as _holdfast_v1_GetStateResponse__Output } from './holdfast/v1/GetStateResponse.js';
import type { IncrementFieldRequest as _holdfast_v1_IncrementFieldRequest, IncrementFieldRequest__Output as _holdfast_v1_IncrementFieldRequest__Output } from './holdfast/v1/IncrementFieldRequest.js';
import type { IncrementFieldResponse as _holdfast_v1_IncrementFieldResponse, IncrementFieldResponse__Output as _holdfast_v1_IncrementFieldResponse__Output } from './holdfast/v1/IncrementFieldResponse.js';
import type { ListSchemasRequest as _holdfast_v1_ListSchemasRequest, ListSchemasRequest__Output as _holdfast_v1_ListSchemasRequest__Output } from './holdfast/v1/ListSchemasRequest.js';
import type { ListSchemasResponse as _holdfast_v1_ListSchemasResponse, ListSchemasResponse__Output as _holdfast_v1_ListSchemasResponse__Output } from './holdfast/v1/ListSchemasResponse.js';
import type { ListStateVersionsRequest as _holdfast_v1_ListStateVersionsRequest, ListStateVersionsRequest__Output as _holdfast_v1_ListStateVersionsRequest__Output } from './holdfast/v1/ListStateVersionsRequest.js';
import type { ListStateVersionsResponse as _holdfast_v1_ListStateVersionsResponse, ListStateVersionsResponse__Output as _holdfast_v1_ListStateVersionsResponse__Output } from './holdfast/v1/ListStateVersionsResponse.js';
import type { ListStatesRequest as _holdfast_v1_ListStatesRequest, ListStatesRequest__Output as _holdfast_v1_ListStatesRequest__Output } from './holdfast/v1/ListStatesRequest.js';
import type { ListStatesResponse as _holdfast_v1_ListStatesResponse, ListStatesResponse__Output as _holdfast_v1_ListStatesResponse__Output } from './holdfast/v1/ListStatesResponse.js';
import type { MigrationFailure as _holdfast_v1_MigrationFailure, MigrationFailure__Output as _holdfast_v1_MigrationFailure__Output } from './holdfast/v1/MigrationFailure.js';
import type { MigrationStep as _holdfast_v1_MigrationStep, MigrationStep__Output as _holdfast_v1_MigrationStep__Output } from './holdfast/v1/MigrationStep.js';
import type { PatchStateRequest as _holdfast_v1_PatchStateRequest, PatchStateRequest__Output as _holdfast_v1_PatchStateRequest__Output } from './holdfast/v1/PatchStateRequest.js';
import type { PatchStateResponse as _holdfast_v1_PatchStateResponse, PatchStateResponse__Output as _holdfast_v1_PatchStateResponse__Output } from './holdfast/v1/PatchStateResponse.js';
import type { ProfileField as _holdfast_v1_ProfileField, ProfileField__Output as _holdfast_v1_ProfileField__Output } from './holdfast/v1/ProfileField.js';
import type { PutStateRequest as _holdfast_v1_PutStateRequest, PutStateRequest__Output as _holdfast_v1_PutStateRequest__Output } from './holdfast/v1/PutStateRequest.js';
import type { PutStateResponse as _holdfast_v1_PutStateResponse, PutStateResponse__Output as _holdfast_v1_PutStateResponse__Output } from './holdfast/v1/PutStateResponse.js';
import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from './holdfast/v1/ReadHeader.js';
import type { RegisterSchemaRequest as _holdfast_v1_RegisterSchemaRequest, RegisterSchemaRequest__Output as _holdfast_v1_RegisterSchemaRequest__Output } from './holdfast/v1/RegisterSchemaRequest.js';
import type { RegisterSchemaResponse as _holdfast_v1_RegisterSchemaResponse, RegisterSchemaResponse__Output as _holdfast_v1_RegisterSchemaResponse__Output } from './holdfast/v1/RegisterSchemaResponse.js';
import type { SchemaVersion as _holdfast_v1_SchemaVersion, SchemaVersion__Output as _holdfast_v1_SchemaVersion__Output } from './holdfast/v1/SchemaVersion.js';
import type { SetFieldsRequest as _holdfast_v1_SetFieldsRequest, SetFieldsRequest__Output as _holdfast_v1_SetFieldsRequest__Output } from './holdfast/v1/SetFieldsRequest.js';
import type { SetFieldsResponse as _holdfast_v1_SetFieldsResponse, SetFieldsResponse__Output as _holdfast_v1_SetFieldsResponse__Output } from './holdfast/v1/SetFieldsResponse.js';
import type { SetStateRetentionRequest as _holdfast_v1_SetStateRetentionRequest, SetStateRetentionRequest__Output as _holdfast_v1_SetStateRetentionRequest__Output } from './holdfast/v1/SetStateRetentionRequest.js';
import type { SetStateRetentionResponse as _holdfast_v1_SetStateRetentionResponse, SetStateRetentionResponse__Output as _holdfast_v1_SetStateRetentionResponse__Output } from './holdfast/v1/SetStateRetentionResponse.js';
import type { StateClient as _holdfast_v1_StateClient, StateDefinition as _holdfast_v1_StateDefinition } from './holdfast/v1/State.js';
import type { StateRecord as _holdfast_v1_StateRecord, StateRecord__Output as _holdfast_v1_StateRecord__Output } from './holdfast/v1/StateRecord.js';
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
      DeleteStateRequest: MessageTypeDefinition<_holdfast_v1_DeleteStateRequest, _holdfast_v1_DeleteStateRequest__Output>
      DeleteStateResponse: MessageTypeDefinition<_holdfast_v1_DeleteStateResponse, _holdfast_v1_DeleteStateResponse__Output>
      Document: MessageTypeDefinition<_holdfast_v1_Document, _holdfast_v1_Document__Output>
      DocumentEncoding: EnumTypeDefinition
      DryRunMigrationRequest: MessageTypeDefinition<_holdfast_v1_DryRunMigrationRequest, _holdfast_v1_DryRunMigrationRequest__Output>
      DryRunMigrationResponse: MessageTypeDefinition<_holdfast_v1_DryRunMigrationResponse, _holdfast_v1_DryRunMigrationResponse__Output>
      GetFieldsRequest: MessageTypeDefinition<_holdfast_v1_GetFieldsRequest, _holdfast_v1_GetFieldsRequest__Output>
      GetFieldsResponse: MessageTypeDefinition<_holdfast_v1_GetFieldsResponse, _holdfast_v1_GetFieldsResponse__Output>
      GetStateRequest: MessageTypeDefinition<_holdfast_v1_GetStateRequest, _holdfast_v1_GetStateRequest__Output>
      GetStateResponse: MessageTypeDefinition<_holdfast_v1_GetStateResponse, _holdfast_v1_GetStateResponse__Output>
      IncrementFieldRequest: MessageTypeDefinition<_holdfast_v1_IncrementFieldRequest, _holdfast_v1_IncrementFieldRequest__Output>
      IncrementFieldResponse: MessageTypeDefinition<_holdfast_v1_IncrementFieldResponse, _holdfast_v1_IncrementFieldResponse__Output>
      ListSchemasRequest: MessageTypeDefinition<_holdfast_v1_ListSchemasRequest, _holdfast_v1_ListSchemasRequest__Output>
      ListSchemasResponse: MessageTypeDefinition<_holdfast_v1_ListSchemasResponse, _holdfast_v1_ListSchemasResponse__Output>
      ListStateVersionsRequest: MessageTypeDefinition<_holdfast_v1_ListStateVersionsRequest, _holdfast_v1_ListStateVersionsRequest__Output>
      ListStateVersionsResponse: MessageTypeDefinition<_holdfast_v1_ListStateVersionsResponse, _holdfast_v1_ListStateVersionsResponse__Output>
      ListStatesRequest: MessageTypeDefinition<_holdfast_v1_ListStatesRequest, _holdfast_v1_ListStatesRequest__Output>
      ListStatesResponse: MessageTypeDefinition<_holdfast_v1_ListStatesResponse, _holdfast_v1_ListStatesResponse__Output>
      MigrationFailure: MessageTypeDefinition<_holdfast_v1_MigrationFailure, _holdfast_v1_MigrationFailure__Output>
      MigrationStep: MessageTypeDefinition<_holdfast_v1_MigrationStep, _holdfast_v1_MigrationStep__Output>
      PatchStateRequest: MessageTypeDefinition<_holdfast_v1_PatchStateRequest, _holdfast_v1_PatchStateRequest__Output>
      PatchStateResponse: MessageTypeDefinition<_holdfast_v1_PatchStateResponse, _holdfast_v1_PatchStateResponse__Output>
      ProfileField: MessageTypeDefinition<_holdfast_v1_ProfileField, _holdfast_v1_ProfileField__Output>
      PutStateRequest: MessageTypeDefinition<_holdfast_v1_PutStateRequest, _holdfast_v1_PutStateRequest__Output>
      PutStateResponse: MessageTypeDefinition<_holdfast_v1_PutStateResponse, _holdfast_v1_PutStateResponse__Output>
      ReadHeader: MessageTypeDefinition<_holdfast_v1_ReadHeader, _holdfast_v1_ReadHeader__Output>
      RegisterSchemaRequest: MessageTypeDefinition<_holdfast_v1_RegisterSchemaRequest, _holdfast_v1_RegisterSchemaRequest__Output>
      RegisterSchemaResponse: MessageTypeDefinition<_holdfast_v1_RegisterSchemaResponse, _holdfast_v1_RegisterSchemaResponse__Output>
      SchemaVersion: MessageTypeDefinition<_holdfast_v1_SchemaVersion, _holdfast_v1_SchemaVersion__Output>
      SetFieldsRequest: MessageTypeDefinition<_holdfast_v1_SetFieldsRequest, _holdfast_v1_SetFieldsRequest__Output>
      SetFieldsResponse: MessageTypeDefinition<_holdfast_v1_SetFieldsResponse, _holdfast_v1_SetFieldsResponse__Output>
      SetStateRetentionRequest: MessageTypeDefinition<_holdfast_v1_SetStateRetentionRequest, _holdfast_v1_SetStateRetentionRequest__Output>
      SetStateRetentionResponse: MessageTypeDefinition<_holdfast_v1_SetStateRetentionResponse, _holdfast_v1_SetStateRetentionResponse__Output>
      State: SubtypeConstructor<typeof grpc.Client, _holdfast_v1_StateClient> & { service: _holdfast_v1_StateDefinition }
      StateRecord: MessageTypeDefinition<_holdfast_v1_StateRecord, _holdfast_v1_StateRecord__Output>
      WriteHeader: MessageTypeDefinition<_holdfast_v1_WriteHeader, _holdfast_v1_WriteHeader__Output>
    }
  }
}

