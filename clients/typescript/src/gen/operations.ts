import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from './google/protobuf/Duration.js';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from './google/protobuf/Timestamp.js';
import type { AckSignalsRequest as _holdfast_v1_AckSignalsRequest, AckSignalsRequest__Output as _holdfast_v1_AckSignalsRequest__Output } from './holdfast/v1/AckSignalsRequest.js';
import type { AckSignalsResponse as _holdfast_v1_AckSignalsResponse, AckSignalsResponse__Output as _holdfast_v1_AckSignalsResponse__Output } from './holdfast/v1/AckSignalsResponse.js';
import type { AcquireTokensRequest as _holdfast_v1_AcquireTokensRequest, AcquireTokensRequest__Output as _holdfast_v1_AcquireTokensRequest__Output } from './holdfast/v1/AcquireTokensRequest.js';
import type { AcquireTokensResponse as _holdfast_v1_AcquireTokensResponse, AcquireTokensResponse__Output as _holdfast_v1_AcquireTokensResponse__Output } from './holdfast/v1/AcquireTokensResponse.js';
import type { Action as _holdfast_v1_Action, Action__Output as _holdfast_v1_Action__Output } from './holdfast/v1/Action.js';
import type { AddToCounterRequest as _holdfast_v1_AddToCounterRequest, AddToCounterRequest__Output as _holdfast_v1_AddToCounterRequest__Output } from './holdfast/v1/AddToCounterRequest.js';
import type { AddToCounterResponse as _holdfast_v1_AddToCounterResponse, AddToCounterResponse__Output as _holdfast_v1_AddToCounterResponse__Output } from './holdfast/v1/AddToCounterResponse.js';
import type { AdvanceTaskRequest as _holdfast_v1_AdvanceTaskRequest, AdvanceTaskRequest__Output as _holdfast_v1_AdvanceTaskRequest__Output } from './holdfast/v1/AdvanceTaskRequest.js';
import type { AdvanceTaskResponse as _holdfast_v1_AdvanceTaskResponse, AdvanceTaskResponse__Output as _holdfast_v1_AdvanceTaskResponse__Output } from './holdfast/v1/AdvanceTaskResponse.js';
import type { Aggregate as _holdfast_v1_Aggregate, Aggregate__Output as _holdfast_v1_Aggregate__Output } from './holdfast/v1/Aggregate.js';
import type { AggregateGroup as _holdfast_v1_AggregateGroup, AggregateGroup__Output as _holdfast_v1_AggregateGroup__Output } from './holdfast/v1/AggregateGroup.js';
import type { AggregateRecordsRequest as _holdfast_v1_AggregateRecordsRequest, AggregateRecordsRequest__Output as _holdfast_v1_AggregateRecordsRequest__Output } from './holdfast/v1/AggregateRecordsRequest.js';
import type { AggregateRecordsResponse as _holdfast_v1_AggregateRecordsResponse, AggregateRecordsResponse__Output as _holdfast_v1_AggregateRecordsResponse__Output } from './holdfast/v1/AggregateRecordsResponse.js';
import type { AlertRule as _holdfast_v1_AlertRule, AlertRule__Output as _holdfast_v1_AlertRule__Output } from './holdfast/v1/AlertRule.js';
import type { AmountSum as _holdfast_v1_AmountSum, AmountSum__Output as _holdfast_v1_AmountSum__Output } from './holdfast/v1/AmountSum.js';
import type { AppendTurnRequest as _holdfast_v1_AppendTurnRequest, AppendTurnRequest__Output as _holdfast_v1_AppendTurnRequest__Output } from './holdfast/v1/AppendTurnRequest.js';
import type { AppendTurnResponse as _holdfast_v1_AppendTurnResponse, AppendTurnResponse__Output as _holdfast_v1_AppendTurnResponse__Output } from './holdfast/v1/AppendTurnResponse.js';
import type { ApproveStepRequest as _holdfast_v1_ApproveStepRequest, ApproveStepRequest__Output as _holdfast_v1_ApproveStepRequest__Output } from './holdfast/v1/ApproveStepRequest.js';
import type { ApproveStepResponse as _holdfast_v1_ApproveStepResponse, ApproveStepResponse__Output as _holdfast_v1_ApproveStepResponse__Output } from './holdfast/v1/ApproveStepResponse.js';
import type { AttachOutcomeRequest as _holdfast_v1_AttachOutcomeRequest, AttachOutcomeRequest__Output as _holdfast_v1_AttachOutcomeRequest__Output } from './holdfast/v1/AttachOutcomeRequest.js';
import type { AttachOutcomeResponse as _holdfast_v1_AttachOutcomeResponse, AttachOutcomeResponse__Output as _holdfast_v1_AttachOutcomeResponse__Output } from './holdfast/v1/AttachOutcomeResponse.js';
import type { AttachVectorsRequest as _holdfast_v1_AttachVectorsRequest, AttachVectorsRequest__Output as _holdfast_v1_AttachVectorsRequest__Output } from './holdfast/v1/AttachVectorsRequest.js';
import type { AttachVectorsResponse as _holdfast_v1_AttachVectorsResponse, AttachVectorsResponse__Output as _holdfast_v1_AttachVectorsResponse__Output } from './holdfast/v1/AttachVectorsResponse.js';
import type { AuditClient as _holdfast_v1_AuditClient, AuditDefinition as _holdfast_v1_AuditDefinition } from './holdfast/v1/Audit.js';
import type { AuditFinding as _holdfast_v1_AuditFinding, AuditFinding__Output as _holdfast_v1_AuditFinding__Output } from './holdfast/v1/AuditFinding.js';
import type { Balance as _holdfast_v1_Balance, Balance__Output as _holdfast_v1_Balance__Output } from './holdfast/v1/Balance.js';
import type { BalanceAsOfRequest as _holdfast_v1_BalanceAsOfRequest, BalanceAsOfRequest__Output as _holdfast_v1_BalanceAsOfRequest__Output } from './holdfast/v1/BalanceAsOfRequest.js';
import type { BalanceAsOfResponse as _holdfast_v1_BalanceAsOfResponse, BalanceAsOfResponse__Output as _holdfast_v1_BalanceAsOfResponse__Output } from './holdfast/v1/BalanceAsOfResponse.js';
import type { BeginOperationRequest as _holdfast_v1_BeginOperationRequest, BeginOperationRequest__Output as _holdfast_v1_BeginOperationRequest__Output } from './holdfast/v1/BeginOperationRequest.js';
import type { BeginOperationResponse as _holdfast_v1_BeginOperationResponse, BeginOperationResponse__Output as _holdfast_v1_BeginOperationResponse__Output } from './holdfast/v1/BeginOperationResponse.js';
import type { Bucket as _holdfast_v1_Bucket, Bucket__Output as _holdfast_v1_Bucket__Output } from './holdfast/v1/Bucket.js';
import type { BuildContextRequest as _holdfast_v1_BuildContextRequest, BuildContextRequest__Output as _holdfast_v1_BuildContextRequest__Output } from './holdfast/v1/BuildContextRequest.js';
import type { BuildContextResponse as _holdfast_v1_BuildContextResponse, BuildContextResponse__Output as _holdfast_v1_BuildContextResponse__Output } from './holdfast/v1/BuildContextResponse.js';
import type { Checkpoint as _holdfast_v1_Checkpoint, Checkpoint__Output as _holdfast_v1_Checkpoint__Output } from './holdfast/v1/Checkpoint.js';
import type { ClearPositionRequest as _holdfast_v1_ClearPositionRequest, ClearPositionRequest__Output as _holdfast_v1_ClearPositionRequest__Output } from './holdfast/v1/ClearPositionRequest.js';
import type { ClearPositionResponse as _holdfast_v1_ClearPositionResponse, ClearPositionResponse__Output as _holdfast_v1_ClearPositionResponse__Output } from './holdfast/v1/ClearPositionResponse.js';
import type { CloseSessionRequest as _holdfast_v1_CloseSessionRequest, CloseSessionRequest__Output as _holdfast_v1_CloseSessionRequest__Output } from './holdfast/v1/CloseSessionRequest.js';
import type { CloseSessionResponse as _holdfast_v1_CloseSessionResponse, CloseSessionResponse__Output as _holdfast_v1_CloseSessionResponse__Output } from './holdfast/v1/CloseSessionResponse.js';
import type { Collection as _holdfast_v1_Collection, Collection__Output as _holdfast_v1_Collection__Output } from './holdfast/v1/Collection.js';
import type { CompactConversationRequest as _holdfast_v1_CompactConversationRequest, CompactConversationRequest__Output as _holdfast_v1_CompactConversationRequest__Output } from './holdfast/v1/CompactConversationRequest.js';
import type { CompactConversationResponse as _holdfast_v1_CompactConversationResponse, CompactConversationResponse__Output as _holdfast_v1_CompactConversationResponse__Output } from './holdfast/v1/CompactConversationResponse.js';
import type { CompleteOperationRequest as _holdfast_v1_CompleteOperationRequest, CompleteOperationRequest__Output as _holdfast_v1_CompleteOperationRequest__Output } from './holdfast/v1/CompleteOperationRequest.js';
import type { CompleteOperationResponse as _holdfast_v1_CompleteOperationResponse, CompleteOperationResponse__Output as _holdfast_v1_CompleteOperationResponse__Output } from './holdfast/v1/CompleteOperationResponse.js';
import type { ConfigureAccountRequest as _holdfast_v1_ConfigureAccountRequest, ConfigureAccountRequest__Output as _holdfast_v1_ConfigureAccountRequest__Output } from './holdfast/v1/ConfigureAccountRequest.js';
import type { ConfigureAccountResponse as _holdfast_v1_ConfigureAccountResponse, ConfigureAccountResponse__Output as _holdfast_v1_ConfigureAccountResponse__Output } from './holdfast/v1/ConfigureAccountResponse.js';
import type { ConsumeRequest as _holdfast_v1_ConsumeRequest, ConsumeRequest__Output as _holdfast_v1_ConsumeRequest__Output } from './holdfast/v1/ConsumeRequest.js';
import type { ConsumeResponse as _holdfast_v1_ConsumeResponse, ConsumeResponse__Output as _holdfast_v1_ConsumeResponse__Output } from './holdfast/v1/ConsumeResponse.js';
import type { Consumer as _holdfast_v1_Consumer, Consumer__Output as _holdfast_v1_Consumer__Output } from './holdfast/v1/Consumer.js';
import type { Conversation as _holdfast_v1_Conversation, Conversation__Output as _holdfast_v1_Conversation__Output } from './holdfast/v1/Conversation.js';
import type { ConversationsClient as _holdfast_v1_ConversationsClient, ConversationsDefinition as _holdfast_v1_ConversationsDefinition } from './holdfast/v1/Conversations.js';
import type { CountTokensRequest as _holdfast_v1_CountTokensRequest, CountTokensRequest__Output as _holdfast_v1_CountTokensRequest__Output } from './holdfast/v1/CountTokensRequest.js';
import type { CountTokensResponse as _holdfast_v1_CountTokensResponse, CountTokensResponse__Output as _holdfast_v1_CountTokensResponse__Output } from './holdfast/v1/CountTokensResponse.js';
import type { Counter as _holdfast_v1_Counter, Counter__Output as _holdfast_v1_Counter__Output } from './holdfast/v1/Counter.js';
import type { CreateTaskRequest as _holdfast_v1_CreateTaskRequest, CreateTaskRequest__Output as _holdfast_v1_CreateTaskRequest__Output } from './holdfast/v1/CreateTaskRequest.js';
import type { CreateTaskResponse as _holdfast_v1_CreateTaskResponse, CreateTaskResponse__Output as _holdfast_v1_CreateTaskResponse__Output } from './holdfast/v1/CreateTaskResponse.js';
import type { Credential as _holdfast_v1_Credential, Credential__Output as _holdfast_v1_Credential__Output } from './holdfast/v1/Credential.js';
import type { DeleteAlertRuleRequest as _holdfast_v1_DeleteAlertRuleRequest, DeleteAlertRuleRequest__Output as _holdfast_v1_DeleteAlertRuleRequest__Output } from './holdfast/v1/DeleteAlertRuleRequest.js';
import type { DeleteAlertRuleResponse as _holdfast_v1_DeleteAlertRuleResponse, DeleteAlertRuleResponse__Output as _holdfast_v1_DeleteAlertRuleResponse__Output } from './holdfast/v1/DeleteAlertRuleResponse.js';
import type { DeleteCollectionRequest as _holdfast_v1_DeleteCollectionRequest, DeleteCollectionRequest__Output as _holdfast_v1_DeleteCollectionRequest__Output } from './holdfast/v1/DeleteCollectionRequest.js';
import type { DeleteCollectionResponse as _holdfast_v1_DeleteCollectionResponse, DeleteCollectionResponse__Output as _holdfast_v1_DeleteCollectionResponse__Output } from './holdfast/v1/DeleteCollectionResponse.js';
import type { DeleteConsumerRequest as _holdfast_v1_DeleteConsumerRequest, DeleteConsumerRequest__Output as _holdfast_v1_DeleteConsumerRequest__Output } from './holdfast/v1/DeleteConsumerRequest.js';
import type { DeleteConsumerResponse as _holdfast_v1_DeleteConsumerResponse, DeleteConsumerResponse__Output as _holdfast_v1_DeleteConsumerResponse__Output } from './holdfast/v1/DeleteConsumerResponse.js';
import type { DeleteConversationRequest as _holdfast_v1_DeleteConversationRequest, DeleteConversationRequest__Output as _holdfast_v1_DeleteConversationRequest__Output } from './holdfast/v1/DeleteConversationRequest.js';
import type { DeleteConversationResponse as _holdfast_v1_DeleteConversationResponse, DeleteConversationResponse__Output as _holdfast_v1_DeleteConversationResponse__Output } from './holdfast/v1/DeleteConversationResponse.js';
import type { DeleteCredentialRequest as _holdfast_v1_DeleteCredentialRequest, DeleteCredentialRequest__Output as _holdfast_v1_DeleteCredentialRequest__Output } from './holdfast/v1/DeleteCredentialRequest.js';
import type { DeleteCredentialResponse as _holdfast_v1_DeleteCredentialResponse, DeleteCredentialResponse__Output as _holdfast_v1_DeleteCredentialResponse__Output } from './holdfast/v1/DeleteCredentialResponse.js';
import type { DeleteGuardRequest as _holdfast_v1_DeleteGuardRequest, DeleteGuardRequest__Output as _holdfast_v1_DeleteGuardRequest__Output } from './holdfast/v1/DeleteGuardRequest.js';
import type { DeleteGuardResponse as _holdfast_v1_DeleteGuardResponse, DeleteGuardResponse__Output as _holdfast_v1_DeleteGuardResponse__Output } from './holdfast/v1/DeleteGuardResponse.js';
import type { DeletePromptLabelRequest as _holdfast_v1_DeletePromptLabelRequest, DeletePromptLabelRequest__Output as _holdfast_v1_DeletePromptLabelRequest__Output } from './holdfast/v1/DeletePromptLabelRequest.js';
import type { DeletePromptLabelResponse as _holdfast_v1_DeletePromptLabelResponse, DeletePromptLabelResponse__Output as _holdfast_v1_DeletePromptLabelResponse__Output } from './holdfast/v1/DeletePromptLabelResponse.js';
import type { DeleteRecordRequest as _holdfast_v1_DeleteRecordRequest, DeleteRecordRequest__Output as _holdfast_v1_DeleteRecordRequest__Output } from './holdfast/v1/DeleteRecordRequest.js';
import type { DeleteRecordResponse as _holdfast_v1_DeleteRecordResponse, DeleteRecordResponse__Output as _holdfast_v1_DeleteRecordResponse__Output } from './holdfast/v1/DeleteRecordResponse.js';
import type { DeleteSlotRequest as _holdfast_v1_DeleteSlotRequest, DeleteSlotRequest__Output as _holdfast_v1_DeleteSlotRequest__Output } from './holdfast/v1/DeleteSlotRequest.js';
import type { DeleteSlotResponse as _holdfast_v1_DeleteSlotResponse, DeleteSlotResponse__Output as _holdfast_v1_DeleteSlotResponse__Output } from './holdfast/v1/DeleteSlotResponse.js';
import type { DeleteStateRequest as _holdfast_v1_DeleteStateRequest, DeleteStateRequest__Output as _holdfast_v1_DeleteStateRequest__Output } from './holdfast/v1/DeleteStateRequest.js';
import type { DeleteStateResponse as _holdfast_v1_DeleteStateResponse, DeleteStateResponse__Output as _holdfast_v1_DeleteStateResponse__Output } from './holdfast/v1/DeleteStateResponse.js';
import type { Denial as _holdfast_v1_Denial, Denial__Output as _holdfast_v1_Denial__Output } from './holdfast/v1/Denial.js';
import type { Document as _holdfast_v1_Document, Document__Output as _holdfast_v1_Document__Output } from './holdfast/v1/Document.js';
import type { DryRunMigrationRequest as _holdfast_v1_DryRunMigrationRequest, DryRunMigrationRequest__Output as _holdfast_v1_DryRunMigrationRequest__Output } from './holdfast/v1/DryRunMigrationRequest.js';
import type { DryRunMigrationResponse as _holdfast_v1_DryRunMigrationResponse, DryRunMigrationResponse__Output as _holdfast_v1_DryRunMigrationResponse__Output } from './holdfast/v1/DryRunMigrationResponse.js';
import type { Episode as _holdfast_v1_Episode, Episode__Output as _holdfast_v1_Episode__Output } from './holdfast/v1/Episode.js';
import type { EpisodeInput as _holdfast_v1_EpisodeInput, EpisodeInput__Output as _holdfast_v1_EpisodeInput__Output } from './holdfast/v1/EpisodeInput.js';
import type { EpisodicClient as _holdfast_v1_EpisodicClient, EpisodicDefinition as _holdfast_v1_EpisodicDefinition } from './holdfast/v1/Episodic.js';
import type { EvaluateGuardsRequest as _holdfast_v1_EvaluateGuardsRequest, EvaluateGuardsRequest__Output as _holdfast_v1_EvaluateGuardsRequest__Output } from './holdfast/v1/EvaluateGuardsRequest.js';
import type { EvaluateGuardsResponse as _holdfast_v1_EvaluateGuardsResponse, EvaluateGuardsResponse__Output as _holdfast_v1_EvaluateGuardsResponse__Output } from './holdfast/v1/EvaluateGuardsResponse.js';
import type { ExpectedBalance as _holdfast_v1_ExpectedBalance, ExpectedBalance__Output as _holdfast_v1_ExpectedBalance__Output } from './holdfast/v1/ExpectedBalance.js';
import type { Explanation as _holdfast_v1_Explanation, Explanation__Output as _holdfast_v1_Explanation__Output } from './holdfast/v1/Explanation.js';
import type { ExportProofRequest as _holdfast_v1_ExportProofRequest, ExportProofRequest__Output as _holdfast_v1_ExportProofRequest__Output } from './holdfast/v1/ExportProofRequest.js';
import type { ExportProofResponse as _holdfast_v1_ExportProofResponse, ExportProofResponse__Output as _holdfast_v1_ExportProofResponse__Output } from './holdfast/v1/ExportProofResponse.js';
import type { ExtendLeaseRequest as _holdfast_v1_ExtendLeaseRequest, ExtendLeaseRequest__Output as _holdfast_v1_ExtendLeaseRequest__Output } from './holdfast/v1/ExtendLeaseRequest.js';
import type { ExtendLeaseResponse as _holdfast_v1_ExtendLeaseResponse, ExtendLeaseResponse__Output as _holdfast_v1_ExtendLeaseResponse__Output } from './holdfast/v1/ExtendLeaseResponse.js';
import type { FailOperationRequest as _holdfast_v1_FailOperationRequest, FailOperationRequest__Output as _holdfast_v1_FailOperationRequest__Output } from './holdfast/v1/FailOperationRequest.js';
import type { FailOperationResponse as _holdfast_v1_FailOperationResponse, FailOperationResponse__Output as _holdfast_v1_FailOperationResponse__Output } from './holdfast/v1/FailOperationResponse.js';
import type { FieldDeclaration as _holdfast_v1_FieldDeclaration, FieldDeclaration__Output as _holdfast_v1_FieldDeclaration__Output } from './holdfast/v1/FieldDeclaration.js';
import type { FieldFilter as _holdfast_v1_FieldFilter, FieldFilter__Output as _holdfast_v1_FieldFilter__Output } from './holdfast/v1/FieldFilter.js';
import type { Filter as _holdfast_v1_Filter, Filter__Output as _holdfast_v1_Filter__Output } from './holdfast/v1/Filter.js';
import type { FilterList as _holdfast_v1_FilterList, FilterList__Output as _holdfast_v1_FilterList__Output } from './holdfast/v1/FilterList.js';
import type { ForgetMemoryRequest as _holdfast_v1_ForgetMemoryRequest, ForgetMemoryRequest__Output as _holdfast_v1_ForgetMemoryRequest__Output } from './holdfast/v1/ForgetMemoryRequest.js';
import type { ForgetMemoryResponse as _holdfast_v1_ForgetMemoryResponse, ForgetMemoryResponse__Output as _holdfast_v1_ForgetMemoryResponse__Output } from './holdfast/v1/ForgetMemoryResponse.js';
import type { Generation as _holdfast_v1_Generation, Generation__Output as _holdfast_v1_Generation__Output } from './holdfast/v1/Generation.js';
import type { GetBalancesRequest as _holdfast_v1_GetBalancesRequest, GetBalancesRequest__Output as _holdfast_v1_GetBalancesRequest__Output } from './holdfast/v1/GetBalancesRequest.js';
import type { GetBalancesResponse as _holdfast_v1_GetBalancesResponse, GetBalancesResponse__Output as _holdfast_v1_GetBalancesResponse__Output } from './holdfast/v1/GetBalancesResponse.js';
import type { GetCheckpointRequest as _holdfast_v1_GetCheckpointRequest, GetCheckpointRequest__Output as _holdfast_v1_GetCheckpointRequest__Output } from './holdfast/v1/GetCheckpointRequest.js';
import type { GetCheckpointResponse as _holdfast_v1_GetCheckpointResponse, GetCheckpointResponse__Output as _holdfast_v1_GetCheckpointResponse__Output } from './holdfast/v1/GetCheckpointResponse.js';
import type { GetCollectionRequest as _holdfast_v1_GetCollectionRequest, GetCollectionRequest__Output as _holdfast_v1_GetCollectionRequest__Output } from './holdfast/v1/GetCollectionRequest.js';
import type { GetCollectionResponse as _holdfast_v1_GetCollectionResponse, GetCollectionResponse__Output as _holdfast_v1_GetCollectionResponse__Output } from './holdfast/v1/GetCollectionResponse.js';
import type { GetConversationRequest as _holdfast_v1_GetConversationRequest, GetConversationRequest__Output as _holdfast_v1_GetConversationRequest__Output } from './holdfast/v1/GetConversationRequest.js';
import type { GetConversationResponse as _holdfast_v1_GetConversationResponse, GetConversationResponse__Output as _holdfast_v1_GetConversationResponse__Output } from './holdfast/v1/GetConversationResponse.js';
import type { GetCounterRequest as _holdfast_v1_GetCounterRequest, GetCounterRequest__Output as _holdfast_v1_GetCounterRequest__Output } from './holdfast/v1/GetCounterRequest.js';
import type { GetCounterResponse as _holdfast_v1_GetCounterResponse, GetCounterResponse__Output as _holdfast_v1_GetCounterResponse__Output } from './holdfast/v1/GetCounterResponse.js';
import type { GetCredentialRequest as _holdfast_v1_GetCredentialRequest, GetCredentialRequest__Output as _holdfast_v1_GetCredentialRequest__Output } from './holdfast/v1/GetCredentialRequest.js';
import type { GetCredentialResponse as _holdfast_v1_GetCredentialResponse, GetCredentialResponse__Output as _holdfast_v1_GetCredentialResponse__Output } from './holdfast/v1/GetCredentialResponse.js';
import type { GetEpisodeRequest as _holdfast_v1_GetEpisodeRequest, GetEpisodeRequest__Output as _holdfast_v1_GetEpisodeRequest__Output } from './holdfast/v1/GetEpisodeRequest.js';
import type { GetEpisodeResponse as _holdfast_v1_GetEpisodeResponse, GetEpisodeResponse__Output as _holdfast_v1_GetEpisodeResponse__Output } from './holdfast/v1/GetEpisodeResponse.js';
import type { GetFieldsRequest as _holdfast_v1_GetFieldsRequest, GetFieldsRequest__Output as _holdfast_v1_GetFieldsRequest__Output } from './holdfast/v1/GetFieldsRequest.js';
import type { GetFieldsResponse as _holdfast_v1_GetFieldsResponse, GetFieldsResponse__Output as _holdfast_v1_GetFieldsResponse__Output } from './holdfast/v1/GetFieldsResponse.js';
import type { GetMemoryRequest as _holdfast_v1_GetMemoryRequest, GetMemoryRequest__Output as _holdfast_v1_GetMemoryRequest__Output } from './holdfast/v1/GetMemoryRequest.js';
import type { GetMemoryResponse as _holdfast_v1_GetMemoryResponse, GetMemoryResponse__Output as _holdfast_v1_GetMemoryResponse__Output } from './holdfast/v1/GetMemoryResponse.js';
import type { GetMessagesRequest as _holdfast_v1_GetMessagesRequest, GetMessagesRequest__Output as _holdfast_v1_GetMessagesRequest__Output } from './holdfast/v1/GetMessagesRequest.js';
import type { GetMessagesResponse as _holdfast_v1_GetMessagesResponse, GetMessagesResponse__Output as _holdfast_v1_GetMessagesResponse__Output } from './holdfast/v1/GetMessagesResponse.js';
import type { GetOperationRequest as _holdfast_v1_GetOperationRequest, GetOperationRequest__Output as _holdfast_v1_GetOperationRequest__Output } from './holdfast/v1/GetOperationRequest.js';
import type { GetOperationResponse as _holdfast_v1_GetOperationResponse, GetOperationResponse__Output as _holdfast_v1_GetOperationResponse__Output } from './holdfast/v1/GetOperationResponse.js';
import type { GetPositionRequest as _holdfast_v1_GetPositionRequest, GetPositionRequest__Output as _holdfast_v1_GetPositionRequest__Output } from './holdfast/v1/GetPositionRequest.js';
import type { GetPositionResponse as _holdfast_v1_GetPositionResponse, GetPositionResponse__Output as _holdfast_v1_GetPositionResponse__Output } from './holdfast/v1/GetPositionResponse.js';
import type { GetPromptTemplateRequest as _holdfast_v1_GetPromptTemplateRequest, GetPromptTemplateRequest__Output as _holdfast_v1_GetPromptTemplateRequest__Output } from './holdfast/v1/GetPromptTemplateRequest.js';
import type { GetPromptTemplateResponse as _holdfast_v1_GetPromptTemplateResponse, GetPromptTemplateResponse__Output as _holdfast_v1_GetPromptTemplateResponse__Output } from './holdfast/v1/GetPromptTemplateResponse.js';
import type { GetRecordRequest as _holdfast_v1_GetRecordRequest, GetRecordRequest__Output as _holdfast_v1_GetRecordRequest__Output } from './holdfast/v1/GetRecordRequest.js';
import type { GetRecordResponse as _holdfast_v1_GetRecordResponse, GetRecordResponse__Output as _holdfast_v1_GetRecordResponse__Output } from './holdfast/v1/GetRecordResponse.js';
import type { GetSessionRequest as _holdfast_v1_GetSessionRequest, GetSessionRequest__Output as _holdfast_v1_GetSessionRequest__Output } from './holdfast/v1/GetSessionRequest.js';
import type { GetSessionResponse as _holdfast_v1_GetSessionResponse, GetSessionResponse__Output as _holdfast_v1_GetSessionResponse__Output } from './holdfast/v1/GetSessionResponse.js';
import type { GetSlotRequest as _holdfast_v1_GetSlotRequest, GetSlotRequest__Output as _holdfast_v1_GetSlotRequest__Output } from './holdfast/v1/GetSlotRequest.js';
import type { GetSlotResponse as _holdfast_v1_GetSlotResponse, GetSlotResponse__Output as _holdfast_v1_GetSlotResponse__Output } from './holdfast/v1/GetSlotResponse.js';
import type { GetStateRequest as _holdfast_v1_GetStateRequest, GetStateRequest__Output as _holdfast_v1_GetStateRequest__Output } from './holdfast/v1/GetStateRequest.js';
import type { GetStateResponse as _holdfast_v1_GetStateResponse, GetStateResponse__Output as _holdfast_v1_GetStateResponse__Output } from './holdfast/v1/GetStateResponse.js';
import type { GetSummaryTaskRequest as _holdfast_v1_GetSummaryTaskRequest, GetSummaryTaskRequest__Output as _holdfast_v1_GetSummaryTaskRequest__Output } from './holdfast/v1/GetSummaryTaskRequest.js';
import type { GetSummaryTaskResponse as _holdfast_v1_GetSummaryTaskResponse, GetSummaryTaskResponse__Output as _holdfast_v1_GetSummaryTaskResponse__Output } from './holdfast/v1/GetSummaryTaskResponse.js';
import type { GetTaskRequest as _holdfast_v1_GetTaskRequest, GetTaskRequest__Output as _holdfast_v1_GetTaskRequest__Output } from './holdfast/v1/GetTaskRequest.js';
import type { GetTaskResponse as _holdfast_v1_GetTaskResponse, GetTaskResponse__Output as _holdfast_v1_GetTaskResponse__Output } from './holdfast/v1/GetTaskResponse.js';
import type { GetTradeRequest as _holdfast_v1_GetTradeRequest, GetTradeRequest__Output as _holdfast_v1_GetTradeRequest__Output } from './holdfast/v1/GetTradeRequest.js';
import type { GetTradeResponse as _holdfast_v1_GetTradeResponse, GetTradeResponse__Output as _holdfast_v1_GetTradeResponse__Output } from './holdfast/v1/GetTradeResponse.js';
import type { GetTransactionRequest as _holdfast_v1_GetTransactionRequest, GetTransactionRequest__Output as _holdfast_v1_GetTransactionRequest__Output } from './holdfast/v1/GetTransactionRequest.js';
import type { GetTransactionResponse as _holdfast_v1_GetTransactionResponse, GetTransactionResponse__Output as _holdfast_v1_GetTransactionResponse__Output } from './holdfast/v1/GetTransactionResponse.js';
import type { Guard as _holdfast_v1_Guard, Guard__Output as _holdfast_v1_Guard__Output } from './holdfast/v1/Guard.js';
import type { GuardRule as _holdfast_v1_GuardRule, GuardRule__Output as _holdfast_v1_GuardRule__Output } from './holdfast/v1/GuardRule.js';
import type { GuardScope as _holdfast_v1_GuardScope, GuardScope__Output as _holdfast_v1_GuardScope__Output } from './holdfast/v1/GuardScope.js';
import type { GuardVerdict as _holdfast_v1_GuardVerdict, GuardVerdict__Output as _holdfast_v1_GuardVerdict__Output } from './holdfast/v1/GuardVerdict.js';
import type { HaltSessionRequest as _holdfast_v1_HaltSessionRequest, HaltSessionRequest__Output as _holdfast_v1_HaltSessionRequest__Output } from './holdfast/v1/HaltSessionRequest.js';
import type { HaltSessionResponse as _holdfast_v1_HaltSessionResponse, HaltSessionResponse__Output as _holdfast_v1_HaltSessionResponse__Output } from './holdfast/v1/HaltSessionResponse.js';
import type { HeartbeatRequest as _holdfast_v1_HeartbeatRequest, HeartbeatRequest__Output as _holdfast_v1_HeartbeatRequest__Output } from './holdfast/v1/HeartbeatRequest.js';
import type { HeartbeatResponse as _holdfast_v1_HeartbeatResponse, HeartbeatResponse__Output as _holdfast_v1_HeartbeatResponse__Output } from './holdfast/v1/HeartbeatResponse.js';
import type { Hold as _holdfast_v1_Hold, Hold__Output as _holdfast_v1_Hold__Output } from './holdfast/v1/Hold.js';
import type { HoldSettlement as _holdfast_v1_HoldSettlement, HoldSettlement__Output as _holdfast_v1_HoldSettlement__Output } from './holdfast/v1/HoldSettlement.js';
import type { IncrementFieldRequest as _holdfast_v1_IncrementFieldRequest, IncrementFieldRequest__Output as _holdfast_v1_IncrementFieldRequest__Output } from './holdfast/v1/IncrementFieldRequest.js';
import type { IncrementFieldResponse as _holdfast_v1_IncrementFieldResponse, IncrementFieldResponse__Output as _holdfast_v1_IncrementFieldResponse__Output } from './holdfast/v1/IncrementFieldResponse.js';
import type { IngestEpisodesRequest as _holdfast_v1_IngestEpisodesRequest, IngestEpisodesRequest__Output as _holdfast_v1_IngestEpisodesRequest__Output } from './holdfast/v1/IngestEpisodesRequest.js';
import type { IngestEpisodesResponse as _holdfast_v1_IngestEpisodesResponse, IngestEpisodesResponse__Output as _holdfast_v1_IngestEpisodesResponse__Output } from './holdfast/v1/IngestEpisodesResponse.js';
import type { IngestError as _holdfast_v1_IngestError, IngestError__Output as _holdfast_v1_IngestError__Output } from './holdfast/v1/IngestError.js';
import type { KnowledgeClient as _holdfast_v1_KnowledgeClient, KnowledgeDefinition as _holdfast_v1_KnowledgeDefinition } from './holdfast/v1/Knowledge.js';
import type { LedgerClient as _holdfast_v1_LedgerClient, LedgerDefinition as _holdfast_v1_LedgerDefinition } from './holdfast/v1/Ledger.js';
import type { LimitsClient as _holdfast_v1_LimitsClient, LimitsDefinition as _holdfast_v1_LimitsDefinition } from './holdfast/v1/Limits.js';
import type { ListAlertRulesRequest as _holdfast_v1_ListAlertRulesRequest, ListAlertRulesRequest__Output as _holdfast_v1_ListAlertRulesRequest__Output } from './holdfast/v1/ListAlertRulesRequest.js';
import type { ListAlertRulesResponse as _holdfast_v1_ListAlertRulesResponse, ListAlertRulesResponse__Output as _holdfast_v1_ListAlertRulesResponse__Output } from './holdfast/v1/ListAlertRulesResponse.js';
import type { ListBucketsRequest as _holdfast_v1_ListBucketsRequest, ListBucketsRequest__Output as _holdfast_v1_ListBucketsRequest__Output } from './holdfast/v1/ListBucketsRequest.js';
import type { ListBucketsResponse as _holdfast_v1_ListBucketsResponse, ListBucketsResponse__Output as _holdfast_v1_ListBucketsResponse__Output } from './holdfast/v1/ListBucketsResponse.js';
import type { ListCollectionsRequest as _holdfast_v1_ListCollectionsRequest, ListCollectionsRequest__Output as _holdfast_v1_ListCollectionsRequest__Output } from './holdfast/v1/ListCollectionsRequest.js';
import type { ListCollectionsResponse as _holdfast_v1_ListCollectionsResponse, ListCollectionsResponse__Output as _holdfast_v1_ListCollectionsResponse__Output } from './holdfast/v1/ListCollectionsResponse.js';
import type { ListConsumersRequest as _holdfast_v1_ListConsumersRequest, ListConsumersRequest__Output as _holdfast_v1_ListConsumersRequest__Output } from './holdfast/v1/ListConsumersRequest.js';
import type { ListConsumersResponse as _holdfast_v1_ListConsumersResponse, ListConsumersResponse__Output as _holdfast_v1_ListConsumersResponse__Output } from './holdfast/v1/ListConsumersResponse.js';
import type { ListConversationsRequest as _holdfast_v1_ListConversationsRequest, ListConversationsRequest__Output as _holdfast_v1_ListConversationsRequest__Output } from './holdfast/v1/ListConversationsRequest.js';
import type { ListConversationsResponse as _holdfast_v1_ListConversationsResponse, ListConversationsResponse__Output as _holdfast_v1_ListConversationsResponse__Output } from './holdfast/v1/ListConversationsResponse.js';
import type { ListCountersRequest as _holdfast_v1_ListCountersRequest, ListCountersRequest__Output as _holdfast_v1_ListCountersRequest__Output } from './holdfast/v1/ListCountersRequest.js';
import type { ListCountersResponse as _holdfast_v1_ListCountersResponse, ListCountersResponse__Output as _holdfast_v1_ListCountersResponse__Output } from './holdfast/v1/ListCountersResponse.js';
import type { ListCredentialsRequest as _holdfast_v1_ListCredentialsRequest, ListCredentialsRequest__Output as _holdfast_v1_ListCredentialsRequest__Output } from './holdfast/v1/ListCredentialsRequest.js';
import type { ListCredentialsResponse as _holdfast_v1_ListCredentialsResponse, ListCredentialsResponse__Output as _holdfast_v1_ListCredentialsResponse__Output } from './holdfast/v1/ListCredentialsResponse.js';
import type { ListDeadLettersRequest as _holdfast_v1_ListDeadLettersRequest, ListDeadLettersRequest__Output as _holdfast_v1_ListDeadLettersRequest__Output } from './holdfast/v1/ListDeadLettersRequest.js';
import type { ListDeadLettersResponse as _holdfast_v1_ListDeadLettersResponse, ListDeadLettersResponse__Output as _holdfast_v1_ListDeadLettersResponse__Output } from './holdfast/v1/ListDeadLettersResponse.js';
import type { ListEpisodesRequest as _holdfast_v1_ListEpisodesRequest, ListEpisodesRequest__Output as _holdfast_v1_ListEpisodesRequest__Output } from './holdfast/v1/ListEpisodesRequest.js';
import type { ListEpisodesResponse as _holdfast_v1_ListEpisodesResponse, ListEpisodesResponse__Output as _holdfast_v1_ListEpisodesResponse__Output } from './holdfast/v1/ListEpisodesResponse.js';
import type { ListGenerationsRequest as _holdfast_v1_ListGenerationsRequest, ListGenerationsRequest__Output as _holdfast_v1_ListGenerationsRequest__Output } from './holdfast/v1/ListGenerationsRequest.js';
import type { ListGenerationsResponse as _holdfast_v1_ListGenerationsResponse, ListGenerationsResponse__Output as _holdfast_v1_ListGenerationsResponse__Output } from './holdfast/v1/ListGenerationsResponse.js';
import type { ListGuardsRequest as _holdfast_v1_ListGuardsRequest, ListGuardsRequest__Output as _holdfast_v1_ListGuardsRequest__Output } from './holdfast/v1/ListGuardsRequest.js';
import type { ListGuardsResponse as _holdfast_v1_ListGuardsResponse, ListGuardsResponse__Output as _holdfast_v1_ListGuardsResponse__Output } from './holdfast/v1/ListGuardsResponse.js';
import type { ListHoldsRequest as _holdfast_v1_ListHoldsRequest, ListHoldsRequest__Output as _holdfast_v1_ListHoldsRequest__Output } from './holdfast/v1/ListHoldsRequest.js';
import type { ListHoldsResponse as _holdfast_v1_ListHoldsResponse, ListHoldsResponse__Output as _holdfast_v1_ListHoldsResponse__Output } from './holdfast/v1/ListHoldsResponse.js';
import type { ListMemoriesRequest as _holdfast_v1_ListMemoriesRequest, ListMemoriesRequest__Output as _holdfast_v1_ListMemoriesRequest__Output } from './holdfast/v1/ListMemoriesRequest.js';
import type { ListMemoriesResponse as _holdfast_v1_ListMemoriesResponse, ListMemoriesResponse__Output as _holdfast_v1_ListMemoriesResponse__Output } from './holdfast/v1/ListMemoriesResponse.js';
import type { ListNamespacesRequest as _holdfast_v1_ListNamespacesRequest, ListNamespacesRequest__Output as _holdfast_v1_ListNamespacesRequest__Output } from './holdfast/v1/ListNamespacesRequest.js';
import type { ListNamespacesResponse as _holdfast_v1_ListNamespacesResponse, ListNamespacesResponse__Output as _holdfast_v1_ListNamespacesResponse__Output } from './holdfast/v1/ListNamespacesResponse.js';
import type { ListOperationsRequest as _holdfast_v1_ListOperationsRequest, ListOperationsRequest__Output as _holdfast_v1_ListOperationsRequest__Output } from './holdfast/v1/ListOperationsRequest.js';
import type { ListOperationsResponse as _holdfast_v1_ListOperationsResponse, ListOperationsResponse__Output as _holdfast_v1_ListOperationsResponse__Output } from './holdfast/v1/ListOperationsResponse.js';
import type { ListPositionsRequest as _holdfast_v1_ListPositionsRequest, ListPositionsRequest__Output as _holdfast_v1_ListPositionsRequest__Output } from './holdfast/v1/ListPositionsRequest.js';
import type { ListPositionsResponse as _holdfast_v1_ListPositionsResponse, ListPositionsResponse__Output as _holdfast_v1_ListPositionsResponse__Output } from './holdfast/v1/ListPositionsResponse.js';
import type { ListPromptTemplatesRequest as _holdfast_v1_ListPromptTemplatesRequest, ListPromptTemplatesRequest__Output as _holdfast_v1_ListPromptTemplatesRequest__Output } from './holdfast/v1/ListPromptTemplatesRequest.js';
import type { ListPromptTemplatesResponse as _holdfast_v1_ListPromptTemplatesResponse, ListPromptTemplatesResponse__Output as _holdfast_v1_ListPromptTemplatesResponse__Output } from './holdfast/v1/ListPromptTemplatesResponse.js';
import type { ListPromptVersionsRequest as _holdfast_v1_ListPromptVersionsRequest, ListPromptVersionsRequest__Output as _holdfast_v1_ListPromptVersionsRequest__Output } from './holdfast/v1/ListPromptVersionsRequest.js';
import type { ListPromptVersionsResponse as _holdfast_v1_ListPromptVersionsResponse, ListPromptVersionsResponse__Output as _holdfast_v1_ListPromptVersionsResponse__Output } from './holdfast/v1/ListPromptVersionsResponse.js';
import type { ListSchemasRequest as _holdfast_v1_ListSchemasRequest, ListSchemasRequest__Output as _holdfast_v1_ListSchemasRequest__Output } from './holdfast/v1/ListSchemasRequest.js';
import type { ListSchemasResponse as _holdfast_v1_ListSchemasResponse, ListSchemasResponse__Output as _holdfast_v1_ListSchemasResponse__Output } from './holdfast/v1/ListSchemasResponse.js';
import type { ListSessionsRequest as _holdfast_v1_ListSessionsRequest, ListSessionsRequest__Output as _holdfast_v1_ListSessionsRequest__Output } from './holdfast/v1/ListSessionsRequest.js';
import type { ListSessionsResponse as _holdfast_v1_ListSessionsResponse, ListSessionsResponse__Output as _holdfast_v1_ListSessionsResponse__Output } from './holdfast/v1/ListSessionsResponse.js';
import type { ListSignalsRequest as _holdfast_v1_ListSignalsRequest, ListSignalsRequest__Output as _holdfast_v1_ListSignalsRequest__Output } from './holdfast/v1/ListSignalsRequest.js';
import type { ListSignalsResponse as _holdfast_v1_ListSignalsResponse, ListSignalsResponse__Output as _holdfast_v1_ListSignalsResponse__Output } from './holdfast/v1/ListSignalsResponse.js';
import type { ListSlotsRequest as _holdfast_v1_ListSlotsRequest, ListSlotsRequest__Output as _holdfast_v1_ListSlotsRequest__Output } from './holdfast/v1/ListSlotsRequest.js';
import type { ListSlotsResponse as _holdfast_v1_ListSlotsResponse, ListSlotsResponse__Output as _holdfast_v1_ListSlotsResponse__Output } from './holdfast/v1/ListSlotsResponse.js';
import type { ListSnapshotsRequest as _holdfast_v1_ListSnapshotsRequest, ListSnapshotsRequest__Output as _holdfast_v1_ListSnapshotsRequest__Output } from './holdfast/v1/ListSnapshotsRequest.js';
import type { ListSnapshotsResponse as _holdfast_v1_ListSnapshotsResponse, ListSnapshotsResponse__Output as _holdfast_v1_ListSnapshotsResponse__Output } from './holdfast/v1/ListSnapshotsResponse.js';
import type { ListStateVersionsRequest as _holdfast_v1_ListStateVersionsRequest, ListStateVersionsRequest__Output as _holdfast_v1_ListStateVersionsRequest__Output } from './holdfast/v1/ListStateVersionsRequest.js';
import type { ListStateVersionsResponse as _holdfast_v1_ListStateVersionsResponse, ListStateVersionsResponse__Output as _holdfast_v1_ListStateVersionsResponse__Output } from './holdfast/v1/ListStateVersionsResponse.js';
import type { ListStatesRequest as _holdfast_v1_ListStatesRequest, ListStatesRequest__Output as _holdfast_v1_ListStatesRequest__Output } from './holdfast/v1/ListStatesRequest.js';
import type { ListStatesResponse as _holdfast_v1_ListStatesResponse, ListStatesResponse__Output as _holdfast_v1_ListStatesResponse__Output } from './holdfast/v1/ListStatesResponse.js';
import type { ListTasksRequest as _holdfast_v1_ListTasksRequest, ListTasksRequest__Output as _holdfast_v1_ListTasksRequest__Output } from './holdfast/v1/ListTasksRequest.js';
import type { ListTasksResponse as _holdfast_v1_ListTasksResponse, ListTasksResponse__Output as _holdfast_v1_ListTasksResponse__Output } from './holdfast/v1/ListTasksResponse.js';
import type { ListTradesRequest as _holdfast_v1_ListTradesRequest, ListTradesRequest__Output as _holdfast_v1_ListTradesRequest__Output } from './holdfast/v1/ListTradesRequest.js';
import type { ListTradesResponse as _holdfast_v1_ListTradesResponse, ListTradesResponse__Output as _holdfast_v1_ListTradesResponse__Output } from './holdfast/v1/ListTradesResponse.js';
import type { ListTransactionsRequest as _holdfast_v1_ListTransactionsRequest, ListTransactionsRequest__Output as _holdfast_v1_ListTransactionsRequest__Output } from './holdfast/v1/ListTransactionsRequest.js';
import type { ListTransactionsResponse as _holdfast_v1_ListTransactionsResponse, ListTransactionsResponse__Output as _holdfast_v1_ListTransactionsResponse__Output } from './holdfast/v1/ListTransactionsResponse.js';
import type { ListTurnsRequest as _holdfast_v1_ListTurnsRequest, ListTurnsRequest__Output as _holdfast_v1_ListTurnsRequest__Output } from './holdfast/v1/ListTurnsRequest.js';
import type { ListTurnsResponse as _holdfast_v1_ListTurnsResponse, ListTurnsResponse__Output as _holdfast_v1_ListTurnsResponse__Output } from './holdfast/v1/ListTurnsResponse.js';
import type { LiveConversation as _holdfast_v1_LiveConversation, LiveConversation__Output as _holdfast_v1_LiveConversation__Output } from './holdfast/v1/LiveConversation.js';
import type { LiveEpisodes as _holdfast_v1_LiveEpisodes, LiveEpisodes__Output as _holdfast_v1_LiveEpisodes__Output } from './holdfast/v1/LiveEpisodes.js';
import type { LivePortfolio as _holdfast_v1_LivePortfolio, LivePortfolio__Output as _holdfast_v1_LivePortfolio__Output } from './holdfast/v1/LivePortfolio.js';
import type { LiveRecall as _holdfast_v1_LiveRecall, LiveRecall__Output as _holdfast_v1_LiveRecall__Output } from './holdfast/v1/LiveRecall.js';
import type { LiveSource as _holdfast_v1_LiveSource, LiveSource__Output as _holdfast_v1_LiveSource__Output } from './holdfast/v1/LiveSource.js';
import type { LiveTask as _holdfast_v1_LiveTask, LiveTask__Output as _holdfast_v1_LiveTask__Output } from './holdfast/v1/LiveTask.js';
import type { LiveTransactions as _holdfast_v1_LiveTransactions, LiveTransactions__Output as _holdfast_v1_LiveTransactions__Output } from './holdfast/v1/LiveTransactions.js';
import type { MarkPositionRequest as _holdfast_v1_MarkPositionRequest, MarkPositionRequest__Output as _holdfast_v1_MarkPositionRequest__Output } from './holdfast/v1/MarkPositionRequest.js';
import type { MarkPositionResponse as _holdfast_v1_MarkPositionResponse, MarkPositionResponse__Output as _holdfast_v1_MarkPositionResponse__Output } from './holdfast/v1/MarkPositionResponse.js';
import type { Memory as _holdfast_v1_Memory, Memory__Output as _holdfast_v1_Memory__Output } from './holdfast/v1/Memory.js';
import type { MemoryHit as _holdfast_v1_MemoryHit, MemoryHit__Output as _holdfast_v1_MemoryHit__Output } from './holdfast/v1/MemoryHit.js';
import type { MemoryInput as _holdfast_v1_MemoryInput, MemoryInput__Output as _holdfast_v1_MemoryInput__Output } from './holdfast/v1/MemoryInput.js';
import type { MemoryVector as _holdfast_v1_MemoryVector, MemoryVector__Output as _holdfast_v1_MemoryVector__Output } from './holdfast/v1/MemoryVector.js';
import type { MetadataFilter as _holdfast_v1_MetadataFilter, MetadataFilter__Output as _holdfast_v1_MetadataFilter__Output } from './holdfast/v1/MetadataFilter.js';
import type { MigrationFailure as _holdfast_v1_MigrationFailure, MigrationFailure__Output as _holdfast_v1_MigrationFailure__Output } from './holdfast/v1/MigrationFailure.js';
import type { MigrationStep as _holdfast_v1_MigrationStep, MigrationStep__Output as _holdfast_v1_MigrationStep__Output } from './holdfast/v1/MigrationStep.js';
import type { Mutation as _holdfast_v1_Mutation, Mutation__Output as _holdfast_v1_Mutation__Output } from './holdfast/v1/Mutation.js';
import type { MutationResult as _holdfast_v1_MutationResult, MutationResult__Output as _holdfast_v1_MutationResult__Output } from './holdfast/v1/MutationResult.js';
import type { NackSignalsRequest as _holdfast_v1_NackSignalsRequest, NackSignalsRequest__Output as _holdfast_v1_NackSignalsRequest__Output } from './holdfast/v1/NackSignalsRequest.js';
import type { NackSignalsResponse as _holdfast_v1_NackSignalsResponse, NackSignalsResponse__Output as _holdfast_v1_NackSignalsResponse__Output } from './holdfast/v1/NackSignalsResponse.js';
import type { NamedAmount as _holdfast_v1_NamedAmount, NamedAmount__Output as _holdfast_v1_NamedAmount__Output } from './holdfast/v1/NamedAmount.js';
import type { Namespace as _holdfast_v1_Namespace, Namespace__Output as _holdfast_v1_Namespace__Output } from './holdfast/v1/Namespace.js';
import type { OpenSessionRequest as _holdfast_v1_OpenSessionRequest, OpenSessionRequest__Output as _holdfast_v1_OpenSessionRequest__Output } from './holdfast/v1/OpenSessionRequest.js';
import type { OpenSessionResponse as _holdfast_v1_OpenSessionResponse, OpenSessionResponse__Output as _holdfast_v1_OpenSessionResponse__Output } from './holdfast/v1/OpenSessionResponse.js';
import type { Operation as _holdfast_v1_Operation, Operation__Output as _holdfast_v1_Operation__Output } from './holdfast/v1/Operation.js';
import type { OperationHold as _holdfast_v1_OperationHold, OperationHold__Output as _holdfast_v1_OperationHold__Output } from './holdfast/v1/OperationHold.js';
import type { OperationRisk as _holdfast_v1_OperationRisk, OperationRisk__Output as _holdfast_v1_OperationRisk__Output } from './holdfast/v1/OperationRisk.js';
import type { OperationsClient as _holdfast_v1_OperationsClient, OperationsDefinition as _holdfast_v1_OperationsDefinition } from './holdfast/v1/Operations.js';
import type { OrderBy as _holdfast_v1_OrderBy, OrderBy__Output as _holdfast_v1_OrderBy__Output } from './holdfast/v1/OrderBy.js';
import type { PatchStateRequest as _holdfast_v1_PatchStateRequest, PatchStateRequest__Output as _holdfast_v1_PatchStateRequest__Output } from './holdfast/v1/PatchStateRequest.js';
import type { PatchStateResponse as _holdfast_v1_PatchStateResponse, PatchStateResponse__Output as _holdfast_v1_PatchStateResponse__Output } from './holdfast/v1/PatchStateResponse.js';
import type { PauseSessionRequest as _holdfast_v1_PauseSessionRequest, PauseSessionRequest__Output as _holdfast_v1_PauseSessionRequest__Output } from './holdfast/v1/PauseSessionRequest.js';
import type { PauseSessionResponse as _holdfast_v1_PauseSessionResponse, PauseSessionResponse__Output as _holdfast_v1_PauseSessionResponse__Output } from './holdfast/v1/PauseSessionResponse.js';
import type { PinMemoryRequest as _holdfast_v1_PinMemoryRequest, PinMemoryRequest__Output as _holdfast_v1_PinMemoryRequest__Output } from './holdfast/v1/PinMemoryRequest.js';
import type { PinMemoryResponse as _holdfast_v1_PinMemoryResponse, PinMemoryResponse__Output as _holdfast_v1_PinMemoryResponse__Output } from './holdfast/v1/PinMemoryResponse.js';
import type { PlaceHoldRequest as _holdfast_v1_PlaceHoldRequest, PlaceHoldRequest__Output as _holdfast_v1_PlaceHoldRequest__Output } from './holdfast/v1/PlaceHoldRequest.js';
import type { PlaceHoldResponse as _holdfast_v1_PlaceHoldResponse, PlaceHoldResponse__Output as _holdfast_v1_PlaceHoldResponse__Output } from './holdfast/v1/PlaceHoldResponse.js';
import type { PnlSum as _holdfast_v1_PnlSum, PnlSum__Output as _holdfast_v1_PnlSum__Output } from './holdfast/v1/PnlSum.js';
import type { Position as _holdfast_v1_Position, Position__Output as _holdfast_v1_Position__Output } from './holdfast/v1/Position.js';
import type { PostHoldRequest as _holdfast_v1_PostHoldRequest, PostHoldRequest__Output as _holdfast_v1_PostHoldRequest__Output } from './holdfast/v1/PostHoldRequest.js';
import type { PostHoldResponse as _holdfast_v1_PostHoldResponse, PostHoldResponse__Output as _holdfast_v1_PostHoldResponse__Output } from './holdfast/v1/PostHoldResponse.js';
import type { PostTransactionRequest as _holdfast_v1_PostTransactionRequest, PostTransactionRequest__Output as _holdfast_v1_PostTransactionRequest__Output } from './holdfast/v1/PostTransactionRequest.js';
import type { PostTransactionResponse as _holdfast_v1_PostTransactionResponse, PostTransactionResponse__Output as _holdfast_v1_PostTransactionResponse__Output } from './holdfast/v1/PostTransactionResponse.js';
import type { Posting as _holdfast_v1_Posting, Posting__Output as _holdfast_v1_Posting__Output } from './holdfast/v1/Posting.js';
import type { ProceduralClient as _holdfast_v1_ProceduralClient, ProceduralDefinition as _holdfast_v1_ProceduralDefinition } from './holdfast/v1/Procedural.js';
import type { ProfileField as _holdfast_v1_ProfileField, ProfileField__Output as _holdfast_v1_ProfileField__Output } from './holdfast/v1/ProfileField.js';
import type { PromptLabel as _holdfast_v1_PromptLabel, PromptLabel__Output as _holdfast_v1_PromptLabel__Output } from './holdfast/v1/PromptLabel.js';
import type { PromptSummary as _holdfast_v1_PromptSummary, PromptSummary__Output as _holdfast_v1_PromptSummary__Output } from './holdfast/v1/PromptSummary.js';
import type { PromptTemplate as _holdfast_v1_PromptTemplate, PromptTemplate__Output as _holdfast_v1_PromptTemplate__Output } from './holdfast/v1/PromptTemplate.js';
import type { PromptVariable as _holdfast_v1_PromptVariable, PromptVariable__Output as _holdfast_v1_PromptVariable__Output } from './holdfast/v1/PromptVariable.js';
import type { Provenance as _holdfast_v1_Provenance, Provenance__Output as _holdfast_v1_Provenance__Output } from './holdfast/v1/Provenance.js';
import type { PublishRequest as _holdfast_v1_PublishRequest, PublishRequest__Output as _holdfast_v1_PublishRequest__Output } from './holdfast/v1/PublishRequest.js';
import type { PublishResponse as _holdfast_v1_PublishResponse, PublishResponse__Output as _holdfast_v1_PublishResponse__Output } from './holdfast/v1/PublishResponse.js';
import type { PutAlertRuleRequest as _holdfast_v1_PutAlertRuleRequest, PutAlertRuleRequest__Output as _holdfast_v1_PutAlertRuleRequest__Output } from './holdfast/v1/PutAlertRuleRequest.js';
import type { PutAlertRuleResponse as _holdfast_v1_PutAlertRuleResponse, PutAlertRuleResponse__Output as _holdfast_v1_PutAlertRuleResponse__Output } from './holdfast/v1/PutAlertRuleResponse.js';
import type { PutCollectionRequest as _holdfast_v1_PutCollectionRequest, PutCollectionRequest__Output as _holdfast_v1_PutCollectionRequest__Output } from './holdfast/v1/PutCollectionRequest.js';
import type { PutCollectionResponse as _holdfast_v1_PutCollectionResponse, PutCollectionResponse__Output as _holdfast_v1_PutCollectionResponse__Output } from './holdfast/v1/PutCollectionResponse.js';
import type { PutConsumerRequest as _holdfast_v1_PutConsumerRequest, PutConsumerRequest__Output as _holdfast_v1_PutConsumerRequest__Output } from './holdfast/v1/PutConsumerRequest.js';
import type { PutConsumerResponse as _holdfast_v1_PutConsumerResponse, PutConsumerResponse__Output as _holdfast_v1_PutConsumerResponse__Output } from './holdfast/v1/PutConsumerResponse.js';
import type { PutConversationRequest as _holdfast_v1_PutConversationRequest, PutConversationRequest__Output as _holdfast_v1_PutConversationRequest__Output } from './holdfast/v1/PutConversationRequest.js';
import type { PutConversationResponse as _holdfast_v1_PutConversationResponse, PutConversationResponse__Output as _holdfast_v1_PutConversationResponse__Output } from './holdfast/v1/PutConversationResponse.js';
import type { PutCredentialRequest as _holdfast_v1_PutCredentialRequest, PutCredentialRequest__Output as _holdfast_v1_PutCredentialRequest__Output } from './holdfast/v1/PutCredentialRequest.js';
import type { PutCredentialResponse as _holdfast_v1_PutCredentialResponse, PutCredentialResponse__Output as _holdfast_v1_PutCredentialResponse__Output } from './holdfast/v1/PutCredentialResponse.js';
import type { PutGuardRequest as _holdfast_v1_PutGuardRequest, PutGuardRequest__Output as _holdfast_v1_PutGuardRequest__Output } from './holdfast/v1/PutGuardRequest.js';
import type { PutGuardResponse as _holdfast_v1_PutGuardResponse, PutGuardResponse__Output as _holdfast_v1_PutGuardResponse__Output } from './holdfast/v1/PutGuardResponse.js';
import type { PutNamespaceRequest as _holdfast_v1_PutNamespaceRequest, PutNamespaceRequest__Output as _holdfast_v1_PutNamespaceRequest__Output } from './holdfast/v1/PutNamespaceRequest.js';
import type { PutNamespaceResponse as _holdfast_v1_PutNamespaceResponse, PutNamespaceResponse__Output as _holdfast_v1_PutNamespaceResponse__Output } from './holdfast/v1/PutNamespaceResponse.js';
import type { PutPromptTemplateRequest as _holdfast_v1_PutPromptTemplateRequest, PutPromptTemplateRequest__Output as _holdfast_v1_PutPromptTemplateRequest__Output } from './holdfast/v1/PutPromptTemplateRequest.js';
import type { PutPromptTemplateResponse as _holdfast_v1_PutPromptTemplateResponse, PutPromptTemplateResponse__Output as _holdfast_v1_PutPromptTemplateResponse__Output } from './holdfast/v1/PutPromptTemplateResponse.js';
import type { PutRecordRequest as _holdfast_v1_PutRecordRequest, PutRecordRequest__Output as _holdfast_v1_PutRecordRequest__Output } from './holdfast/v1/PutRecordRequest.js';
import type { PutRecordResponse as _holdfast_v1_PutRecordResponse, PutRecordResponse__Output as _holdfast_v1_PutRecordResponse__Output } from './holdfast/v1/PutRecordResponse.js';
import type { PutSlotRequest as _holdfast_v1_PutSlotRequest, PutSlotRequest__Output as _holdfast_v1_PutSlotRequest__Output } from './holdfast/v1/PutSlotRequest.js';
import type { PutSlotResponse as _holdfast_v1_PutSlotResponse, PutSlotResponse__Output as _holdfast_v1_PutSlotResponse__Output } from './holdfast/v1/PutSlotResponse.js';
import type { PutStateRequest as _holdfast_v1_PutStateRequest, PutStateRequest__Output as _holdfast_v1_PutStateRequest__Output } from './holdfast/v1/PutStateRequest.js';
import type { PutStateResponse as _holdfast_v1_PutStateResponse, PutStateResponse__Output as _holdfast_v1_PutStateResponse__Output } from './holdfast/v1/PutStateResponse.js';
import type { QueryRecordsRequest as _holdfast_v1_QueryRecordsRequest, QueryRecordsRequest__Output as _holdfast_v1_QueryRecordsRequest__Output } from './holdfast/v1/QueryRecordsRequest.js';
import type { QueryRecordsResponse as _holdfast_v1_QueryRecordsResponse, QueryRecordsResponse__Output as _holdfast_v1_QueryRecordsResponse__Output } from './holdfast/v1/QueryRecordsResponse.js';
import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from './holdfast/v1/ReadHeader.js';
import type { RecallMemoriesRequest as _holdfast_v1_RecallMemoriesRequest, RecallMemoriesRequest__Output as _holdfast_v1_RecallMemoriesRequest__Output } from './holdfast/v1/RecallMemoriesRequest.js';
import type { RecallMemoriesResponse as _holdfast_v1_RecallMemoriesResponse, RecallMemoriesResponse__Output as _holdfast_v1_RecallMemoriesResponse__Output } from './holdfast/v1/RecallMemoriesResponse.js';
import type { ReconcileRequest as _holdfast_v1_ReconcileRequest, ReconcileRequest__Output as _holdfast_v1_ReconcileRequest__Output } from './holdfast/v1/ReconcileRequest.js';
import type { ReconcileResponse as _holdfast_v1_ReconcileResponse, ReconcileResponse__Output as _holdfast_v1_ReconcileResponse__Output } from './holdfast/v1/ReconcileResponse.js';
import type { ReconciledBalance as _holdfast_v1_ReconciledBalance, ReconciledBalance__Output as _holdfast_v1_ReconciledBalance__Output } from './holdfast/v1/ReconciledBalance.js';
import type { Record as _holdfast_v1_Record, Record__Output as _holdfast_v1_Record__Output } from './holdfast/v1/Record.js';
import type { RecordActionRequest as _holdfast_v1_RecordActionRequest, RecordActionRequest__Output as _holdfast_v1_RecordActionRequest__Output } from './holdfast/v1/RecordActionRequest.js';
import type { RecordActionResponse as _holdfast_v1_RecordActionResponse, RecordActionResponse__Output as _holdfast_v1_RecordActionResponse__Output } from './holdfast/v1/RecordActionResponse.js';
import type { RecordEpisodesRequest as _holdfast_v1_RecordEpisodesRequest, RecordEpisodesRequest__Output as _holdfast_v1_RecordEpisodesRequest__Output } from './holdfast/v1/RecordEpisodesRequest.js';
import type { RecordEpisodesResponse as _holdfast_v1_RecordEpisodesResponse, RecordEpisodesResponse__Output as _holdfast_v1_RecordEpisodesResponse__Output } from './holdfast/v1/RecordEpisodesResponse.js';
import type { RecordTradeRequest as _holdfast_v1_RecordTradeRequest, RecordTradeRequest__Output as _holdfast_v1_RecordTradeRequest__Output } from './holdfast/v1/RecordTradeRequest.js';
import type { RecordTradeResponse as _holdfast_v1_RecordTradeResponse, RecordTradeResponse__Output as _holdfast_v1_RecordTradeResponse__Output } from './holdfast/v1/RecordTradeResponse.js';
import type { RedriveDeadLettersRequest as _holdfast_v1_RedriveDeadLettersRequest, RedriveDeadLettersRequest__Output as _holdfast_v1_RedriveDeadLettersRequest__Output } from './holdfast/v1/RedriveDeadLettersRequest.js';
import type { RedriveDeadLettersResponse as _holdfast_v1_RedriveDeadLettersResponse, RedriveDeadLettersResponse__Output as _holdfast_v1_RedriveDeadLettersResponse__Output } from './holdfast/v1/RedriveDeadLettersResponse.js';
import type { RegisterAssetRequest as _holdfast_v1_RegisterAssetRequest, RegisterAssetRequest__Output as _holdfast_v1_RegisterAssetRequest__Output } from './holdfast/v1/RegisterAssetRequest.js';
import type { RegisterAssetResponse as _holdfast_v1_RegisterAssetResponse, RegisterAssetResponse__Output as _holdfast_v1_RegisterAssetResponse__Output } from './holdfast/v1/RegisterAssetResponse.js';
import type { RegisterSchemaRequest as _holdfast_v1_RegisterSchemaRequest, RegisterSchemaRequest__Output as _holdfast_v1_RegisterSchemaRequest__Output } from './holdfast/v1/RegisterSchemaRequest.js';
import type { RegisterSchemaResponse as _holdfast_v1_RegisterSchemaResponse, RegisterSchemaResponse__Output as _holdfast_v1_RegisterSchemaResponse__Output } from './holdfast/v1/RegisterSchemaResponse.js';
import type { ReindexRequest as _holdfast_v1_ReindexRequest, ReindexRequest__Output as _holdfast_v1_ReindexRequest__Output } from './holdfast/v1/ReindexRequest.js';
import type { ReindexResponse as _holdfast_v1_ReindexResponse, ReindexResponse__Output as _holdfast_v1_ReindexResponse__Output } from './holdfast/v1/ReindexResponse.js';
import type { ReleaseHoldRequest as _holdfast_v1_ReleaseHoldRequest, ReleaseHoldRequest__Output as _holdfast_v1_ReleaseHoldRequest__Output } from './holdfast/v1/ReleaseHoldRequest.js';
import type { ReleaseHoldResponse as _holdfast_v1_ReleaseHoldResponse, ReleaseHoldResponse__Output as _holdfast_v1_ReleaseHoldResponse__Output } from './holdfast/v1/ReleaseHoldResponse.js';
import type { RenderPromptRequest as _holdfast_v1_RenderPromptRequest, RenderPromptRequest__Output as _holdfast_v1_RenderPromptRequest__Output } from './holdfast/v1/RenderPromptRequest.js';
import type { RenderPromptResponse as _holdfast_v1_RenderPromptResponse, RenderPromptResponse__Output as _holdfast_v1_RenderPromptResponse__Output } from './holdfast/v1/RenderPromptResponse.js';
import type { ReplayActionsRequest as _holdfast_v1_ReplayActionsRequest, ReplayActionsRequest__Output as _holdfast_v1_ReplayActionsRequest__Output } from './holdfast/v1/ReplayActionsRequest.js';
import type { ReplayActionsResponse as _holdfast_v1_ReplayActionsResponse, ReplayActionsResponse__Output as _holdfast_v1_ReplayActionsResponse__Output } from './holdfast/v1/ReplayActionsResponse.js';
import type { ResetCounterRequest as _holdfast_v1_ResetCounterRequest, ResetCounterRequest__Output as _holdfast_v1_ResetCounterRequest__Output } from './holdfast/v1/ResetCounterRequest.js';
import type { ResetCounterResponse as _holdfast_v1_ResetCounterResponse, ResetCounterResponse__Output as _holdfast_v1_ResetCounterResponse__Output } from './holdfast/v1/ResetCounterResponse.js';
import type { ResetHaltRequest as _holdfast_v1_ResetHaltRequest, ResetHaltRequest__Output as _holdfast_v1_ResetHaltRequest__Output } from './holdfast/v1/ResetHaltRequest.js';
import type { ResetHaltResponse as _holdfast_v1_ResetHaltResponse, ResetHaltResponse__Output as _holdfast_v1_ResetHaltResponse__Output } from './holdfast/v1/ResetHaltResponse.js';
import type { ResolveOperationRequest as _holdfast_v1_ResolveOperationRequest, ResolveOperationRequest__Output as _holdfast_v1_ResolveOperationRequest__Output } from './holdfast/v1/ResolveOperationRequest.js';
import type { ResolveOperationResponse as _holdfast_v1_ResolveOperationResponse, ResolveOperationResponse__Output as _holdfast_v1_ResolveOperationResponse__Output } from './holdfast/v1/ResolveOperationResponse.js';
import type { ResumeRequest as _holdfast_v1_ResumeRequest, ResumeRequest__Output as _holdfast_v1_ResumeRequest__Output } from './holdfast/v1/ResumeRequest.js';
import type { ResumeResponse as _holdfast_v1_ResumeResponse, ResumeResponse__Output as _holdfast_v1_ResumeResponse__Output } from './holdfast/v1/ResumeResponse.js';
import type { ResumeSessionRequest as _holdfast_v1_ResumeSessionRequest, ResumeSessionRequest__Output as _holdfast_v1_ResumeSessionRequest__Output } from './holdfast/v1/ResumeSessionRequest.js';
import type { ResumeSessionResponse as _holdfast_v1_ResumeSessionResponse, ResumeSessionResponse__Output as _holdfast_v1_ResumeSessionResponse__Output } from './holdfast/v1/ResumeSessionResponse.js';
import type { RotateMasterKeyRequest as _holdfast_v1_RotateMasterKeyRequest, RotateMasterKeyRequest__Output as _holdfast_v1_RotateMasterKeyRequest__Output } from './holdfast/v1/RotateMasterKeyRequest.js';
import type { RotateMasterKeyResponse as _holdfast_v1_RotateMasterKeyResponse, RotateMasterKeyResponse__Output as _holdfast_v1_RotateMasterKeyResponse__Output } from './holdfast/v1/RotateMasterKeyResponse.js';
import type { SchemaVersion as _holdfast_v1_SchemaVersion, SchemaVersion__Output as _holdfast_v1_SchemaVersion__Output } from './holdfast/v1/SchemaVersion.js';
import type { SearchTurnsRequest as _holdfast_v1_SearchTurnsRequest, SearchTurnsRequest__Output as _holdfast_v1_SearchTurnsRequest__Output } from './holdfast/v1/SearchTurnsRequest.js';
import type { SearchTurnsResponse as _holdfast_v1_SearchTurnsResponse, SearchTurnsResponse__Output as _holdfast_v1_SearchTurnsResponse__Output } from './holdfast/v1/SearchTurnsResponse.js';
import type { SemanticClient as _holdfast_v1_SemanticClient, SemanticDefinition as _holdfast_v1_SemanticDefinition } from './holdfast/v1/Semantic.js';
import type { Session as _holdfast_v1_Session, Session__Output as _holdfast_v1_Session__Output } from './holdfast/v1/Session.js';
import type { SessionsClient as _holdfast_v1_SessionsClient, SessionsDefinition as _holdfast_v1_SessionsDefinition } from './holdfast/v1/Sessions.js';
import type { SetFieldsRequest as _holdfast_v1_SetFieldsRequest, SetFieldsRequest__Output as _holdfast_v1_SetFieldsRequest__Output } from './holdfast/v1/SetFieldsRequest.js';
import type { SetFieldsResponse as _holdfast_v1_SetFieldsResponse, SetFieldsResponse__Output as _holdfast_v1_SetFieldsResponse__Output } from './holdfast/v1/SetFieldsResponse.js';
import type { SetPositionRequest as _holdfast_v1_SetPositionRequest, SetPositionRequest__Output as _holdfast_v1_SetPositionRequest__Output } from './holdfast/v1/SetPositionRequest.js';
import type { SetPositionResponse as _holdfast_v1_SetPositionResponse, SetPositionResponse__Output as _holdfast_v1_SetPositionResponse__Output } from './holdfast/v1/SetPositionResponse.js';
import type { SetPromptLabelRequest as _holdfast_v1_SetPromptLabelRequest, SetPromptLabelRequest__Output as _holdfast_v1_SetPromptLabelRequest__Output } from './holdfast/v1/SetPromptLabelRequest.js';
import type { SetPromptLabelResponse as _holdfast_v1_SetPromptLabelResponse, SetPromptLabelResponse__Output as _holdfast_v1_SetPromptLabelResponse__Output } from './holdfast/v1/SetPromptLabelResponse.js';
import type { SetRetentionRequest as _holdfast_v1_SetRetentionRequest, SetRetentionRequest__Output as _holdfast_v1_SetRetentionRequest__Output } from './holdfast/v1/SetRetentionRequest.js';
import type { SetRetentionResponse as _holdfast_v1_SetRetentionResponse, SetRetentionResponse__Output as _holdfast_v1_SetRetentionResponse__Output } from './holdfast/v1/SetRetentionResponse.js';
import type { SetStateRetentionRequest as _holdfast_v1_SetStateRetentionRequest, SetStateRetentionRequest__Output as _holdfast_v1_SetStateRetentionRequest__Output } from './holdfast/v1/SetStateRetentionRequest.js';
import type { SetStateRetentionResponse as _holdfast_v1_SetStateRetentionResponse, SetStateRetentionResponse__Output as _holdfast_v1_SetStateRetentionResponse__Output } from './holdfast/v1/SetStateRetentionResponse.js';
import type { Signal as _holdfast_v1_Signal, Signal__Output as _holdfast_v1_Signal__Output } from './holdfast/v1/Signal.js';
import type { SignalsClient as _holdfast_v1_SignalsClient, SignalsDefinition as _holdfast_v1_SignalsDefinition } from './holdfast/v1/Signals.js';
import type { Slot as _holdfast_v1_Slot, Slot__Output as _holdfast_v1_Slot__Output } from './holdfast/v1/Slot.js';
import type { SlotReport as _holdfast_v1_SlotReport, SlotReport__Output as _holdfast_v1_SlotReport__Output } from './holdfast/v1/SlotReport.js';
import type { Snapshot as _holdfast_v1_Snapshot, Snapshot__Output as _holdfast_v1_Snapshot__Output } from './holdfast/v1/Snapshot.js';
import type { SnapshotPortfolioRequest as _holdfast_v1_SnapshotPortfolioRequest, SnapshotPortfolioRequest__Output as _holdfast_v1_SnapshotPortfolioRequest__Output } from './holdfast/v1/SnapshotPortfolioRequest.js';
import type { SnapshotPortfolioResponse as _holdfast_v1_SnapshotPortfolioResponse, SnapshotPortfolioResponse__Output as _holdfast_v1_SnapshotPortfolioResponse__Output } from './holdfast/v1/SnapshotPortfolioResponse.js';
import type { StateClient as _holdfast_v1_StateClient, StateDefinition as _holdfast_v1_StateDefinition } from './holdfast/v1/State.js';
import type { StateRecord as _holdfast_v1_StateRecord, StateRecord__Output as _holdfast_v1_StateRecord__Output } from './holdfast/v1/StateRecord.js';
import type { StoreMemoriesRequest as _holdfast_v1_StoreMemoriesRequest, StoreMemoriesRequest__Output as _holdfast_v1_StoreMemoriesRequest__Output } from './holdfast/v1/StoreMemoriesRequest.js';
import type { StoreMemoriesResponse as _holdfast_v1_StoreMemoriesResponse, StoreMemoriesResponse__Output as _holdfast_v1_StoreMemoriesResponse__Output } from './holdfast/v1/StoreMemoriesResponse.js';
import type { StoreMemoryRequest as _holdfast_v1_StoreMemoryRequest, StoreMemoryRequest__Output as _holdfast_v1_StoreMemoryRequest__Output } from './holdfast/v1/StoreMemoryRequest.js';
import type { StoreMemoryResponse as _holdfast_v1_StoreMemoryResponse, StoreMemoryResponse__Output as _holdfast_v1_StoreMemoryResponse__Output } from './holdfast/v1/StoreMemoryResponse.js';
import type { StoredMemory as _holdfast_v1_StoredMemory, StoredMemory__Output as _holdfast_v1_StoredMemory__Output } from './holdfast/v1/StoredMemory.js';
import type { SubmitSummaryRequest as _holdfast_v1_SubmitSummaryRequest, SubmitSummaryRequest__Output as _holdfast_v1_SubmitSummaryRequest__Output } from './holdfast/v1/SubmitSummaryRequest.js';
import type { SubmitSummaryResponse as _holdfast_v1_SubmitSummaryResponse, SubmitSummaryResponse__Output as _holdfast_v1_SubmitSummaryResponse__Output } from './holdfast/v1/SubmitSummaryResponse.js';
import type { SubscribeRequest as _holdfast_v1_SubscribeRequest, SubscribeRequest__Output as _holdfast_v1_SubscribeRequest__Output } from './holdfast/v1/SubscribeRequest.js';
import type { SubscribeResponse as _holdfast_v1_SubscribeResponse, SubscribeResponse__Output as _holdfast_v1_SubscribeResponse__Output } from './holdfast/v1/SubscribeResponse.js';
import type { SumPnlRequest as _holdfast_v1_SumPnlRequest, SumPnlRequest__Output as _holdfast_v1_SumPnlRequest__Output } from './holdfast/v1/SumPnlRequest.js';
import type { SumPnlResponse as _holdfast_v1_SumPnlResponse, SumPnlResponse__Output as _holdfast_v1_SumPnlResponse__Output } from './holdfast/v1/SumPnlResponse.js';
import type { SummarizeEpisodesRequest as _holdfast_v1_SummarizeEpisodesRequest, SummarizeEpisodesRequest__Output as _holdfast_v1_SummarizeEpisodesRequest__Output } from './holdfast/v1/SummarizeEpisodesRequest.js';
import type { SummarizeEpisodesResponse as _holdfast_v1_SummarizeEpisodesResponse, SummarizeEpisodesResponse__Output as _holdfast_v1_SummarizeEpisodesResponse__Output } from './holdfast/v1/SummarizeEpisodesResponse.js';
import type { SupersedeMemoryRequest as _holdfast_v1_SupersedeMemoryRequest, SupersedeMemoryRequest__Output as _holdfast_v1_SupersedeMemoryRequest__Output } from './holdfast/v1/SupersedeMemoryRequest.js';
import type { SupersedeMemoryResponse as _holdfast_v1_SupersedeMemoryResponse, SupersedeMemoryResponse__Output as _holdfast_v1_SupersedeMemoryResponse__Output } from './holdfast/v1/SupersedeMemoryResponse.js';
import type { TakeOverRequest as _holdfast_v1_TakeOverRequest, TakeOverRequest__Output as _holdfast_v1_TakeOverRequest__Output } from './holdfast/v1/TakeOverRequest.js';
import type { TakeOverResponse as _holdfast_v1_TakeOverResponse, TakeOverResponse__Output as _holdfast_v1_TakeOverResponse__Output } from './holdfast/v1/TakeOverResponse.js';
import type { Task as _holdfast_v1_Task, Task__Output as _holdfast_v1_Task__Output } from './holdfast/v1/Task.js';
import type { TaskStep as _holdfast_v1_TaskStep, TaskStep__Output as _holdfast_v1_TaskStep__Output } from './holdfast/v1/TaskStep.js';
import type { TaskStepInput as _holdfast_v1_TaskStepInput, TaskStepInput__Output as _holdfast_v1_TaskStepInput__Output } from './holdfast/v1/TaskStepInput.js';
import type { TasksClient as _holdfast_v1_TasksClient, TasksDefinition as _holdfast_v1_TasksDefinition } from './holdfast/v1/Tasks.js';
import type { ToolCall as _holdfast_v1_ToolCall, ToolCall__Output as _holdfast_v1_ToolCall__Output } from './holdfast/v1/ToolCall.js';
import type { Trade as _holdfast_v1_Trade, Trade__Output as _holdfast_v1_Trade__Output } from './holdfast/v1/Trade.js';
import type { Transaction as _holdfast_v1_Transaction, Transaction__Output as _holdfast_v1_Transaction__Output } from './holdfast/v1/Transaction.js';
import type { Turn as _holdfast_v1_Turn, Turn__Output as _holdfast_v1_Turn__Output } from './holdfast/v1/Turn.js';
import type { TurnHit as _holdfast_v1_TurnHit, TurnHit__Output as _holdfast_v1_TurnHit__Output } from './holdfast/v1/TurnHit.js';
import type { TypeSummary as _holdfast_v1_TypeSummary, TypeSummary__Output as _holdfast_v1_TypeSummary__Output } from './holdfast/v1/TypeSummary.js';
import type { UniqueKey as _holdfast_v1_UniqueKey, UniqueKey__Output as _holdfast_v1_UniqueKey__Output } from './holdfast/v1/UniqueKey.js';
import type { VaultClient as _holdfast_v1_VaultClient, VaultDefinition as _holdfast_v1_VaultDefinition } from './holdfast/v1/Vault.js';
import type { Vector as _holdfast_v1_Vector, Vector__Output as _holdfast_v1_Vector__Output } from './holdfast/v1/Vector.js';
import type { VerifyJournalRequest as _holdfast_v1_VerifyJournalRequest, VerifyJournalRequest__Output as _holdfast_v1_VerifyJournalRequest__Output } from './holdfast/v1/VerifyJournalRequest.js';
import type { VerifyJournalResponse as _holdfast_v1_VerifyJournalResponse, VerifyJournalResponse__Output as _holdfast_v1_VerifyJournalResponse__Output } from './holdfast/v1/VerifyJournalResponse.js';
import type { WatchSessionsRequest as _holdfast_v1_WatchSessionsRequest, WatchSessionsRequest__Output as _holdfast_v1_WatchSessionsRequest__Output } from './holdfast/v1/WatchSessionsRequest.js';
import type { WatchSessionsResponse as _holdfast_v1_WatchSessionsResponse, WatchSessionsResponse__Output as _holdfast_v1_WatchSessionsResponse__Output } from './holdfast/v1/WatchSessionsResponse.js';
import type { WorkingClient as _holdfast_v1_WorkingClient, WorkingDefinition as _holdfast_v1_WorkingDefinition } from './holdfast/v1/Working.js';
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
      AckSignalsRequest: MessageTypeDefinition<_holdfast_v1_AckSignalsRequest, _holdfast_v1_AckSignalsRequest__Output>
      AckSignalsResponse: MessageTypeDefinition<_holdfast_v1_AckSignalsResponse, _holdfast_v1_AckSignalsResponse__Output>
      AcquireTokensRequest: MessageTypeDefinition<_holdfast_v1_AcquireTokensRequest, _holdfast_v1_AcquireTokensRequest__Output>
      AcquireTokensResponse: MessageTypeDefinition<_holdfast_v1_AcquireTokensResponse, _holdfast_v1_AcquireTokensResponse__Output>
      Action: MessageTypeDefinition<_holdfast_v1_Action, _holdfast_v1_Action__Output>
      AddToCounterRequest: MessageTypeDefinition<_holdfast_v1_AddToCounterRequest, _holdfast_v1_AddToCounterRequest__Output>
      AddToCounterResponse: MessageTypeDefinition<_holdfast_v1_AddToCounterResponse, _holdfast_v1_AddToCounterResponse__Output>
      AdvanceTaskRequest: MessageTypeDefinition<_holdfast_v1_AdvanceTaskRequest, _holdfast_v1_AdvanceTaskRequest__Output>
      AdvanceTaskResponse: MessageTypeDefinition<_holdfast_v1_AdvanceTaskResponse, _holdfast_v1_AdvanceTaskResponse__Output>
      Aggregate: MessageTypeDefinition<_holdfast_v1_Aggregate, _holdfast_v1_Aggregate__Output>
      AggregateFunction: EnumTypeDefinition
      AggregateGroup: MessageTypeDefinition<_holdfast_v1_AggregateGroup, _holdfast_v1_AggregateGroup__Output>
      AggregateRecordsRequest: MessageTypeDefinition<_holdfast_v1_AggregateRecordsRequest, _holdfast_v1_AggregateRecordsRequest__Output>
      AggregateRecordsResponse: MessageTypeDefinition<_holdfast_v1_AggregateRecordsResponse, _holdfast_v1_AggregateRecordsResponse__Output>
      AlertRule: MessageTypeDefinition<_holdfast_v1_AlertRule, _holdfast_v1_AlertRule__Output>
      AmountSum: MessageTypeDefinition<_holdfast_v1_AmountSum, _holdfast_v1_AmountSum__Output>
      AppendTurnRequest: MessageTypeDefinition<_holdfast_v1_AppendTurnRequest, _holdfast_v1_AppendTurnRequest__Output>
      AppendTurnResponse: MessageTypeDefinition<_holdfast_v1_AppendTurnResponse, _holdfast_v1_AppendTurnResponse__Output>
      ApproveStepRequest: MessageTypeDefinition<_holdfast_v1_ApproveStepRequest, _holdfast_v1_ApproveStepRequest__Output>
      ApproveStepResponse: MessageTypeDefinition<_holdfast_v1_ApproveStepResponse, _holdfast_v1_ApproveStepResponse__Output>
      AttachOutcomeRequest: MessageTypeDefinition<_holdfast_v1_AttachOutcomeRequest, _holdfast_v1_AttachOutcomeRequest__Output>
      AttachOutcomeResponse: MessageTypeDefinition<_holdfast_v1_AttachOutcomeResponse, _holdfast_v1_AttachOutcomeResponse__Output>
      AttachVectorsRequest: MessageTypeDefinition<_holdfast_v1_AttachVectorsRequest, _holdfast_v1_AttachVectorsRequest__Output>
      AttachVectorsResponse: MessageTypeDefinition<_holdfast_v1_AttachVectorsResponse, _holdfast_v1_AttachVectorsResponse__Output>
      Audit: SubtypeConstructor<typeof grpc.Client, _holdfast_v1_AuditClient> & { service: _holdfast_v1_AuditDefinition }
      AuditFinding: MessageTypeDefinition<_holdfast_v1_AuditFinding, _holdfast_v1_AuditFinding__Output>
      Balance: MessageTypeDefinition<_holdfast_v1_Balance, _holdfast_v1_Balance__Output>
      BalanceAsOfRequest: MessageTypeDefinition<_holdfast_v1_BalanceAsOfRequest, _holdfast_v1_BalanceAsOfRequest__Output>
      BalanceAsOfResponse: MessageTypeDefinition<_holdfast_v1_BalanceAsOfResponse, _holdfast_v1_BalanceAsOfResponse__Output>
      BeginOperationRequest: MessageTypeDefinition<_holdfast_v1_BeginOperationRequest, _holdfast_v1_BeginOperationRequest__Output>
      BeginOperationResponse: MessageTypeDefinition<_holdfast_v1_BeginOperationResponse, _holdfast_v1_BeginOperationResponse__Output>
      BeginOutcome: EnumTypeDefinition
      Bucket: MessageTypeDefinition<_holdfast_v1_Bucket, _holdfast_v1_Bucket__Output>
      BuildContextRequest: MessageTypeDefinition<_holdfast_v1_BuildContextRequest, _holdfast_v1_BuildContextRequest__Output>
      BuildContextResponse: MessageTypeDefinition<_holdfast_v1_BuildContextResponse, _holdfast_v1_BuildContextResponse__Output>
      Checkpoint: MessageTypeDefinition<_holdfast_v1_Checkpoint, _holdfast_v1_Checkpoint__Output>
      ClearPositionRequest: MessageTypeDefinition<_holdfast_v1_ClearPositionRequest, _holdfast_v1_ClearPositionRequest__Output>
      ClearPositionResponse: MessageTypeDefinition<_holdfast_v1_ClearPositionResponse, _holdfast_v1_ClearPositionResponse__Output>
      CloseSessionRequest: MessageTypeDefinition<_holdfast_v1_CloseSessionRequest, _holdfast_v1_CloseSessionRequest__Output>
      CloseSessionResponse: MessageTypeDefinition<_holdfast_v1_CloseSessionResponse, _holdfast_v1_CloseSessionResponse__Output>
      Collection: MessageTypeDefinition<_holdfast_v1_Collection, _holdfast_v1_Collection__Output>
      CompactConversationRequest: MessageTypeDefinition<_holdfast_v1_CompactConversationRequest, _holdfast_v1_CompactConversationRequest__Output>
      CompactConversationResponse: MessageTypeDefinition<_holdfast_v1_CompactConversationResponse, _holdfast_v1_CompactConversationResponse__Output>
      Comparison: EnumTypeDefinition
      CompleteOperationRequest: MessageTypeDefinition<_holdfast_v1_CompleteOperationRequest, _holdfast_v1_CompleteOperationRequest__Output>
      CompleteOperationResponse: MessageTypeDefinition<_holdfast_v1_CompleteOperationResponse, _holdfast_v1_CompleteOperationResponse__Output>
      ConfigureAccountRequest: MessageTypeDefinition<_holdfast_v1_ConfigureAccountRequest, _holdfast_v1_ConfigureAccountRequest__Output>
      ConfigureAccountResponse: MessageTypeDefinition<_holdfast_v1_ConfigureAccountResponse, _holdfast_v1_ConfigureAccountResponse__Output>
      ConsumeRequest: MessageTypeDefinition<_holdfast_v1_ConsumeRequest, _holdfast_v1_ConsumeRequest__Output>
      ConsumeResponse: MessageTypeDefinition<_holdfast_v1_ConsumeResponse, _holdfast_v1_ConsumeResponse__Output>
      Consumer: MessageTypeDefinition<_holdfast_v1_Consumer, _holdfast_v1_Consumer__Output>
      Conversation: MessageTypeDefinition<_holdfast_v1_Conversation, _holdfast_v1_Conversation__Output>
      Conversations: SubtypeConstructor<typeof grpc.Client, _holdfast_v1_ConversationsClient> & { service: _holdfast_v1_ConversationsDefinition }
      CountTokensRequest: MessageTypeDefinition<_holdfast_v1_CountTokensRequest, _holdfast_v1_CountTokensRequest__Output>
      CountTokensResponse: MessageTypeDefinition<_holdfast_v1_CountTokensResponse, _holdfast_v1_CountTokensResponse__Output>
      Counter: MessageTypeDefinition<_holdfast_v1_Counter, _holdfast_v1_Counter__Output>
      CreateTaskRequest: MessageTypeDefinition<_holdfast_v1_CreateTaskRequest, _holdfast_v1_CreateTaskRequest__Output>
      CreateTaskResponse: MessageTypeDefinition<_holdfast_v1_CreateTaskResponse, _holdfast_v1_CreateTaskResponse__Output>
      Credential: MessageTypeDefinition<_holdfast_v1_Credential, _holdfast_v1_Credential__Output>
      DeleteAlertRuleRequest: MessageTypeDefinition<_holdfast_v1_DeleteAlertRuleRequest, _holdfast_v1_DeleteAlertRuleRequest__Output>
      DeleteAlertRuleResponse: MessageTypeDefinition<_holdfast_v1_DeleteAlertRuleResponse, _holdfast_v1_DeleteAlertRuleResponse__Output>
      DeleteCollectionRequest: MessageTypeDefinition<_holdfast_v1_DeleteCollectionRequest, _holdfast_v1_DeleteCollectionRequest__Output>
      DeleteCollectionResponse: MessageTypeDefinition<_holdfast_v1_DeleteCollectionResponse, _holdfast_v1_DeleteCollectionResponse__Output>
      DeleteConsumerRequest: MessageTypeDefinition<_holdfast_v1_DeleteConsumerRequest, _holdfast_v1_DeleteConsumerRequest__Output>
      DeleteConsumerResponse: MessageTypeDefinition<_holdfast_v1_DeleteConsumerResponse, _holdfast_v1_DeleteConsumerResponse__Output>
      DeleteConversationRequest: MessageTypeDefinition<_holdfast_v1_DeleteConversationRequest, _holdfast_v1_DeleteConversationRequest__Output>
      DeleteConversationResponse: MessageTypeDefinition<_holdfast_v1_DeleteConversationResponse, _holdfast_v1_DeleteConversationResponse__Output>
      DeleteCredentialRequest: MessageTypeDefinition<_holdfast_v1_DeleteCredentialRequest, _holdfast_v1_DeleteCredentialRequest__Output>
      DeleteCredentialResponse: MessageTypeDefinition<_holdfast_v1_DeleteCredentialResponse, _holdfast_v1_DeleteCredentialResponse__Output>
      DeleteGuardRequest: MessageTypeDefinition<_holdfast_v1_DeleteGuardRequest, _holdfast_v1_DeleteGuardRequest__Output>
      DeleteGuardResponse: MessageTypeDefinition<_holdfast_v1_DeleteGuardResponse, _holdfast_v1_DeleteGuardResponse__Output>
      DeletePromptLabelRequest: MessageTypeDefinition<_holdfast_v1_DeletePromptLabelRequest, _holdfast_v1_DeletePromptLabelRequest__Output>
      DeletePromptLabelResponse: MessageTypeDefinition<_holdfast_v1_DeletePromptLabelResponse, _holdfast_v1_DeletePromptLabelResponse__Output>
      DeleteRecordRequest: MessageTypeDefinition<_holdfast_v1_DeleteRecordRequest, _holdfast_v1_DeleteRecordRequest__Output>
      DeleteRecordResponse: MessageTypeDefinition<_holdfast_v1_DeleteRecordResponse, _holdfast_v1_DeleteRecordResponse__Output>
      DeleteSlotRequest: MessageTypeDefinition<_holdfast_v1_DeleteSlotRequest, _holdfast_v1_DeleteSlotRequest__Output>
      DeleteSlotResponse: MessageTypeDefinition<_holdfast_v1_DeleteSlotResponse, _holdfast_v1_DeleteSlotResponse__Output>
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
      EvaluateGuardsRequest: MessageTypeDefinition<_holdfast_v1_EvaluateGuardsRequest, _holdfast_v1_EvaluateGuardsRequest__Output>
      EvaluateGuardsResponse: MessageTypeDefinition<_holdfast_v1_EvaluateGuardsResponse, _holdfast_v1_EvaluateGuardsResponse__Output>
      ExpectedBalance: MessageTypeDefinition<_holdfast_v1_ExpectedBalance, _holdfast_v1_ExpectedBalance__Output>
      Explanation: MessageTypeDefinition<_holdfast_v1_Explanation, _holdfast_v1_Explanation__Output>
      ExportProofRequest: MessageTypeDefinition<_holdfast_v1_ExportProofRequest, _holdfast_v1_ExportProofRequest__Output>
      ExportProofResponse: MessageTypeDefinition<_holdfast_v1_ExportProofResponse, _holdfast_v1_ExportProofResponse__Output>
      ExtendLeaseRequest: MessageTypeDefinition<_holdfast_v1_ExtendLeaseRequest, _holdfast_v1_ExtendLeaseRequest__Output>
      ExtendLeaseResponse: MessageTypeDefinition<_holdfast_v1_ExtendLeaseResponse, _holdfast_v1_ExtendLeaseResponse__Output>
      FailOperationRequest: MessageTypeDefinition<_holdfast_v1_FailOperationRequest, _holdfast_v1_FailOperationRequest__Output>
      FailOperationResponse: MessageTypeDefinition<_holdfast_v1_FailOperationResponse, _holdfast_v1_FailOperationResponse__Output>
      FieldDeclaration: MessageTypeDefinition<_holdfast_v1_FieldDeclaration, _holdfast_v1_FieldDeclaration__Output>
      FieldFilter: MessageTypeDefinition<_holdfast_v1_FieldFilter, _holdfast_v1_FieldFilter__Output>
      FieldType: EnumTypeDefinition
      Filter: MessageTypeDefinition<_holdfast_v1_Filter, _holdfast_v1_Filter__Output>
      FilterList: MessageTypeDefinition<_holdfast_v1_FilterList, _holdfast_v1_FilterList__Output>
      ForgetMemoryRequest: MessageTypeDefinition<_holdfast_v1_ForgetMemoryRequest, _holdfast_v1_ForgetMemoryRequest__Output>
      ForgetMemoryResponse: MessageTypeDefinition<_holdfast_v1_ForgetMemoryResponse, _holdfast_v1_ForgetMemoryResponse__Output>
      Generation: MessageTypeDefinition<_holdfast_v1_Generation, _holdfast_v1_Generation__Output>
      GenerationStatus: EnumTypeDefinition
      GetBalancesRequest: MessageTypeDefinition<_holdfast_v1_GetBalancesRequest, _holdfast_v1_GetBalancesRequest__Output>
      GetBalancesResponse: MessageTypeDefinition<_holdfast_v1_GetBalancesResponse, _holdfast_v1_GetBalancesResponse__Output>
      GetCheckpointRequest: MessageTypeDefinition<_holdfast_v1_GetCheckpointRequest, _holdfast_v1_GetCheckpointRequest__Output>
      GetCheckpointResponse: MessageTypeDefinition<_holdfast_v1_GetCheckpointResponse, _holdfast_v1_GetCheckpointResponse__Output>
      GetCollectionRequest: MessageTypeDefinition<_holdfast_v1_GetCollectionRequest, _holdfast_v1_GetCollectionRequest__Output>
      GetCollectionResponse: MessageTypeDefinition<_holdfast_v1_GetCollectionResponse, _holdfast_v1_GetCollectionResponse__Output>
      GetConversationRequest: MessageTypeDefinition<_holdfast_v1_GetConversationRequest, _holdfast_v1_GetConversationRequest__Output>
      GetConversationResponse: MessageTypeDefinition<_holdfast_v1_GetConversationResponse, _holdfast_v1_GetConversationResponse__Output>
      GetCounterRequest: MessageTypeDefinition<_holdfast_v1_GetCounterRequest, _holdfast_v1_GetCounterRequest__Output>
      GetCounterResponse: MessageTypeDefinition<_holdfast_v1_GetCounterResponse, _holdfast_v1_GetCounterResponse__Output>
      GetCredentialRequest: MessageTypeDefinition<_holdfast_v1_GetCredentialRequest, _holdfast_v1_GetCredentialRequest__Output>
      GetCredentialResponse: MessageTypeDefinition<_holdfast_v1_GetCredentialResponse, _holdfast_v1_GetCredentialResponse__Output>
      GetEpisodeRequest: MessageTypeDefinition<_holdfast_v1_GetEpisodeRequest, _holdfast_v1_GetEpisodeRequest__Output>
      GetEpisodeResponse: MessageTypeDefinition<_holdfast_v1_GetEpisodeResponse, _holdfast_v1_GetEpisodeResponse__Output>
      GetFieldsRequest: MessageTypeDefinition<_holdfast_v1_GetFieldsRequest, _holdfast_v1_GetFieldsRequest__Output>
      GetFieldsResponse: MessageTypeDefinition<_holdfast_v1_GetFieldsResponse, _holdfast_v1_GetFieldsResponse__Output>
      GetMemoryRequest: MessageTypeDefinition<_holdfast_v1_GetMemoryRequest, _holdfast_v1_GetMemoryRequest__Output>
      GetMemoryResponse: MessageTypeDefinition<_holdfast_v1_GetMemoryResponse, _holdfast_v1_GetMemoryResponse__Output>
      GetMessagesRequest: MessageTypeDefinition<_holdfast_v1_GetMessagesRequest, _holdfast_v1_GetMessagesRequest__Output>
      GetMessagesResponse: MessageTypeDefinition<_holdfast_v1_GetMessagesResponse, _holdfast_v1_GetMessagesResponse__Output>
      GetOperationRequest: MessageTypeDefinition<_holdfast_v1_GetOperationRequest, _holdfast_v1_GetOperationRequest__Output>
      GetOperationResponse: MessageTypeDefinition<_holdfast_v1_GetOperationResponse, _holdfast_v1_GetOperationResponse__Output>
      GetPositionRequest: MessageTypeDefinition<_holdfast_v1_GetPositionRequest, _holdfast_v1_GetPositionRequest__Output>
      GetPositionResponse: MessageTypeDefinition<_holdfast_v1_GetPositionResponse, _holdfast_v1_GetPositionResponse__Output>
      GetPromptTemplateRequest: MessageTypeDefinition<_holdfast_v1_GetPromptTemplateRequest, _holdfast_v1_GetPromptTemplateRequest__Output>
      GetPromptTemplateResponse: MessageTypeDefinition<_holdfast_v1_GetPromptTemplateResponse, _holdfast_v1_GetPromptTemplateResponse__Output>
      GetRecordRequest: MessageTypeDefinition<_holdfast_v1_GetRecordRequest, _holdfast_v1_GetRecordRequest__Output>
      GetRecordResponse: MessageTypeDefinition<_holdfast_v1_GetRecordResponse, _holdfast_v1_GetRecordResponse__Output>
      GetSessionRequest: MessageTypeDefinition<_holdfast_v1_GetSessionRequest, _holdfast_v1_GetSessionRequest__Output>
      GetSessionResponse: MessageTypeDefinition<_holdfast_v1_GetSessionResponse, _holdfast_v1_GetSessionResponse__Output>
      GetSlotRequest: MessageTypeDefinition<_holdfast_v1_GetSlotRequest, _holdfast_v1_GetSlotRequest__Output>
      GetSlotResponse: MessageTypeDefinition<_holdfast_v1_GetSlotResponse, _holdfast_v1_GetSlotResponse__Output>
      GetStateRequest: MessageTypeDefinition<_holdfast_v1_GetStateRequest, _holdfast_v1_GetStateRequest__Output>
      GetStateResponse: MessageTypeDefinition<_holdfast_v1_GetStateResponse, _holdfast_v1_GetStateResponse__Output>
      GetSummaryTaskRequest: MessageTypeDefinition<_holdfast_v1_GetSummaryTaskRequest, _holdfast_v1_GetSummaryTaskRequest__Output>
      GetSummaryTaskResponse: MessageTypeDefinition<_holdfast_v1_GetSummaryTaskResponse, _holdfast_v1_GetSummaryTaskResponse__Output>
      GetTaskRequest: MessageTypeDefinition<_holdfast_v1_GetTaskRequest, _holdfast_v1_GetTaskRequest__Output>
      GetTaskResponse: MessageTypeDefinition<_holdfast_v1_GetTaskResponse, _holdfast_v1_GetTaskResponse__Output>
      GetTradeRequest: MessageTypeDefinition<_holdfast_v1_GetTradeRequest, _holdfast_v1_GetTradeRequest__Output>
      GetTradeResponse: MessageTypeDefinition<_holdfast_v1_GetTradeResponse, _holdfast_v1_GetTradeResponse__Output>
      GetTransactionRequest: MessageTypeDefinition<_holdfast_v1_GetTransactionRequest, _holdfast_v1_GetTransactionRequest__Output>
      GetTransactionResponse: MessageTypeDefinition<_holdfast_v1_GetTransactionResponse, _holdfast_v1_GetTransactionResponse__Output>
      Guard: MessageTypeDefinition<_holdfast_v1_Guard, _holdfast_v1_Guard__Output>
      GuardMode: EnumTypeDefinition
      GuardRule: MessageTypeDefinition<_holdfast_v1_GuardRule, _holdfast_v1_GuardRule__Output>
      GuardScope: MessageTypeDefinition<_holdfast_v1_GuardScope, _holdfast_v1_GuardScope__Output>
      GuardVerdict: MessageTypeDefinition<_holdfast_v1_GuardVerdict, _holdfast_v1_GuardVerdict__Output>
      HaltSessionRequest: MessageTypeDefinition<_holdfast_v1_HaltSessionRequest, _holdfast_v1_HaltSessionRequest__Output>
      HaltSessionResponse: MessageTypeDefinition<_holdfast_v1_HaltSessionResponse, _holdfast_v1_HaltSessionResponse__Output>
      HeartbeatRequest: MessageTypeDefinition<_holdfast_v1_HeartbeatRequest, _holdfast_v1_HeartbeatRequest__Output>
      HeartbeatResponse: MessageTypeDefinition<_holdfast_v1_HeartbeatResponse, _holdfast_v1_HeartbeatResponse__Output>
      Hold: MessageTypeDefinition<_holdfast_v1_Hold, _holdfast_v1_Hold__Output>
      HoldSettlement: MessageTypeDefinition<_holdfast_v1_HoldSettlement, _holdfast_v1_HoldSettlement__Output>
      HoldStatus: EnumTypeDefinition
      IncrementFieldRequest: MessageTypeDefinition<_holdfast_v1_IncrementFieldRequest, _holdfast_v1_IncrementFieldRequest__Output>
      IncrementFieldResponse: MessageTypeDefinition<_holdfast_v1_IncrementFieldResponse, _holdfast_v1_IncrementFieldResponse__Output>
      IngestEpisodesRequest: MessageTypeDefinition<_holdfast_v1_IngestEpisodesRequest, _holdfast_v1_IngestEpisodesRequest__Output>
      IngestEpisodesResponse: MessageTypeDefinition<_holdfast_v1_IngestEpisodesResponse, _holdfast_v1_IngestEpisodesResponse__Output>
      IngestError: MessageTypeDefinition<_holdfast_v1_IngestError, _holdfast_v1_IngestError__Output>
      Knowledge: SubtypeConstructor<typeof grpc.Client, _holdfast_v1_KnowledgeClient> & { service: _holdfast_v1_KnowledgeDefinition }
      Ledger: SubtypeConstructor<typeof grpc.Client, _holdfast_v1_LedgerClient> & { service: _holdfast_v1_LedgerDefinition }
      Limits: SubtypeConstructor<typeof grpc.Client, _holdfast_v1_LimitsClient> & { service: _holdfast_v1_LimitsDefinition }
      ListAlertRulesRequest: MessageTypeDefinition<_holdfast_v1_ListAlertRulesRequest, _holdfast_v1_ListAlertRulesRequest__Output>
      ListAlertRulesResponse: MessageTypeDefinition<_holdfast_v1_ListAlertRulesResponse, _holdfast_v1_ListAlertRulesResponse__Output>
      ListBucketsRequest: MessageTypeDefinition<_holdfast_v1_ListBucketsRequest, _holdfast_v1_ListBucketsRequest__Output>
      ListBucketsResponse: MessageTypeDefinition<_holdfast_v1_ListBucketsResponse, _holdfast_v1_ListBucketsResponse__Output>
      ListCollectionsRequest: MessageTypeDefinition<_holdfast_v1_ListCollectionsRequest, _holdfast_v1_ListCollectionsRequest__Output>
      ListCollectionsResponse: MessageTypeDefinition<_holdfast_v1_ListCollectionsResponse, _holdfast_v1_ListCollectionsResponse__Output>
      ListConsumersRequest: MessageTypeDefinition<_holdfast_v1_ListConsumersRequest, _holdfast_v1_ListConsumersRequest__Output>
      ListConsumersResponse: MessageTypeDefinition<_holdfast_v1_ListConsumersResponse, _holdfast_v1_ListConsumersResponse__Output>
      ListConversationsRequest: MessageTypeDefinition<_holdfast_v1_ListConversationsRequest, _holdfast_v1_ListConversationsRequest__Output>
      ListConversationsResponse: MessageTypeDefinition<_holdfast_v1_ListConversationsResponse, _holdfast_v1_ListConversationsResponse__Output>
      ListCountersRequest: MessageTypeDefinition<_holdfast_v1_ListCountersRequest, _holdfast_v1_ListCountersRequest__Output>
      ListCountersResponse: MessageTypeDefinition<_holdfast_v1_ListCountersResponse, _holdfast_v1_ListCountersResponse__Output>
      ListCredentialsRequest: MessageTypeDefinition<_holdfast_v1_ListCredentialsRequest, _holdfast_v1_ListCredentialsRequest__Output>
      ListCredentialsResponse: MessageTypeDefinition<_holdfast_v1_ListCredentialsResponse, _holdfast_v1_ListCredentialsResponse__Output>
      ListDeadLettersRequest: MessageTypeDefinition<_holdfast_v1_ListDeadLettersRequest, _holdfast_v1_ListDeadLettersRequest__Output>
      ListDeadLettersResponse: MessageTypeDefinition<_holdfast_v1_ListDeadLettersResponse, _holdfast_v1_ListDeadLettersResponse__Output>
      ListEpisodesRequest: MessageTypeDefinition<_holdfast_v1_ListEpisodesRequest, _holdfast_v1_ListEpisodesRequest__Output>
      ListEpisodesResponse: MessageTypeDefinition<_holdfast_v1_ListEpisodesResponse, _holdfast_v1_ListEpisodesResponse__Output>
      ListGenerationsRequest: MessageTypeDefinition<_holdfast_v1_ListGenerationsRequest, _holdfast_v1_ListGenerationsRequest__Output>
      ListGenerationsResponse: MessageTypeDefinition<_holdfast_v1_ListGenerationsResponse, _holdfast_v1_ListGenerationsResponse__Output>
      ListGuardsRequest: MessageTypeDefinition<_holdfast_v1_ListGuardsRequest, _holdfast_v1_ListGuardsRequest__Output>
      ListGuardsResponse: MessageTypeDefinition<_holdfast_v1_ListGuardsResponse, _holdfast_v1_ListGuardsResponse__Output>
      ListHoldsRequest: MessageTypeDefinition<_holdfast_v1_ListHoldsRequest, _holdfast_v1_ListHoldsRequest__Output>
      ListHoldsResponse: MessageTypeDefinition<_holdfast_v1_ListHoldsResponse, _holdfast_v1_ListHoldsResponse__Output>
      ListMemoriesRequest: MessageTypeDefinition<_holdfast_v1_ListMemoriesRequest, _holdfast_v1_ListMemoriesRequest__Output>
      ListMemoriesResponse: MessageTypeDefinition<_holdfast_v1_ListMemoriesResponse, _holdfast_v1_ListMemoriesResponse__Output>
      ListNamespacesRequest: MessageTypeDefinition<_holdfast_v1_ListNamespacesRequest, _holdfast_v1_ListNamespacesRequest__Output>
      ListNamespacesResponse: MessageTypeDefinition<_holdfast_v1_ListNamespacesResponse, _holdfast_v1_ListNamespacesResponse__Output>
      ListOperationsRequest: MessageTypeDefinition<_holdfast_v1_ListOperationsRequest, _holdfast_v1_ListOperationsRequest__Output>
      ListOperationsResponse: MessageTypeDefinition<_holdfast_v1_ListOperationsResponse, _holdfast_v1_ListOperationsResponse__Output>
      ListPositionsRequest: MessageTypeDefinition<_holdfast_v1_ListPositionsRequest, _holdfast_v1_ListPositionsRequest__Output>
      ListPositionsResponse: MessageTypeDefinition<_holdfast_v1_ListPositionsResponse, _holdfast_v1_ListPositionsResponse__Output>
      ListPromptTemplatesRequest: MessageTypeDefinition<_holdfast_v1_ListPromptTemplatesRequest, _holdfast_v1_ListPromptTemplatesRequest__Output>
      ListPromptTemplatesResponse: MessageTypeDefinition<_holdfast_v1_ListPromptTemplatesResponse, _holdfast_v1_ListPromptTemplatesResponse__Output>
      ListPromptVersionsRequest: MessageTypeDefinition<_holdfast_v1_ListPromptVersionsRequest, _holdfast_v1_ListPromptVersionsRequest__Output>
      ListPromptVersionsResponse: MessageTypeDefinition<_holdfast_v1_ListPromptVersionsResponse, _holdfast_v1_ListPromptVersionsResponse__Output>
      ListSchemasRequest: MessageTypeDefinition<_holdfast_v1_ListSchemasRequest, _holdfast_v1_ListSchemasRequest__Output>
      ListSchemasResponse: MessageTypeDefinition<_holdfast_v1_ListSchemasResponse, _holdfast_v1_ListSchemasResponse__Output>
      ListSessionsRequest: MessageTypeDefinition<_holdfast_v1_ListSessionsRequest, _holdfast_v1_ListSessionsRequest__Output>
      ListSessionsResponse: MessageTypeDefinition<_holdfast_v1_ListSessionsResponse, _holdfast_v1_ListSessionsResponse__Output>
      ListSignalsRequest: MessageTypeDefinition<_holdfast_v1_ListSignalsRequest, _holdfast_v1_ListSignalsRequest__Output>
      ListSignalsResponse: MessageTypeDefinition<_holdfast_v1_ListSignalsResponse, _holdfast_v1_ListSignalsResponse__Output>
      ListSlotsRequest: MessageTypeDefinition<_holdfast_v1_ListSlotsRequest, _holdfast_v1_ListSlotsRequest__Output>
      ListSlotsResponse: MessageTypeDefinition<_holdfast_v1_ListSlotsResponse, _holdfast_v1_ListSlotsResponse__Output>
      ListSnapshotsRequest: MessageTypeDefinition<_holdfast_v1_ListSnapshotsRequest, _holdfast_v1_ListSnapshotsRequest__Output>
      ListSnapshotsResponse: MessageTypeDefinition<_holdfast_v1_ListSnapshotsResponse, _holdfast_v1_ListSnapshotsResponse__Output>
      ListStateVersionsRequest: MessageTypeDefinition<_holdfast_v1_ListStateVersionsRequest, _holdfast_v1_ListStateVersionsRequest__Output>
      ListStateVersionsResponse: MessageTypeDefinition<_holdfast_v1_ListStateVersionsResponse, _holdfast_v1_ListStateVersionsResponse__Output>
      ListStatesRequest: MessageTypeDefinition<_holdfast_v1_ListStatesRequest, _holdfast_v1_ListStatesRequest__Output>
      ListStatesResponse: MessageTypeDefinition<_holdfast_v1_ListStatesResponse, _holdfast_v1_ListStatesResponse__Output>
      ListTasksRequest: MessageTypeDefinition<_holdfast_v1_ListTasksRequest, _holdfast_v1_ListTasksRequest__Output>
      ListTasksResponse: MessageTypeDefinition<_holdfast_v1_ListTasksResponse, _holdfast_v1_ListTasksResponse__Output>
      ListTradesRequest: MessageTypeDefinition<_holdfast_v1_ListTradesRequest, _holdfast_v1_ListTradesRequest__Output>
      ListTradesResponse: MessageTypeDefinition<_holdfast_v1_ListTradesResponse, _holdfast_v1_ListTradesResponse__Output>
      ListTransactionsRequest: MessageTypeDefinition<_holdfast_v1_ListTransactionsRequest, _holdfast_v1_ListTransactionsRequest__Output>
      ListTransactionsResponse: MessageTypeDefinition<_holdfast_v1_ListTransactionsResponse, _holdfast_v1_ListTransactionsResponse__Output>
      ListTurnsRequest: MessageTypeDefinition<_holdfast_v1_ListTurnsRequest, _holdfast_v1_ListTurnsRequest__Output>
      ListTurnsResponse: MessageTypeDefinition<_holdfast_v1_ListTurnsResponse, _holdfast_v1_ListTurnsResponse__Output>
      LiveConversation: MessageTypeDefinition<_holdfast_v1_LiveConversation, _holdfast_v1_LiveConversation__Output>
      LiveEpisodes: MessageTypeDefinition<_holdfast_v1_LiveEpisodes, _holdfast_v1_LiveEpisodes__Output>
      LivePortfolio: MessageTypeDefinition<_holdfast_v1_LivePortfolio, _holdfast_v1_LivePortfolio__Output>
      LiveRecall: MessageTypeDefinition<_holdfast_v1_LiveRecall, _holdfast_v1_LiveRecall__Output>
      LiveSource: MessageTypeDefinition<_holdfast_v1_LiveSource, _holdfast_v1_LiveSource__Output>
      LiveTask: MessageTypeDefinition<_holdfast_v1_LiveTask, _holdfast_v1_LiveTask__Output>
      LiveTransactions: MessageTypeDefinition<_holdfast_v1_LiveTransactions, _holdfast_v1_LiveTransactions__Output>
      MarkPositionRequest: MessageTypeDefinition<_holdfast_v1_MarkPositionRequest, _holdfast_v1_MarkPositionRequest__Output>
      MarkPositionResponse: MessageTypeDefinition<_holdfast_v1_MarkPositionResponse, _holdfast_v1_MarkPositionResponse__Output>
      Memory: MessageTypeDefinition<_holdfast_v1_Memory, _holdfast_v1_Memory__Output>
      MemoryHit: MessageTypeDefinition<_holdfast_v1_MemoryHit, _holdfast_v1_MemoryHit__Output>
      MemoryInput: MessageTypeDefinition<_holdfast_v1_MemoryInput, _holdfast_v1_MemoryInput__Output>
      MemoryVector: MessageTypeDefinition<_holdfast_v1_MemoryVector, _holdfast_v1_MemoryVector__Output>
      MessageFormat: EnumTypeDefinition
      MetadataFilter: MessageTypeDefinition<_holdfast_v1_MetadataFilter, _holdfast_v1_MetadataFilter__Output>
      MigrationFailure: MessageTypeDefinition<_holdfast_v1_MigrationFailure, _holdfast_v1_MigrationFailure__Output>
      MigrationStep: MessageTypeDefinition<_holdfast_v1_MigrationStep, _holdfast_v1_MigrationStep__Output>
      Mutation: MessageTypeDefinition<_holdfast_v1_Mutation, _holdfast_v1_Mutation__Output>
      MutationResult: MessageTypeDefinition<_holdfast_v1_MutationResult, _holdfast_v1_MutationResult__Output>
      NackSignalsRequest: MessageTypeDefinition<_holdfast_v1_NackSignalsRequest, _holdfast_v1_NackSignalsRequest__Output>
      NackSignalsResponse: MessageTypeDefinition<_holdfast_v1_NackSignalsResponse, _holdfast_v1_NackSignalsResponse__Output>
      NamedAmount: MessageTypeDefinition<_holdfast_v1_NamedAmount, _holdfast_v1_NamedAmount__Output>
      Namespace: MessageTypeDefinition<_holdfast_v1_Namespace, _holdfast_v1_Namespace__Output>
      OnCrash: EnumTypeDefinition
      OpenSessionRequest: MessageTypeDefinition<_holdfast_v1_OpenSessionRequest, _holdfast_v1_OpenSessionRequest__Output>
      OpenSessionResponse: MessageTypeDefinition<_holdfast_v1_OpenSessionResponse, _holdfast_v1_OpenSessionResponse__Output>
      Operation: MessageTypeDefinition<_holdfast_v1_Operation, _holdfast_v1_Operation__Output>
      OperationHold: MessageTypeDefinition<_holdfast_v1_OperationHold, _holdfast_v1_OperationHold__Output>
      OperationRisk: MessageTypeDefinition<_holdfast_v1_OperationRisk, _holdfast_v1_OperationRisk__Output>
      OperationStatus: EnumTypeDefinition
      Operations: SubtypeConstructor<typeof grpc.Client, _holdfast_v1_OperationsClient> & { service: _holdfast_v1_OperationsDefinition }
      OrderBy: MessageTypeDefinition<_holdfast_v1_OrderBy, _holdfast_v1_OrderBy__Output>
      PatchStateRequest: MessageTypeDefinition<_holdfast_v1_PatchStateRequest, _holdfast_v1_PatchStateRequest__Output>
      PatchStateResponse: MessageTypeDefinition<_holdfast_v1_PatchStateResponse, _holdfast_v1_PatchStateResponse__Output>
      PauseSessionRequest: MessageTypeDefinition<_holdfast_v1_PauseSessionRequest, _holdfast_v1_PauseSessionRequest__Output>
      PauseSessionResponse: MessageTypeDefinition<_holdfast_v1_PauseSessionResponse, _holdfast_v1_PauseSessionResponse__Output>
      PinMemoryRequest: MessageTypeDefinition<_holdfast_v1_PinMemoryRequest, _holdfast_v1_PinMemoryRequest__Output>
      PinMemoryResponse: MessageTypeDefinition<_holdfast_v1_PinMemoryResponse, _holdfast_v1_PinMemoryResponse__Output>
      PlaceHoldRequest: MessageTypeDefinition<_holdfast_v1_PlaceHoldRequest, _holdfast_v1_PlaceHoldRequest__Output>
      PlaceHoldResponse: MessageTypeDefinition<_holdfast_v1_PlaceHoldResponse, _holdfast_v1_PlaceHoldResponse__Output>
      PnlGroup: EnumTypeDefinition
      PnlSum: MessageTypeDefinition<_holdfast_v1_PnlSum, _holdfast_v1_PnlSum__Output>
      Position: MessageTypeDefinition<_holdfast_v1_Position, _holdfast_v1_Position__Output>
      PostHoldRequest: MessageTypeDefinition<_holdfast_v1_PostHoldRequest, _holdfast_v1_PostHoldRequest__Output>
      PostHoldResponse: MessageTypeDefinition<_holdfast_v1_PostHoldResponse, _holdfast_v1_PostHoldResponse__Output>
      PostTransactionRequest: MessageTypeDefinition<_holdfast_v1_PostTransactionRequest, _holdfast_v1_PostTransactionRequest__Output>
      PostTransactionResponse: MessageTypeDefinition<_holdfast_v1_PostTransactionResponse, _holdfast_v1_PostTransactionResponse__Output>
      Posting: MessageTypeDefinition<_holdfast_v1_Posting, _holdfast_v1_Posting__Output>
      Procedural: SubtypeConstructor<typeof grpc.Client, _holdfast_v1_ProceduralClient> & { service: _holdfast_v1_ProceduralDefinition }
      ProfileField: MessageTypeDefinition<_holdfast_v1_ProfileField, _holdfast_v1_ProfileField__Output>
      PromptLabel: MessageTypeDefinition<_holdfast_v1_PromptLabel, _holdfast_v1_PromptLabel__Output>
      PromptSummary: MessageTypeDefinition<_holdfast_v1_PromptSummary, _holdfast_v1_PromptSummary__Output>
      PromptTemplate: MessageTypeDefinition<_holdfast_v1_PromptTemplate, _holdfast_v1_PromptTemplate__Output>
      PromptVariable: MessageTypeDefinition<_holdfast_v1_PromptVariable, _holdfast_v1_PromptVariable__Output>
      Provenance: MessageTypeDefinition<_holdfast_v1_Provenance, _holdfast_v1_Provenance__Output>
      PublishRequest: MessageTypeDefinition<_holdfast_v1_PublishRequest, _holdfast_v1_PublishRequest__Output>
      PublishResponse: MessageTypeDefinition<_holdfast_v1_PublishResponse, _holdfast_v1_PublishResponse__Output>
      PutAlertRuleRequest: MessageTypeDefinition<_holdfast_v1_PutAlertRuleRequest, _holdfast_v1_PutAlertRuleRequest__Output>
      PutAlertRuleResponse: MessageTypeDefinition<_holdfast_v1_PutAlertRuleResponse, _holdfast_v1_PutAlertRuleResponse__Output>
      PutCollectionRequest: MessageTypeDefinition<_holdfast_v1_PutCollectionRequest, _holdfast_v1_PutCollectionRequest__Output>
      PutCollectionResponse: MessageTypeDefinition<_holdfast_v1_PutCollectionResponse, _holdfast_v1_PutCollectionResponse__Output>
      PutConsumerRequest: MessageTypeDefinition<_holdfast_v1_PutConsumerRequest, _holdfast_v1_PutConsumerRequest__Output>
      PutConsumerResponse: MessageTypeDefinition<_holdfast_v1_PutConsumerResponse, _holdfast_v1_PutConsumerResponse__Output>
      PutConversationRequest: MessageTypeDefinition<_holdfast_v1_PutConversationRequest, _holdfast_v1_PutConversationRequest__Output>
      PutConversationResponse: MessageTypeDefinition<_holdfast_v1_PutConversationResponse, _holdfast_v1_PutConversationResponse__Output>
      PutCredentialRequest: MessageTypeDefinition<_holdfast_v1_PutCredentialRequest, _holdfast_v1_PutCredentialRequest__Output>
      PutCredentialResponse: MessageTypeDefinition<_holdfast_v1_PutCredentialResponse, _holdfast_v1_PutCredentialResponse__Output>
      PutGuardRequest: MessageTypeDefinition<_holdfast_v1_PutGuardRequest, _holdfast_v1_PutGuardRequest__Output>
      PutGuardResponse: MessageTypeDefinition<_holdfast_v1_PutGuardResponse, _holdfast_v1_PutGuardResponse__Output>
      PutNamespaceRequest: MessageTypeDefinition<_holdfast_v1_PutNamespaceRequest, _holdfast_v1_PutNamespaceRequest__Output>
      PutNamespaceResponse: MessageTypeDefinition<_holdfast_v1_PutNamespaceResponse, _holdfast_v1_PutNamespaceResponse__Output>
      PutPromptTemplateRequest: MessageTypeDefinition<_holdfast_v1_PutPromptTemplateRequest, _holdfast_v1_PutPromptTemplateRequest__Output>
      PutPromptTemplateResponse: MessageTypeDefinition<_holdfast_v1_PutPromptTemplateResponse, _holdfast_v1_PutPromptTemplateResponse__Output>
      PutRecordRequest: MessageTypeDefinition<_holdfast_v1_PutRecordRequest, _holdfast_v1_PutRecordRequest__Output>
      PutRecordResponse: MessageTypeDefinition<_holdfast_v1_PutRecordResponse, _holdfast_v1_PutRecordResponse__Output>
      PutSlotRequest: MessageTypeDefinition<_holdfast_v1_PutSlotRequest, _holdfast_v1_PutSlotRequest__Output>
      PutSlotResponse: MessageTypeDefinition<_holdfast_v1_PutSlotResponse, _holdfast_v1_PutSlotResponse__Output>
      PutStateRequest: MessageTypeDefinition<_holdfast_v1_PutStateRequest, _holdfast_v1_PutStateRequest__Output>
      PutStateResponse: MessageTypeDefinition<_holdfast_v1_PutStateResponse, _holdfast_v1_PutStateResponse__Output>
      QueryRecordsRequest: MessageTypeDefinition<_holdfast_v1_QueryRecordsRequest, _holdfast_v1_QueryRecordsRequest__Output>
      QueryRecordsResponse: MessageTypeDefinition<_holdfast_v1_QueryRecordsResponse, _holdfast_v1_QueryRecordsResponse__Output>
      ReadHeader: MessageTypeDefinition<_holdfast_v1_ReadHeader, _holdfast_v1_ReadHeader__Output>
      RecallMemoriesRequest: MessageTypeDefinition<_holdfast_v1_RecallMemoriesRequest, _holdfast_v1_RecallMemoriesRequest__Output>
      RecallMemoriesResponse: MessageTypeDefinition<_holdfast_v1_RecallMemoriesResponse, _holdfast_v1_RecallMemoriesResponse__Output>
      RecallMode: EnumTypeDefinition
      ReconcileRequest: MessageTypeDefinition<_holdfast_v1_ReconcileRequest, _holdfast_v1_ReconcileRequest__Output>
      ReconcileResponse: MessageTypeDefinition<_holdfast_v1_ReconcileResponse, _holdfast_v1_ReconcileResponse__Output>
      ReconciledBalance: MessageTypeDefinition<_holdfast_v1_ReconciledBalance, _holdfast_v1_ReconciledBalance__Output>
      Record: MessageTypeDefinition<_holdfast_v1_Record, _holdfast_v1_Record__Output>
      RecordActionRequest: MessageTypeDefinition<_holdfast_v1_RecordActionRequest, _holdfast_v1_RecordActionRequest__Output>
      RecordActionResponse: MessageTypeDefinition<_holdfast_v1_RecordActionResponse, _holdfast_v1_RecordActionResponse__Output>
      RecordEpisodesRequest: MessageTypeDefinition<_holdfast_v1_RecordEpisodesRequest, _holdfast_v1_RecordEpisodesRequest__Output>
      RecordEpisodesResponse: MessageTypeDefinition<_holdfast_v1_RecordEpisodesResponse, _holdfast_v1_RecordEpisodesResponse__Output>
      RecordTradeRequest: MessageTypeDefinition<_holdfast_v1_RecordTradeRequest, _holdfast_v1_RecordTradeRequest__Output>
      RecordTradeResponse: MessageTypeDefinition<_holdfast_v1_RecordTradeResponse, _holdfast_v1_RecordTradeResponse__Output>
      RedriveDeadLettersRequest: MessageTypeDefinition<_holdfast_v1_RedriveDeadLettersRequest, _holdfast_v1_RedriveDeadLettersRequest__Output>
      RedriveDeadLettersResponse: MessageTypeDefinition<_holdfast_v1_RedriveDeadLettersResponse, _holdfast_v1_RedriveDeadLettersResponse__Output>
      RegisterAssetRequest: MessageTypeDefinition<_holdfast_v1_RegisterAssetRequest, _holdfast_v1_RegisterAssetRequest__Output>
      RegisterAssetResponse: MessageTypeDefinition<_holdfast_v1_RegisterAssetResponse, _holdfast_v1_RegisterAssetResponse__Output>
      RegisterSchemaRequest: MessageTypeDefinition<_holdfast_v1_RegisterSchemaRequest, _holdfast_v1_RegisterSchemaRequest__Output>
      RegisterSchemaResponse: MessageTypeDefinition<_holdfast_v1_RegisterSchemaResponse, _holdfast_v1_RegisterSchemaResponse__Output>
      ReindexRequest: MessageTypeDefinition<_holdfast_v1_ReindexRequest, _holdfast_v1_ReindexRequest__Output>
      ReindexResponse: MessageTypeDefinition<_holdfast_v1_ReindexResponse, _holdfast_v1_ReindexResponse__Output>
      ReleaseHoldRequest: MessageTypeDefinition<_holdfast_v1_ReleaseHoldRequest, _holdfast_v1_ReleaseHoldRequest__Output>
      ReleaseHoldResponse: MessageTypeDefinition<_holdfast_v1_ReleaseHoldResponse, _holdfast_v1_ReleaseHoldResponse__Output>
      RenderPromptRequest: MessageTypeDefinition<_holdfast_v1_RenderPromptRequest, _holdfast_v1_RenderPromptRequest__Output>
      RenderPromptResponse: MessageTypeDefinition<_holdfast_v1_RenderPromptResponse, _holdfast_v1_RenderPromptResponse__Output>
      ReplayActionsRequest: MessageTypeDefinition<_holdfast_v1_ReplayActionsRequest, _holdfast_v1_ReplayActionsRequest__Output>
      ReplayActionsResponse: MessageTypeDefinition<_holdfast_v1_ReplayActionsResponse, _holdfast_v1_ReplayActionsResponse__Output>
      ResetCounterRequest: MessageTypeDefinition<_holdfast_v1_ResetCounterRequest, _holdfast_v1_ResetCounterRequest__Output>
      ResetCounterResponse: MessageTypeDefinition<_holdfast_v1_ResetCounterResponse, _holdfast_v1_ResetCounterResponse__Output>
      ResetHaltRequest: MessageTypeDefinition<_holdfast_v1_ResetHaltRequest, _holdfast_v1_ResetHaltRequest__Output>
      ResetHaltResponse: MessageTypeDefinition<_holdfast_v1_ResetHaltResponse, _holdfast_v1_ResetHaltResponse__Output>
      ResolveOperationRequest: MessageTypeDefinition<_holdfast_v1_ResolveOperationRequest, _holdfast_v1_ResolveOperationRequest__Output>
      ResolveOperationResponse: MessageTypeDefinition<_holdfast_v1_ResolveOperationResponse, _holdfast_v1_ResolveOperationResponse__Output>
      ResumeRequest: MessageTypeDefinition<_holdfast_v1_ResumeRequest, _holdfast_v1_ResumeRequest__Output>
      ResumeResponse: MessageTypeDefinition<_holdfast_v1_ResumeResponse, _holdfast_v1_ResumeResponse__Output>
      ResumeSessionRequest: MessageTypeDefinition<_holdfast_v1_ResumeSessionRequest, _holdfast_v1_ResumeSessionRequest__Output>
      ResumeSessionResponse: MessageTypeDefinition<_holdfast_v1_ResumeSessionResponse, _holdfast_v1_ResumeSessionResponse__Output>
      Role: EnumTypeDefinition
      RotateMasterKeyRequest: MessageTypeDefinition<_holdfast_v1_RotateMasterKeyRequest, _holdfast_v1_RotateMasterKeyRequest__Output>
      RotateMasterKeyResponse: MessageTypeDefinition<_holdfast_v1_RotateMasterKeyResponse, _holdfast_v1_RotateMasterKeyResponse__Output>
      SchemaVersion: MessageTypeDefinition<_holdfast_v1_SchemaVersion, _holdfast_v1_SchemaVersion__Output>
      SearchTurnsRequest: MessageTypeDefinition<_holdfast_v1_SearchTurnsRequest, _holdfast_v1_SearchTurnsRequest__Output>
      SearchTurnsResponse: MessageTypeDefinition<_holdfast_v1_SearchTurnsResponse, _holdfast_v1_SearchTurnsResponse__Output>
      Semantic: SubtypeConstructor<typeof grpc.Client, _holdfast_v1_SemanticClient> & { service: _holdfast_v1_SemanticDefinition }
      Session: MessageTypeDefinition<_holdfast_v1_Session, _holdfast_v1_Session__Output>
      SessionState: EnumTypeDefinition
      Sessions: SubtypeConstructor<typeof grpc.Client, _holdfast_v1_SessionsClient> & { service: _holdfast_v1_SessionsDefinition }
      SetFieldsRequest: MessageTypeDefinition<_holdfast_v1_SetFieldsRequest, _holdfast_v1_SetFieldsRequest__Output>
      SetFieldsResponse: MessageTypeDefinition<_holdfast_v1_SetFieldsResponse, _holdfast_v1_SetFieldsResponse__Output>
      SetPositionRequest: MessageTypeDefinition<_holdfast_v1_SetPositionRequest, _holdfast_v1_SetPositionRequest__Output>
      SetPositionResponse: MessageTypeDefinition<_holdfast_v1_SetPositionResponse, _holdfast_v1_SetPositionResponse__Output>
      SetPromptLabelRequest: MessageTypeDefinition<_holdfast_v1_SetPromptLabelRequest, _holdfast_v1_SetPromptLabelRequest__Output>
      SetPromptLabelResponse: MessageTypeDefinition<_holdfast_v1_SetPromptLabelResponse, _holdfast_v1_SetPromptLabelResponse__Output>
      SetRetentionRequest: MessageTypeDefinition<_holdfast_v1_SetRetentionRequest, _holdfast_v1_SetRetentionRequest__Output>
      SetRetentionResponse: MessageTypeDefinition<_holdfast_v1_SetRetentionResponse, _holdfast_v1_SetRetentionResponse__Output>
      SetStateRetentionRequest: MessageTypeDefinition<_holdfast_v1_SetStateRetentionRequest, _holdfast_v1_SetStateRetentionRequest__Output>
      SetStateRetentionResponse: MessageTypeDefinition<_holdfast_v1_SetStateRetentionResponse, _holdfast_v1_SetStateRetentionResponse__Output>
      Signal: MessageTypeDefinition<_holdfast_v1_Signal, _holdfast_v1_Signal__Output>
      Signals: SubtypeConstructor<typeof grpc.Client, _holdfast_v1_SignalsClient> & { service: _holdfast_v1_SignalsDefinition }
      Slot: MessageTypeDefinition<_holdfast_v1_Slot, _holdfast_v1_Slot__Output>
      SlotOutcome: EnumTypeDefinition
      SlotReport: MessageTypeDefinition<_holdfast_v1_SlotReport, _holdfast_v1_SlotReport__Output>
      Snapshot: MessageTypeDefinition<_holdfast_v1_Snapshot, _holdfast_v1_Snapshot__Output>
      SnapshotPortfolioRequest: MessageTypeDefinition<_holdfast_v1_SnapshotPortfolioRequest, _holdfast_v1_SnapshotPortfolioRequest__Output>
      SnapshotPortfolioResponse: MessageTypeDefinition<_holdfast_v1_SnapshotPortfolioResponse, _holdfast_v1_SnapshotPortfolioResponse__Output>
      State: SubtypeConstructor<typeof grpc.Client, _holdfast_v1_StateClient> & { service: _holdfast_v1_StateDefinition }
      StateRecord: MessageTypeDefinition<_holdfast_v1_StateRecord, _holdfast_v1_StateRecord__Output>
      StoreMemoriesRequest: MessageTypeDefinition<_holdfast_v1_StoreMemoriesRequest, _holdfast_v1_StoreMemoriesRequest__Output>
      StoreMemoriesResponse: MessageTypeDefinition<_holdfast_v1_StoreMemoriesResponse, _holdfast_v1_StoreMemoriesResponse__Output>
      StoreMemoryRequest: MessageTypeDefinition<_holdfast_v1_StoreMemoryRequest, _holdfast_v1_StoreMemoryRequest__Output>
      StoreMemoryResponse: MessageTypeDefinition<_holdfast_v1_StoreMemoryResponse, _holdfast_v1_StoreMemoryResponse__Output>
      StoredMemory: MessageTypeDefinition<_holdfast_v1_StoredMemory, _holdfast_v1_StoredMemory__Output>
      SubmitSummaryRequest: MessageTypeDefinition<_holdfast_v1_SubmitSummaryRequest, _holdfast_v1_SubmitSummaryRequest__Output>
      SubmitSummaryResponse: MessageTypeDefinition<_holdfast_v1_SubmitSummaryResponse, _holdfast_v1_SubmitSummaryResponse__Output>
      SubscribeRequest: MessageTypeDefinition<_holdfast_v1_SubscribeRequest, _holdfast_v1_SubscribeRequest__Output>
      SubscribeResponse: MessageTypeDefinition<_holdfast_v1_SubscribeResponse, _holdfast_v1_SubscribeResponse__Output>
      SumPnlRequest: MessageTypeDefinition<_holdfast_v1_SumPnlRequest, _holdfast_v1_SumPnlRequest__Output>
      SumPnlResponse: MessageTypeDefinition<_holdfast_v1_SumPnlResponse, _holdfast_v1_SumPnlResponse__Output>
      SummarizeEpisodesRequest: MessageTypeDefinition<_holdfast_v1_SummarizeEpisodesRequest, _holdfast_v1_SummarizeEpisodesRequest__Output>
      SummarizeEpisodesResponse: MessageTypeDefinition<_holdfast_v1_SummarizeEpisodesResponse, _holdfast_v1_SummarizeEpisodesResponse__Output>
      SupersedeMemoryRequest: MessageTypeDefinition<_holdfast_v1_SupersedeMemoryRequest, _holdfast_v1_SupersedeMemoryRequest__Output>
      SupersedeMemoryResponse: MessageTypeDefinition<_holdfast_v1_SupersedeMemoryResponse, _holdfast_v1_SupersedeMemoryResponse__Output>
      TakeOverRequest: MessageTypeDefinition<_holdfast_v1_TakeOverRequest, _holdfast_v1_TakeOverRequest__Output>
      TakeOverResponse: MessageTypeDefinition<_holdfast_v1_TakeOverResponse, _holdfast_v1_TakeOverResponse__Output>
      Task: MessageTypeDefinition<_holdfast_v1_Task, _holdfast_v1_Task__Output>
      TaskState: EnumTypeDefinition
      TaskStep: MessageTypeDefinition<_holdfast_v1_TaskStep, _holdfast_v1_TaskStep__Output>
      TaskStepInput: MessageTypeDefinition<_holdfast_v1_TaskStepInput, _holdfast_v1_TaskStepInput__Output>
      Tasks: SubtypeConstructor<typeof grpc.Client, _holdfast_v1_TasksClient> & { service: _holdfast_v1_TasksDefinition }
      ToolCall: MessageTypeDefinition<_holdfast_v1_ToolCall, _holdfast_v1_ToolCall__Output>
      Trade: MessageTypeDefinition<_holdfast_v1_Trade, _holdfast_v1_Trade__Output>
      TradeSide: EnumTypeDefinition
      Transaction: MessageTypeDefinition<_holdfast_v1_Transaction, _holdfast_v1_Transaction__Output>
      Turn: MessageTypeDefinition<_holdfast_v1_Turn, _holdfast_v1_Turn__Output>
      TurnHit: MessageTypeDefinition<_holdfast_v1_TurnHit, _holdfast_v1_TurnHit__Output>
      TypeSummary: MessageTypeDefinition<_holdfast_v1_TypeSummary, _holdfast_v1_TypeSummary__Output>
      UniqueKey: MessageTypeDefinition<_holdfast_v1_UniqueKey, _holdfast_v1_UniqueKey__Output>
      Vault: SubtypeConstructor<typeof grpc.Client, _holdfast_v1_VaultClient> & { service: _holdfast_v1_VaultDefinition }
      Vector: MessageTypeDefinition<_holdfast_v1_Vector, _holdfast_v1_Vector__Output>
      VerifyJournalRequest: MessageTypeDefinition<_holdfast_v1_VerifyJournalRequest, _holdfast_v1_VerifyJournalRequest__Output>
      VerifyJournalResponse: MessageTypeDefinition<_holdfast_v1_VerifyJournalResponse, _holdfast_v1_VerifyJournalResponse__Output>
      WatchSessionsRequest: MessageTypeDefinition<_holdfast_v1_WatchSessionsRequest, _holdfast_v1_WatchSessionsRequest__Output>
      WatchSessionsResponse: MessageTypeDefinition<_holdfast_v1_WatchSessionsResponse, _holdfast_v1_WatchSessionsResponse__Output>
      Working: SubtypeConstructor<typeof grpc.Client, _holdfast_v1_WorkingClient> & { service: _holdfast_v1_WorkingDefinition }
      WriteHeader: MessageTypeDefinition<_holdfast_v1_WriteHeader, _holdfast_v1_WriteHeader__Output>
    }
  }
}

