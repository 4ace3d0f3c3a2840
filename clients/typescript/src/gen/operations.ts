import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from './google/protobuf/Duration.js';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from './google/protobuf/Timestamp.js';
import type { AdvanceTaskRequest as _holdfast_v1_AdvanceTaskRequest, AdvanceTaskRequest__Output as _holdfast_v1_AdvanceTaskRequest__Output } from './holdfast/v1/AdvanceTaskRequest.js';
import type { AdvanceTaskResponse as _holdfast_v1_AdvanceTaskResponse, AdvanceTaskResponse__Output as _holdfast_v1_AdvanceTaskResponse__Output } from './holdfast/v1/AdvanceTaskResponse.js';
import type { AmountSum as _holdfast_v1_AmountSum, AmountSum__Output as _holdfast_v1_AmountSum__Output } from './holdfast/v1/AmountSum.js';
import type { ApproveStepRequest as _holdfast_v1_ApproveStepRequest, ApproveStepRequest__Output as _holdfast_v1_ApproveStepRequest__Output } from './holdfast/v1/ApproveStepRequest.js';
import type { ApproveStepResponse as _holdfast_v1_ApproveStepResponse, ApproveStepResponse__Output as _holdfast_v1_ApproveStepResponse__Output } from './holdfast/v1/ApproveStepResponse.js';
import type { AttachOutcomeRequest as _holdfast_v1_AttachOutcomeRequest, AttachOutcomeRequest__Output as _holdfast_v1_AttachOutcomeRequest__Output } from './holdfast/v1/AttachOutcomeRequest.js';
import type { AttachOutcomeResponse as _holdfast_v1_AttachOutcomeResponse, AttachOutcomeResponse__Output as _holdfast_v1_AttachOutcomeResponse__Output } from './holdfast/v1/AttachOutcomeResponse.js';
import type { Balance as _holdfast_v1_Balance, Balance__Output as _holdfast_v1_Balance__Output } from './holdfast/v1/Balance.js';
import type { BalanceAsOfRequest as _holdfast_v1_BalanceAsOfRequest, BalanceAsOfRequest__Output as _holdfast_v1_BalanceAsOfRequest__Output } from './holdfast/v1/BalanceAsOfRequest.js';
import type { BalanceAsOfResponse as _holdfast_v1_BalanceAsOfResponse, BalanceAsOfResponse__Output as _holdfast_v1_BalanceAsOfResponse__Output } from './holdfast/v1/BalanceAsOfResponse.js';
import type { BeginOperationRequest as _holdfast_v1_BeginOperationRequest, BeginOperationRequest__Output as _holdfast_v1_BeginOperationRequest__Output } from './holdfast/v1/BeginOperationRequest.js';
import type { BeginOperationResponse as _holdfast_v1_BeginOperationResponse, BeginOperationResponse__Output as _holdfast_v1_BeginOperationResponse__Output } from './holdfast/v1/BeginOperationResponse.js';
import type { CompleteOperationRequest as _holdfast_v1_CompleteOperationRequest, CompleteOperationRequest__Output as _holdfast_v1_CompleteOperationRequest__Output } from './holdfast/v1/CompleteOperationRequest.js';
import type { CompleteOperationResponse as _holdfast_v1_CompleteOperationResponse, CompleteOperationResponse__Output as _holdfast_v1_CompleteOperationResponse__Output } from './holdfast/v1/CompleteOperationResponse.js';
import type { ConfigureAccountRequest as _holdfast_v1_ConfigureAccountRequest, ConfigureAccountRequest__Output as _holdfast_v1_ConfigureAccountRequest__Output } from './holdfast/v1/ConfigureAccountRequest.js';
import type { ConfigureAccountResponse as _holdfast_v1_ConfigureAccountResponse, ConfigureAccountResponse__Output as _holdfast_v1_ConfigureAccountResponse__Output } from './holdfast/v1/ConfigureAccountResponse.js';
import type { CreateTaskRequest as _holdfast_v1_CreateTaskRequest, CreateTaskRequest__Output as _holdfast_v1_CreateTaskRequest__Output } from './holdfast/v1/CreateTaskRequest.js';
import type { CreateTaskResponse as _holdfast_v1_CreateTaskResponse, CreateTaskResponse__Output as _holdfast_v1_CreateTaskResponse__Output } from './holdfast/v1/CreateTaskResponse.js';
import type { DeleteStateRequest as _holdfast_v1_DeleteStateRequest, DeleteStateRequest__Output as _holdfast_v1_DeleteStateRequest__Output } from './holdfast/v1/DeleteStateRequest.js';
import type { DeleteStateResponse as _holdfast_v1_DeleteStateResponse, DeleteStateResponse__Output as _holdfast_v1_DeleteStateResponse__Output } from './holdfast/v1/DeleteStateResponse.js';
import type { Denial as _holdfast_v1_Denial, Denial__Output as _holdfast_v1_Denial__Output } from './holdfast/v1/Denial.js';
import type { Document as _holdfast_v1_Document, Document__Output as _holdfast_v1_Document__Output } from './holdfast/v1/Document.js';
import type { DryRunMigrationRequest as _holdfast_v1_DryRunMigrationRequest, DryRunMigrationRequest__Output as _holdfast_v1_DryRunMigrationRequest__Output } from './holdfast/v1/DryRunMigrationRequest.js';
import type { DryRunMigrationResponse as _holdfast_v1_DryRunMigrationResponse, DryRunMigrationResponse__Output as _holdfast_v1_DryRunMigrationResponse__Output } from './holdfast/v1/DryRunMigrationResponse.js';
import type { Episode as _holdfast_v1_Episode, Episode__Output as _holdfast_v1_Episode__Output } from './holdfast/v1/Episode.js';
import type { EpisodeInput as _holdfast_v1_EpisodeInput, EpisodeInput__Output as _holdfast_v1_EpisodeInput__Output } from './holdfast/v1/EpisodeInput.js';
import type { EpisodicClient as _holdfast_v1_EpisodicClient, EpisodicDefinition as _holdfast_v1_EpisodicDefinition } from './holdfast/v1/Episodic.js';
import type { ExpectedBalance as _holdfast_v1_ExpectedBalance, ExpectedBalance__Output as _holdfast_v1_ExpectedBalance__Output } from './holdfast/v1/ExpectedBalance.js';
import type { ExtendLeaseRequest as _holdfast_v1_ExtendLeaseRequest, ExtendLeaseRequest__Output as _holdfast_v1_ExtendLeaseRequest__Output } from './holdfast/v1/ExtendLeaseRequest.js';
import type { ExtendLeaseResponse as _holdfast_v1_ExtendLeaseResponse, ExtendLeaseResponse__Output as _holdfast_v1_ExtendLeaseResponse__Output } from './holdfast/v1/ExtendLeaseResponse.js';
import type { FailOperationRequest as _holdfast_v1_FailOperationRequest, FailOperationRequest__Output as _holdfast_v1_FailOperationRequest__Output } from './holdfast/v1/FailOperationRequest.js';
import type { FailOperationResponse as _holdfast_v1_FailOperationResponse, FailOperationResponse__Output as _holdfast_v1_FailOperationResponse__Output } from './holdfast/v1/FailOperationResponse.js';
import type { GetBalancesRequest as _holdfast_v1_GetBalancesRequest, GetBalancesRequest__Output as _holdfast_v1_GetBalancesRequest__Output } from './holdfast/v1/GetBalancesRequest.js';
import type { GetBalancesResponse as _holdfast_v1_GetBalancesResponse, GetBalancesResponse__Output as _holdfast_v1_GetBalancesResponse__Output } from './holdfast/v1/GetBalancesResponse.js';
import type { GetEpisodeRequest as _holdfast_v1_GetEpisodeRequest, GetEpisodeRequest__Output as _holdfast_v1_GetEpisodeRequest__Output } from './holdfast/v1/GetEpisodeRequest.js';
import type { GetEpisodeResponse as _holdfast_v1_GetEpisodeResponse, GetEpisodeResponse__Output as _holdfast_v1_GetEpisodeResponse__Output } from './holdfast/v1/GetEpisodeResponse.js';
import type { GetFieldsRequest as _holdfast_v1_GetFieldsRequest, GetFieldsRequest__Output as _holdfast_v1_GetFieldsRequest__Output } from './holdfast/v1/GetFieldsRequest.js';
import type { GetFieldsResponse as _holdfast_v1_GetFieldsResponse, GetFieldsResponse__Output as _holdfast_v1_GetFieldsResponse__Output } from './holdfast/v1/GetFieldsResponse.js';
import type { GetOperationRequest as _holdfast_v1_GetOperationRequest, GetOperationRequest__Output as _holdfast_v1_GetOperationRequest__Output } from './holdfast/v1/GetOperationRequest.js';
import type { GetOperationResponse as _holdfast_v1_GetOperationResponse, GetOperationResponse__Output as _holdfast_v1_GetOperationResponse__Output } from './holdfast/v1/GetOperationResponse.js';
import type { GetStateRequest as _holdfast_v1_GetStateRequest, GetStateRequest__Output as _holdfast_v1_GetStateRequest__Output } from './holdfast/v1/GetStateRequest.js';
import type { GetStateResponse as _holdfast_v1_GetStateResponse, GetStateResponse__Output as _holdfast_v1_GetStateResponse__Output } from './holdfast/v1/GetStateResponse.js';
import type { GetTaskRequest as _holdfast_v1_GetTaskRequest, GetTaskRequest__Output as _holdfast_v1_GetTaskRequest__Output } from './holdfast/v1/GetTaskRequest.js';
import type { GetTaskResponse as _holdfast_v1_GetTaskResponse, GetTaskResponse__Output as _holdfast_v1_GetTaskResponse__Output } from './holdfast/v1/GetTaskResponse.js';
import type { GetTransactionRequest as _holdfast_v1_GetTransactionRequest, GetTransactionRequest__Output as _holdfast_v1_GetTransactionRequest__Output } from './holdfast/v1/GetTransactionRequest.js';
import type { GetTransactionResponse as _holdfast_v1_GetTransactionResponse, GetTransactionResponse__Output as _holdfast_v1_GetTransactionResponse__Output } from './holdfast/v1/GetTransactionResponse.js';
import type { Hold as _holdfast_v1_Hold, Hold__Output as _holdfast_v1_Hold__Output } from './holdfast/v1/Hold.js';
import type { HoldSettlement as _holdfast_v1_HoldSettlement, HoldSettlement__Output as _holdfast_v1_HoldSettlement__Output } from './holdfast/v1/HoldSettlement.js';
import type { IncrementFieldRequest as _holdfast_v1_IncrementFieldRequest, IncrementFieldRequest__Output as _holdfast_v1_IncrementFieldRequest__Output } from './holdfast/v1/IncrementFieldRequest.js';
import type { IncrementFieldResponse as _holdfast_v1_IncrementFieldResponse, IncrementFieldResponse__Output as _holdfast_v1_IncrementFieldResponse__Output } from './holdfast/v1/IncrementFieldResponse.js';
import type { IngestEpisodesRequest as _holdfast_v1_IngestEpisodesRequest, IngestEpisodesRequest__Output as _holdfast_v1_IngestEpisodesRequest__Output } from './holdfast/v1/IngestEpisodesRequest.js';
import type { IngestEpisodesResponse as _holdfast_v1_IngestEpisodesResponse, IngestEpisodesResponse__Output as _holdfast_v1_IngestEpisodesResponse__Output } from './holdfast/v1/IngestEpisodesResponse.js';
import type { IngestError as _holdfast_v1_IngestError, IngestError__Output as _holdfast_v1_IngestError__Output } from './holdfast/v1/IngestError.js';
import type { LedgerClient as _holdfast_v1_LedgerClient, LedgerDefinition as _holdfast_v1_LedgerDefinition } from './holdfast/v1/Ledger.js';
import type { ListEpisodesRequest as _holdfast_v1_ListEpisodesRequest, ListEpisodesRequest__Output as _holdfast_v1_ListEpisodesRequest__Output } from './holdfast/v1/ListEpisodesRequest.js';
import type { ListEpisodesResponse as _holdfast_v1_ListEpisodesResponse, ListEpisodesResponse__Output as _holdfast_v1_ListEpisodesResponse__Output } from './holdfast/v1/ListEpisodesResponse.js';
import type { ListHoldsRequest as _holdfast_v1_ListHoldsRequest, ListHoldsRequest__Output as _holdfast_v1_ListHoldsRequest__Output } from './holdfast/v1/ListHoldsRequest.js';
import type { ListHoldsResponse as _holdfast_v1_ListHoldsResponse, ListHoldsResponse__Output as _holdfast_v1_ListHoldsResponse__Output } from './holdfast/v1/ListHoldsResponse.js';
import type { ListOperationsRequest as _holdfast_v1_ListOperationsRequest, ListOperationsRequest__Output as _holdfast_v1_ListOperationsRequest__Output } from './holdfast/v1/ListOperationsRequest.js';
import type { ListOperationsResponse as _holdfast_v1_ListOperationsResponse, ListOperationsResponse__Output as _holdfast_v1_ListOperationsResponse__Output } from './holdfast/v1/ListOperationsResponse.js';
import type { ListSchemasRequest as _holdfast_v1_ListSchemasRequest, ListSchemasRequest__Output as _holdfast_v1_ListSchemasRequest__Output } from './holdfast/v1/ListSchemasRequest.js';
import type { ListSchemasResponse as _holdfast_v1_ListSchemasResponse, ListSchemasResponse__Output as _holdfast_v1_ListSchemasResponse__Output } from './holdfast/v1/ListSchemasResponse.js';
import type { ListSnapshotsRequest as _holdfast_v1_ListSnapshotsRequest, ListSnapshotsRequest__Output as _holdfast_v1_ListSnapshotsRequest__Output } from './holdfast/v1/ListSnapshotsRequest.js';
import type { ListSnapshotsResponse as _holdfast_v1_ListSnapshotsResponse, ListSnapshotsResponse__Output as _holdfast_v1_ListSnapshotsResponse__Output } from './holdfast/v1/ListSnapshotsResponse.js';
import type { ListStateVersionsRequest as _holdfast_v1_ListStateVersionsRequest, ListStateVersionsRequest__Output as _holdfast_v1_ListStateVersionsRequest__Output } from './holdfast/v1/ListStateVersionsRequest.js';
import type { ListStateVersionsResponse as _holdfast_v1_ListStateVersionsResponse, ListStateVersionsResponse__Output as _holdfast_v1_ListStateVersionsResponse__Output } from './holdfast/v1/ListStateVersionsResponse.js';
import type { ListStatesRequest as _holdfast_v1_ListStatesRequest, ListStatesRequest__Output as _holdfast_v1_ListStatesRequest__Output } from './holdfast/v1/ListStatesRequest.js';
import type { ListStatesResponse as _holdfast_v1_ListStatesResponse, ListStatesResponse__Output as _holdfast_v1_ListStatesResponse__Output } from './holdfast/v1/ListStatesResponse.js';
import type { ListTasksRequest as _holdfast_v1_ListTasksRequest, ListTasksRequest__Output as _holdfast_v1_ListTasksRequest__Output } from './holdfast/v1/ListTasksRequest.js';
import type { ListTasksResponse as _holdfast_v1_ListTasksResponse, ListTasksResponse__Output as _holdfast_v1_ListTasksResponse__Output } from './holdfast/v1/ListTasksResponse.js';
import type { ListTransactionsRequest as _holdfast_v1_ListTransactionsRequest, ListTransactionsRequest__Output as _holdfast_v1_ListTransactionsRequest__Output } from './holdfast/v1/ListTransactionsRequest.js';
import type { ListTransactionsResponse as _holdfast_v1_ListTransactionsResponse, ListTransactionsResponse__Output as _holdfast_v1_ListTransactionsResponse__Output } from './holdfast/v1/ListTransactionsResponse.js';
import type { MigrationFailure as _holdfast_v1_MigrationFailure, MigrationFailure__Output as _holdfast_v1_MigrationFailure__Output } from './holdfast/v1/MigrationFailure.js';
import type { MigrationStep as _holdfast_v1_MigrationStep, MigrationStep__Output as _holdfast_v1_MigrationStep__Output } from './holdfast/v1/MigrationStep.js';
import type { Mutation as _holdfast_v1_Mutation, Mutation__Output as _holdfast_v1_Mutation__Output } from './holdfast/v1/Mutation.js';
import type { MutationResult as _holdfast_v1_MutationResult, MutationResult__Output as _holdfast_v1_MutationResult__Output } from './holdfast/v1/MutationResult.js';
import type { NamedAmount as _holdfast_v1_NamedAmount, NamedAmount__Output as _holdfast_v1_NamedAmount__Output } from './holdfast/v1/NamedAmount.js';
import type { Operation as _holdfast_v1_Operation, Operation__Output as _holdfast_v1_Operation__Output } from './holdfast/v1/Operation.js';
import type { OperationHold as _holdfast_v1_OperationHold, OperationHold__Output as _holdfast_v1_OperationHold__Output } from './holdfast/v1/OperationHold.js';
import type { OperationsClient as _holdfast_v1_OperationsClient, OperationsDefinition as _holdfast_v1_OperationsDefinition } from './holdfast/v1/Operations.js';
import type { PatchStateRequest as _holdfast_v1_PatchStateRequest, PatchStateRequest__Output as _holdfast_v1_PatchStateRequest__Output } from './holdfast/v1/PatchStateRequest.js';
import type { PatchStateResponse as _holdfast_v1_PatchStateResponse, PatchStateResponse__Output as _holdfast_v1_PatchStateResponse__Output } from './holdfast/v1/PatchStateResponse.js';
import type { PlaceHoldRequest as _holdfast_v1_PlaceHoldRequest, PlaceHoldRequest__Output as _holdfast_v1_PlaceHoldRequest__Output } from './holdfast/v1/PlaceHoldRequest.js';
import type { PlaceHoldResponse as _holdfast_v1_PlaceHoldResponse, PlaceHoldResponse__Output as _holdfast_v1_PlaceHoldResponse__Output } from './holdfast/v1/PlaceHoldResponse.js';
import type { PostHoldRequest as _holdfast_v1_PostHoldRequest, PostHoldRequest__Output as _holdfast_v1_PostHoldRequest__Output } from './holdfast/v1/PostHoldRequest.js';
import type { PostHoldResponse as _holdfast_v1_PostHoldResponse, PostHoldResponse__Output as _holdfast_v1_PostHoldResponse__Output } from './holdfast/v1/PostHoldResponse.js';
import type { PostTransactionRequest as _holdfast_v1_PostTransactionRequest, PostTransactionRequest__Output as _holdfast_v1_PostTransactionRequest__Output } from './holdfast/v1/PostTransactionRequest.js';
import type { PostTransactionResponse as _holdfast_v1_PostTransactionResponse, PostTransactionResponse__Output as _holdfast_v1_PostTransactionResponse__Output } from './holdfast/v1/PostTransactionResponse.js';
import type { Posting as _holdfast_v1_Posting, Posting__Output as _holdfast_v1_Posting__Output } from './holdfast/v1/Posting.js';
import type { ProfileField as _holdfast_v1_ProfileField, ProfileField__Output as _holdfast_v1_ProfileField__Output } from './holdfast/v1/ProfileField.js';
import type { PutStateRequest as _holdfast_v1_PutStateRequest, PutStateRequest__Output as _holdfast_v1_PutStateRequest__Output } from './holdfast/v1/PutStateRequest.js';
import type { PutStateResponse as _holdfast_v1_PutStateResponse, PutStateResponse__Output as _holdfast_v1_PutStateResponse__Output } from './holdfast/v1/PutStateResponse.js';
import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from './holdfast/v1/ReadHeader.js';
import type { ReconcileRequest as _holdfast_v1_ReconcileRequest, ReconcileRequest__Output as _holdfast_v1_ReconcileRequest__Output } from './holdfast/v1/ReconcileRequest.js';
import type { ReconcileResponse as _holdfast_v1_ReconcileResponse, ReconcileResponse__Output as _holdfast_v1_ReconcileResponse__Output } from './holdfast/v1/ReconcileResponse.js';
import type { ReconciledBalance as _holdfast_v1_ReconciledBalance, ReconciledBalance__Output as _holdfast_v1_ReconciledBalance__Output } from './holdfast/v1/ReconciledBalance.js';
import type { RecordEpisodesRequest as _holdfast_v1_RecordEpisodesRequest, RecordEpisodesRequest__Output as _holdfast_v1_RecordEpisodesRequest__Output } from './holdfast/v1/RecordEpisodesRequest.js';
import type { RecordEpisodesResponse as _holdfast_v1_RecordEpisodesResponse, RecordEpisodesResponse__Output as _holdfast_v1_RecordEpisodesResponse__Output } from './holdfast/v1/RecordEpisodesResponse.js';
import type { RegisterAssetRequest as _holdfast_v1_RegisterAssetRequest, RegisterAssetRequest__Output as _holdfast_v1_RegisterAssetRequest__Output } from './holdfast/v1/RegisterAssetRequest.js';
import type { RegisterAssetResponse as _holdfast_v1_RegisterAssetResponse, RegisterAssetResponse__Output as _holdfast_v1_RegisterAssetResponse__Output } from './holdfast/v1/RegisterAssetResponse.js';
import type { RegisterSchemaRequest as _holdfast_v1_RegisterSchemaRequest, RegisterSchemaRequest__Output as _holdfast_v1_RegisterSchemaRequest__Output } from './holdfast/v1/RegisterSchemaRequest.js';
import type { RegisterSchemaResponse as _holdfast_v1_RegisterSchemaResponse, RegisterSchemaResponse__Output as _holdfast_v1_RegisterSchemaResponse__Output } from './holdfast/v1/RegisterSchemaResponse.js';
import type { ReleaseHoldRequest as _holdfast_v1_ReleaseHoldRequest, ReleaseHoldRequest__Output as _holdfast_v1_ReleaseHoldRequest__Output } from './holdfast/v1/ReleaseHoldRequest.js';
import type { ReleaseHoldResponse as _holdfast_v1_ReleaseHoldResponse, ReleaseHoldResponse__Output as _holdfast_v1_ReleaseHoldResponse__Output } from './holdfast/v1/ReleaseHoldResponse.js';
import type { ResolveOperationRequest as _holdfast_v1_ResolveOperationRequest, ResolveOperationRequest__Output as _holdfast_v1_ResolveOperationRequest__Output } from './holdfast/v1/ResolveOperationRequest.js';
import type { ResolveOperationResponse as _holdfast_v1_ResolveOperationResponse, ResolveOperationResponse__Output as _holdfast_v1_ResolveOperationResponse__Output } from './holdfast/v1/ResolveOperationResponse.js';
import type { ResumeRequest as _holdfast_v1_ResumeRequest, ResumeRequest__Output as _holdfast_v1_ResumeRequest__Output } from './holdfast/v1/ResumeRequest.js';
import type { ResumeResponse as _holdfast_v1_ResumeResponse, ResumeResponse__Output as _holdfast_v1_ResumeResponse__Output } from './holdfast/v1/ResumeResponse.js';
import type { SchemaVersion as _holdfast_v1_SchemaVersion, SchemaVersion__Output as _holdfast_v1_SchemaVersion__Output } from './holdfast/v1/SchemaVersion.js';
import type { SetFieldsRequest as _holdfast_v1_SetFieldsRequest, SetFieldsRequest__Output as _holdfast_v1_SetFieldsRequest__Output } from './holdfast/v1/SetFieldsRequest.js';
import type { SetFieldsResponse as _holdfast_v1_SetFieldsResponse, SetFieldsResponse__Output as _holdfast_v1_SetFieldsResponse__Output } from './holdfast/v1/SetFieldsResponse.js';
import type { SetRetentionRequest as _holdfast_v1_SetRetentionRequest, SetRetentionRequest__Output as _holdfast_v1_SetRetentionRequest__Output } from './holdfast/v1/SetRetentionRequest.js';
import type { SetRetentionResponse as _holdfast_v1_SetRetentionResponse, SetRetentionResponse__Output as _holdfast_v1_SetRetentionResponse__Output } from './holdfast/v1/SetRetentionResponse.js';
import type { SetStateRetentionRequest as _holdfast_v1_SetStateRetentionRequest, SetStateRetentionRequest__Output as _holdfast_v1_SetStateRetentionRequest__Output } from './holdfast/v1/SetStateRetentionRequest.js';
import type { SetStateRetentionResponse as _holdfast_v1_SetStateRetentionResponse, SetStateRetentionResponse__Output as _holdfast_v1_SetStateRetentionResponse__Output } from './holdfast/v1/SetStateRetentionResponse.js';
import type { Snapshot as _holdfast_v1_Snapshot, Snapshot__Output as _holdfast_v1_Snapshot__Output } from './holdfast/v1/Snapshot.js';
import type { SnapshotPortfolioRequest as _holdfast_v1_SnapshotPortfolioRequest, SnapshotPortfolioRequest__Output as _holdfast_v1_SnapshotPortfolioRequest__Output } from './holdfast/v1/SnapshotPortfolioRequest.js';
import type { SnapshotPortfolioResponse as _holdfast_v1_SnapshotPortfolioResponse, SnapshotPortfolioResponse__Output as _holdfast_v1_SnapshotPortfolioResponse__Output } from './holdfast/v1/SnapshotPortfolioResponse.js';
import type { StateClient as _holdfast_v1_StateClient, StateDefinition as _holdfast_v1_StateDefinition } from './holdfast/v1/State.js';
import type { StateRecord as _holdfast_v1_StateRecord, StateRecord__Output as _holdfast_v1_StateRecord__Output } from './holdfast/v1/StateRecord.js';
import type { SummarizeEpisodesRequest as _holdfast_v1_SummarizeEpisodesRequest, SummarizeEpisodesRequest__Output as _holdfast_v1_SummarizeEpisodesRequest__Output } from './holdfast/v1/SummarizeEpisodesRequest.js';
import type { SummarizeEpisodesResponse as _holdfast_v1_SummarizeEpisodesResponse, SummarizeEpisodesResponse__Output as _holdfast_v1_SummarizeEpisodesResponse__Output } from './holdfast/v1/SummarizeEpisodesResponse.js';
import type { TakeOverRequest as _holdfast_v1_TakeOverRequest, TakeOverRequest__Output as _holdfast_v1_TakeOverRequest__Output } from './holdfast/v1/TakeOverRequest.js';
import type { TakeOverResponse as _holdfast_v1_TakeOverResponse, TakeOverResponse__Output as _holdfast_v1_TakeOverResponse__Output } from './holdfast/v1/TakeOverResponse.js';
import type { Task as _holdfast_v1_Task, Task__Output as _holdfast_v1_Task__Output } from './holdfast/v1/Task.js';
import type { TaskStep as _holdfast_v1_TaskStep, TaskStep__Output as _holdfast_v1_TaskStep__Output } from './holdfast/v1/TaskStep.js';
import type { TaskStepInput as _holdfast_v1_TaskStepInput, TaskStepInput__Output as _holdfast_v1_TaskStepInput__Output } from './holdfast/v1/TaskStepInput.js';
import type { TasksClient as _holdfast_v1_TasksClient, TasksDefinition as _holdfast_v1_TasksDefinition } from './holdfast/v1/Tasks.js';
import type { Transaction as _holdfast_v1_Transaction, Transaction__Output as _holdfast_v1_Transaction__Output } from './holdfast/v1/Transaction.js';
import type { TypeSummary as _holdfast_v1_TypeSummary, TypeSummary__Output as _holdfast_v1_TypeSummary__Output } from './holdfast/v1/TypeSummary.js';
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
      AdvanceTaskRequest: MessageTypeDefinition<_holdfast_v1_AdvanceTaskRequest, _holdfast_v1_AdvanceTaskRequest__Output>
      AdvanceTaskResponse: MessageTypeDefinition<_holdfast_v1_AdvanceTaskResponse, _holdfast_v1_AdvanceTaskResponse__Output>
      AmountSum: MessageTypeDefinition<_holdfast_v1_AmountSum, _holdfast_v1_AmountSum__Output>
      ApproveStepRequest: MessageTypeDefinition<_holdfast_v1_ApproveStepRequest, _holdfast_v1_ApproveStepRequest__Output>
      ApproveStepResponse: MessageTypeDefinition<_holdfast_v1_ApproveStepResponse, _holdfast_v1_ApproveStepResponse__Output>
      AttachOutcomeRequest: MessageTypeDefinition<_holdfast_v1_AttachOutcomeRequest, _holdfast_v1_AttachOutcomeRequest__Output>
      AttachOutcomeResponse: MessageTypeDefinition<_holdfast_v1_AttachOutcomeResponse, _holdfast_v1_AttachOutcomeResponse__Output>
      Balance: MessageTypeDefinition<_holdfast_v1_Balance, _holdfast_v1_Balance__Output>
      BalanceAsOfRequest: MessageTypeDefinition<_holdfast_v1_BalanceAsOfRequest, _holdfast_v1_BalanceAsOfRequest__Output>
      BalanceAsOfResponse: MessageTypeDefinition<_holdfast_v1_BalanceAsOfResponse, _holdfast_v1_BalanceAsOfResponse__Output>
      BeginOperationRequest: MessageTypeDefinition<_holdfast_v1_BeginOperationRequest, _holdfast_v1_BeginOperationRequest__Output>
      BeginOperationResponse: MessageTypeDefinition<_holdfast_v1_BeginOperationResponse, _holdfast_v1_BeginOperationResponse__Output>
      BeginOutcome: EnumTypeDefinition
      CompleteOperationRequest: MessageTypeDefinition<_holdfast_v1_CompleteOperationRequest, _holdfast_v1_CompleteOperationRequest__Output>
      CompleteOperationResponse: MessageTypeDefinition<_holdfast_v1_CompleteOperationResponse, _holdfast_v1_CompleteOperationResponse__Output>
      ConfigureAccountRequest: MessageTypeDefinition<_holdfast_v1_ConfigureAccountRequest, _holdfast_v1_ConfigureAccountRequest__Output>
      ConfigureAccountResponse: MessageTypeDefinition<_holdfast_v1_ConfigureAccountResponse, _holdfast_v1_ConfigureAccountResponse__Output>
      CreateTaskRequest: MessageTypeDefinition<_holdfast_v1_CreateTaskRequest, _holdfast_v1_CreateTaskRequest__Output>
      CreateTaskResponse: MessageTypeDefinition<_holdfast_v1_CreateTaskResponse, _holdfast_v1_CreateTaskResponse__Output>
      DeleteStateRequest: MessageTypeDefinition<_holdfast_v1_DeleteStateRequest, _holdfast_v1_DeleteStateRequest__Output>
      DeleteStateResponse: MessageTypeDefinition<_holdfast_v1_DeleteStateResponse, _holdfast_v1_DeleteStateResponse__Output>
      Denial: MessageTypeDefinition<_holdfast_v1_Denial, _holdfast_v1_Denial__Output>
      Document: MessageTypeDefinition<_holdfast_v1_Document, _holdfast_v1_Document__Output>
      DocumentEncoding: EnumTypeDefinition
      DryRunMigrationRequest: MessageTypeDefinition<_holdfast_v1_DryRunMigrationRequest, _holdfast_v1_DryRunMigrationRequest__Output>
      DryRunMigrationResponse: MessageTypeDefinition<_holdfast_v1_DryRunMigrationResponse, _holdfast_v1_DryRunMigrationResponse__Output>
      Episode: MessageTypeDefinition<_holdfast_v1_Episode, _holdfast_v1_Episode__Output>
      EpisodeInput: MessageTypeDefinition<_holdfast_v1_EpisodeInput, _holdfast_v1_EpisodeInput__Output>
      Episodic: SubtypeConstructor<typeof grpc.Client, _holdfast_v1_EpisodicClient> & { service: _holdfast_v1_EpisodicDefinition }
      ExpectedBalance: MessageTypeDefinition<_holdfast_v1_ExpectedBalance, _holdfast_v1_ExpectedBalance__Output>
      ExtendLeaseRequest: MessageTypeDefinition<_holdfast_v1_ExtendLeaseRequest, _holdfast_v1_ExtendLeaseRequest__Output>
      ExtendLeaseResponse: MessageTypeDefinition<_holdfast_v1_ExtendLeaseResponse, _holdfast_v1_ExtendLeaseResponse__Output>
      FailOperationRequest: MessageTypeDefinition<_holdfast_v1_FailOperationRequest, _holdfast_v1_FailOperationRequest__Output>
      FailOperationResponse: MessageTypeDefinition<_holdfast_v1_FailOperationResponse, _holdfast_v1_FailOperationResponse__Output>
      GetBalancesRequest: MessageTypeDefinition<_holdfast_v1_GetBalancesRequest, _holdfast_v1_GetBalancesRequest__Output>
      GetBalancesResponse: MessageTypeDefinition<_holdfast_v1_GetBalancesResponse, _holdfast_v1_GetBalancesResponse__Output>
      GetEpisodeRequest: MessageTypeDefinition<_holdfast_v1_GetEpisodeRequest, _holdfast_v1_GetEpisodeRequest__Output>
      GetEpisodeResponse: MessageTypeDefinition<_holdfast_v1_GetEpisodeResponse, _holdfast_v1_GetEpisodeResponse__Output>
      GetFieldsRequest: MessageTypeDefinition<_holdfast_v1_GetFieldsRequest, _holdfast_v1_GetFieldsRequest__Output>
      GetFieldsResponse: MessageTypeDefinition<_holdfast_v1_GetFieldsResponse, _holdfast_v1_GetFieldsResponse__Output>
      GetOperationRequest: MessageTypeDefinition<_holdfast_v1_GetOperationRequest, _holdfast_v1_GetOperationRequest__Output>
      GetOperationResponse: MessageTypeDefinition<_holdfast_v1_GetOperationResponse, _holdfast_v1_GetOperationResponse__Output>
      GetStateRequest: MessageTypeDefinition<_holdfast_v1_GetStateRequest, _holdfast_v1_GetStateRequest__Output>
      GetStateResponse: MessageTypeDefinition<_holdfast_v1_GetStateResponse, _holdfast_v1_GetStateResponse__Output>
      GetTaskRequest: MessageTypeDefinition<_holdfast_v1_GetTaskRequest, _holdfast_v1_GetTaskRequest__Output>
      GetTaskResponse: MessageTypeDefinition<_holdfast_v1_GetTaskResponse, _holdfast_v1_GetTaskResponse__Output>
      GetTransactionRequest: MessageTypeDefinition<_holdfast_v1_GetTransactionRequest, _holdfast_v1_GetTransactionRequest__Output>
      GetTransactionResponse: MessageTypeDefinition<_holdfast_v1_GetTransactionResponse, _holdfast_v1_GetTransactionResponse__Output>
      Hold: MessageTypeDefinition<_holdfast_v1_Hold, _holdfast_v1_Hold__Output>
      HoldSettlement: MessageTypeDefinition<_holdfast_v1_HoldSettlement, _holdfast_v1_HoldSettlement__Output>
      HoldStatus: EnumTypeDefinition
      IncrementFieldRequest: MessageTypeDefinition<_holdfast_v1_IncrementFieldRequest, _holdfast_v1_IncrementFieldRequest__Output>
      IncrementFieldResponse: MessageTypeDefinition<_holdfast_v1_IncrementFieldResponse, _holdfast_v1_IncrementFieldResponse__Output>
      IngestEpisodesRequest: MessageTypeDefinition<_holdfast_v1_IngestEpisodesRequest, _holdfast_v1_IngestEpisodesRequest__Output>
      IngestEpisodesResponse: MessageTypeDefinition<_holdfast_v1_IngestEpisodesResponse, _holdfast_v1_IngestEpisodesResponse__Output>
      IngestError: MessageTypeDefinition<_holdfast_v1_IngestError, _holdfast_v1_IngestError__Output>
      Ledger: SubtypeConstructor<typeof grpc.Client, _holdfast_v1_LedgerClient> & { service: _holdfast_v1_LedgerDefinition }
      ListEpisodesRequest: MessageTypeDefinition<_holdfast_v1_ListEpisodesRequest, _holdfast_v1_ListEpisodesRequest__Output>
      ListEpisodesResponse: MessageTypeDefinition<_holdfast_v1_ListEpisodesResponse, _holdfast_v1_ListEpisodesResponse__Output>
      ListHoldsRequest: MessageTypeDefinition<_holdfast_v1_ListHoldsRequest, _holdfast_v1_ListHoldsRequest__Output>
      ListHoldsResponse: MessageTypeDefinition<_holdfast_v1_ListHoldsResponse, _holdfast_v1_ListHoldsResponse__Output>
      ListOperationsRequest: MessageTypeDefinition<_holdfast_v1_ListOperationsRequest, _holdfast_v1_ListOperationsRequest__Output>
      ListOperationsResponse: MessageTypeDefinition<_holdfast_v1_ListOperationsResponse, _holdfast_v1_ListOperationsResponse__Output>
      ListSchemasRequest: MessageTypeDefinition<_holdfast_v1_ListSchemasRequest, _holdfast_v1_ListSchemasRequest__Output>
      ListSchemasResponse: MessageTypeDefinition<_holdfast_v1_ListSchemasResponse, _holdfast_v1_ListSchemasResponse__Output>
      ListSnapshotsRequest: MessageTypeDefinition<_holdfast_v1_ListSnapshotsRequest, _holdfast_v1_ListSnapshotsRequest__Output>
      ListSnapshotsResponse: MessageTypeDefinition<_holdfast_v1_ListSnapshotsResponse, _holdfast_v1_ListSnapshotsResponse__Output>
      ListStateVersionsRequest: MessageTypeDefinition<_holdfast_v1_ListStateVersionsRequest, _holdfast_v1_ListStateVersionsRequest__Output>
      ListStateVersionsResponse: MessageTypeDefinition<_holdfast_v1_ListStateVersionsResponse, _holdfast_v1_ListStateVersionsResponse__Output>
      ListStatesRequest: MessageTypeDefinition<_holdfast_v1_ListStatesRequest, _holdfast_v1_ListStatesRequest__Output>
      ListStatesResponse: MessageTypeDefinition<_holdfast_v1_ListStatesResponse, _holdfast_v1_ListStatesResponse__Output>
      ListTasksRequest: MessageTypeDefinition<_holdfast_v1_ListTasksRequest, _holdfast_v1_ListTasksRequest__Output>
      ListTasksResponse: MessageTypeDefinition<_holdfast_v1_ListTasksResponse, _holdfast_v1_ListTasksResponse__Output>
      ListTransactionsRequest: MessageTypeDefinition<_holdfast_v1_ListTransactionsRequest, _holdfast_v1_ListTransactionsRequest__Output>
      ListTransactionsResponse: MessageTypeDefinition<_holdfast_v1_ListTransactionsResponse, _holdfast_v1_ListTransactionsResponse__Output>
      MigrationFailure: MessageTypeDefinition<_holdfast_v1_MigrationFailure, _holdfast_v1_MigrationFailure__Output>
      MigrationStep: MessageTypeDefinition<_holdfast_v1_MigrationStep, _holdfast_v1_MigrationStep__Output>
      Mutation: MessageTypeDefinition<_holdfast_v1_Mutation, _holdfast_v1_Mutation__Output>
      MutationResult: MessageTypeDefinition<_holdfast_v1_MutationResult, _holdfast_v1_MutationResult__Output>
      NamedAmount: MessageTypeDefinition<_holdfast_v1_NamedAmount, _holdfast_v1_NamedAmount__Output>
      OnCrash: EnumTypeDefinition
      Operation: MessageTypeDefinition<_holdfast_v1_Operation, _holdfast_v1_Operation__Output>
      OperationHold: MessageTypeDefinition<_holdfast_v1_OperationHold, _holdfast_v1_OperationHold__Output>
      OperationStatus: EnumTypeDefinition
      Operations: SubtypeConstructor<typeof grpc.Client, _holdfast_v1_OperationsClient> & { service: _holdfast_v1_OperationsDefinition }
      PatchStateRequest: MessageTypeDefinition<_holdfast_v1_PatchStateRequest, _holdfast_v1_PatchStateRequest__Output>
      PatchStateResponse: MessageTypeDefinition<_holdfast_v1_PatchStateResponse, _holdfast_v1_PatchStateResponse__Output>
      PlaceHoldRequest: MessageTypeDefinition<_holdfast_v1_PlaceHoldRequest, _holdfast_v1_PlaceHoldRequest__Output>
      PlaceHoldResponse: MessageTypeDefinition<_holdfast_v1_PlaceHoldResponse, _holdfast_v1_PlaceHoldResponse__Output>
      PostHoldRequest: MessageTypeDefinition<_holdfast_v1_PostHoldRequest, _holdfast_v1_PostHoldRequest__Output>
      PostHoldResponse: MessageTypeDefinition<_holdfast_v1_PostHoldResponse, _holdfast_v1_PostHoldResponse__Output>
      PostTransactionRequest: MessageTypeDefinition<_holdfast_v1_PostTransactionRequest, _holdfast_v1_PostTransactionRequest__Output>
      PostTransactionResponse: MessageTypeDefinition<_holdfast_v1_PostTransactionResponse, _holdfast_v1_PostTransactionResponse__Output>
      Posting: MessageTypeDefinition<_holdfast_v1_Posting, _holdfast_v1_Posting__Output>
      ProfileField: MessageTypeDefinition<_holdfast_v1_ProfileField, _holdfast_v1_ProfileField__Output>
      PutStateRequest: MessageTypeDefinition<_holdfast_v1_PutStateRequest, _holdfast_v1_PutStateRequest__Output>
      PutStateResponse: MessageTypeDefinition<_holdfast_v1_PutStateResponse, _holdfast_v1_PutStateResponse__Output>
      ReadHeader: MessageTypeDefinition<_holdfast_v1_ReadHeader, _holdfast_v1_ReadHeader__Output>
      ReconcileRequest: MessageTypeDefinition<_holdfast_v1_ReconcileRequest, _holdfast_v1_ReconcileRequest__Output>
      ReconcileResponse: MessageTypeDefinition<_holdfast_v1_ReconcileResponse, _holdfast_v1_ReconcileResponse__Output>
      ReconciledBalance: MessageTypeDefinition<_holdfast_v1_ReconciledBalance, _holdfast_v1_ReconciledBalance__Output>
      RecordEpisodesRequest: MessageTypeDefinition<_holdfast_v1_RecordEpisodesRequest, _holdfast_v1_RecordEpisodesRequest__Output>
      RecordEpisodesResponse: MessageTypeDefinition<_holdfast_v1_RecordEpisodesResponse, _holdfast_v1_RecordEpisodesResponse__Output>
      RegisterAssetRequest: MessageTypeDefinition<_holdfast_v1_RegisterAssetRequest, _holdfast_v1_RegisterAssetRequest__Output>
      RegisterAssetResponse: MessageTypeDefinition<_holdfast_v1_RegisterAssetResponse, _holdfast_v1_RegisterAssetResponse__Output>
      RegisterSchemaRequest: MessageTypeDefinition<_holdfast_v1_RegisterSchemaRequest, _holdfast_v1_RegisterSchemaRequest__Output>
      RegisterSchemaResponse: MessageTypeDefinition<_holdfast_v1_RegisterSchemaResponse, _holdfast_v1_RegisterSchemaResponse__Output>
      ReleaseHoldRequest: MessageTypeDefinition<_holdfast_v1_ReleaseHoldRequest, _holdfast_v1_ReleaseHoldRequest__Output>
      ReleaseHoldResponse: MessageTypeDefinition<_holdfast_v1_ReleaseHoldResponse, _holdfast_v1_ReleaseHoldResponse__Output>
      ResolveOperationRequest: MessageTypeDefinition<_holdfast_v1_ResolveOperationRequest, _holdfast_v1_ResolveOperationRequest__Output>
      ResolveOperationResponse: MessageTypeDefinition<_holdfast_v1_ResolveOperationResponse, _holdfast_v1_ResolveOperationResponse__Output>
      ResumeRequest: MessageTypeDefinition<_holdfast_v1_ResumeRequest, _holdfast_v1_ResumeRequest__Output>
      ResumeResponse: MessageTypeDefinition<_holdfast_v1_ResumeResponse, _holdfast_v1_ResumeResponse__Output>
      SchemaVersion: MessageTypeDefinition<_holdfast_v1_SchemaVersion, _holdfast_v1_SchemaVersion__Output>
      SetFieldsRequest: MessageTypeDefinition<_holdfast_v1_SetFieldsRequest, _holdfast_v1_SetFieldsRequest__Output>
      SetFieldsResponse: MessageTypeDefinition<_holdfast_v1_SetFieldsResponse, _holdfast_v1_SetFieldsResponse__Output>
      SetRetentionRequest: MessageTypeDefinition<_holdfast_v1_SetRetentionRequest, _holdfast_v1_SetRetentionRequest__Output>
      SetRetentionResponse: MessageTypeDefinition<_holdfast_v1_SetRetentionResponse, _holdfast_v1_SetRetentionResponse__Output>
      SetStateRetentionRequest: MessageTypeDefinition<_holdfast_v1_SetStateRetentionRequest, _holdfast_v1_SetStateRetentionRequest__Output>
      SetStateRetentionResponse: MessageTypeDefinition<_holdfast_v1_SetStateRetentionResponse, _holdfast_v1_SetStateRetentionResponse__Output>
      Snapshot: MessageTypeDefinition<_holdfast_v1_Snapshot, _holdfast_v1_Snapshot__Output>
      SnapshotPortfolioRequest: MessageTypeDefinition<_holdfast_v1_SnapshotPortfolioRequest, _holdfast_v1_SnapshotPortfolioRequest__Output>
      SnapshotPortfolioResponse: MessageTypeDefinition<_holdfast_v1_SnapshotPortfolioResponse, _holdfast_v1_SnapshotPortfolioResponse__Output>
      State: SubtypeConstructor<typeof grpc.Client, _holdfast_v1_StateClient> & { service: _holdfast_v1_StateDefinition }
      StateRecord: MessageTypeDefinition<_holdfast_v1_StateRecord, _holdfast_v1_StateRecord__Output>
      SummarizeEpisodesRequest: MessageTypeDefinition<_holdfast_v1_SummarizeEpisodesRequest, _holdfast_v1_SummarizeEpisodesRequest__Output>
      SummarizeEpisodesResponse: MessageTypeDefinition<_holdfast_v1_SummarizeEpisodesResponse, _holdfast_v1_SummarizeEpisodesResponse__Output>
      TakeOverRequest: MessageTypeDefinition<_holdfast_v1_TakeOverRequest, _holdfast_v1_TakeOverRequest__Output>
      TakeOverResponse: MessageTypeDefinition<_holdfast_v1_TakeOverResponse, _holdfast_v1_TakeOverResponse__Output>
      Task: MessageTypeDefinition<_holdfast_v1_Task, _holdfast_v1_Task__Output>
      TaskState: EnumTypeDefinition
      TaskStep: MessageTypeDefinition<_holdfast_v1_TaskStep, _holdfast_v1_TaskStep__Output>
      TaskStepInput: MessageTypeDefinition<_holdfast_v1_TaskStepInput, _holdfast_v1_TaskStepInput__Output>
      Tasks: SubtypeConstructor<typeof grpc.Client, _holdfast_v1_TasksClient> & { service: _holdfast_v1_TasksDefinition }
      Transaction: MessageTypeDefinition<_holdfast_v1_Transaction, _holdfast_v1_Transaction__Output>
      TypeSummary: MessageTypeDefinition<_holdfast_v1_TypeSummary, _holdfast_v1_TypeSummary__Output>
      WriteHeader: MessageTypeDefinition<_holdfast_v1_WriteHeader, _holdfast_v1_WriteHeader__Output>
    }
  }
}

