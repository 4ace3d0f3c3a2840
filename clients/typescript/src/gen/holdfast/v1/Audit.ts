import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { ExportProofRequest as _holdfast_v1_ExportProofRequest, ExportProofRequest__Output as _holdfast_v1_ExportProofRequest__Output } from '../../holdfast/v1/ExportProofRequest.js';
import type { ExportProofResponse as _holdfast_v1_ExportProofResponse, ExportProofResponse__Output as _holdfast_v1_ExportProofResponse__Output } from '../../holdfast/v1/ExportProofResponse.js';
import type { GetCheckpointRequest as _holdfast_v1_GetCheckpointRequest, GetCheckpointRequest__Output as _holdfast_v1_GetCheckpointRequest__Output } from '../../holdfast/v1/GetCheckpointRequest.js';
import type { GetCheckpointResponse as _holdfast_v1_GetCheckpointResponse, GetCheckpointResponse__Output as _holdfast_v1_GetCheckpointResponse__Output } from '../../holdfast/v1/GetCheckpointResponse.js';
import type { RecordActionRequest as _holdfast_v1_RecordActionRequest, RecordActionRequest__Output as _holdfast_v1_RecordActionRequest__Output } from '../../holdfast/v1/RecordActionRequest.js';
import type { RecordActionResponse as _holdfast_v1_RecordActionResponse, RecordActionResponse__Output as _holdfast_v1_RecordActionResponse__Output } from '../../holdfast/v1/RecordActionResponse.js';
import type { ReplayActionsRequest as _holdfast_v1_ReplayActionsRequest, ReplayActionsRequest__Output as _holdfast_v1_ReplayActionsRequest__Output } from '../../holdfast/v1/ReplayActionsRequest.js';
import type { ReplayActionsResponse as _holdfast_v1_ReplayActionsResponse, ReplayActionsResponse__Output as _holdfast_v1_ReplayActionsResponse__Output } from '../../holdfast/v1/ReplayActionsResponse.js';
import type { SumPnlRequest as _holdfast_v1_SumPnlRequest, SumPnlRequest__Output as _holdfast_v1_SumPnlRequest__Output } from '../../holdfast/v1/SumPnlRequest.js';
import type { SumPnlResponse as _holdfast_v1_SumPnlResponse, SumPnlResponse__Output as _holdfast_v1_SumPnlResponse__Output } from '../../holdfast/v1/SumPnlResponse.js';
import type { VerifyJournalRequest as _holdfast_v1_VerifyJournalRequest, VerifyJournalRequest__Output as _holdfast_v1_VerifyJournalRequest__Output } from '../../holdfast/v1/VerifyJournalRequest.js';
import type { VerifyJournalResponse as _holdfast_v1_VerifyJournalResponse, VerifyJournalResponse__Output as _holdfast_v1_VerifyJournalResponse__Output } from '../../holdfast/v1/VerifyJournalResponse.js';

export interface AuditClient extends grpc.Client {
  ExportProof(argument: _holdfast_v1_ExportProofRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_holdfast_v1_ExportProofResponse__Output>;
  ExportProof(argument: _holdfast_v1_ExportProofRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_holdfast_v1_ExportProofResponse__Output>;
  exportProof(argument: _holdfast_v1_ExportProofRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_holdfast_v1_ExportProofResponse__Output>;
  exportProof(argument: _holdfast_v1_ExportProofRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_holdfast_v1_ExportProofResponse__Output>;
  
  GetCheckpoint(argument: _holdfast_v1_GetCheckpointRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetCheckpointResponse__Output>): grpc.ClientUnaryCall;
  GetCheckpoint(argument: _holdfast_v1_GetCheckpointRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_GetCheckpointResponse__Output>): grpc.ClientUnaryCall;
  GetCheckpoint(argument: _holdfast_v1_GetCheckpointRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetCheckpointResponse__Output>): grpc.ClientUnaryCall;
  GetCheckpoint(argument: _holdfast_v1_GetCheckpointRequest, callback: grpc.requestCallback<_holdfast_v1_GetCheckpointResponse__Output>): grpc.ClientUnaryCall;
  getCheckpoint(argument: _holdfast_v1_GetCheckpointRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetCheckpointResponse__Output>): grpc.ClientUnaryCall;
  getCheckpoint(argument: _holdfast_v1_GetCheckpointRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_GetCheckpointResponse__Output>): grpc.ClientUnaryCall;
  getCheckpoint(argument: _holdfast_v1_GetCheckpointRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetCheckpointResponse__Output>): grpc.ClientUnaryCall;
  getCheckpoint(argument: _holdfast_v1_GetCheckpointRequest, callback: grpc.requestCallback<_holdfast_v1_GetCheckpointResponse__Output>): grpc.ClientUnaryCall;
  
  RecordAction(argument: _holdfast_v1_RecordActionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_RecordActionResponse__Output>): grpc.ClientUnaryCall;
  RecordAction(argument: _holdfast_v1_RecordActionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_RecordActionResponse__Output>): grpc.ClientUnaryCall;
  RecordAction(argument: _holdfast_v1_RecordActionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_RecordActionResponse__Output>): grpc.ClientUnaryCall;
  RecordAction(argument: _holdfast_v1_RecordActionRequest, callback: grpc.requestCallback<_holdfast_v1_RecordActionResponse__Output>): grpc.ClientUnaryCall;
  recordAction(argument: _holdfast_v1_RecordActionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_RecordActionResponse__Output>): grpc.ClientUnaryCall;
  recordAction(argument: _holdfast_v1_RecordActionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_RecordActionResponse__Output>): grpc.ClientUnaryCall;
  recordAction(argument: _holdfast_v1_RecordActionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_RecordActionResponse__Output>): grpc.ClientUnaryCall;
  recordAction(argument: _holdfast_v1_RecordActionRequest, callback: grpc.requestCallback<_holdfast_v1_RecordActionResponse__Output>): grpc.ClientUnaryCall;
  
  ReplayActions(argument: _holdfast_v1_ReplayActionsRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_holdfast_v1_ReplayActionsResponse__Output>;
  ReplayActions(argument: _holdfast_v1_ReplayActionsRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_holdfast_v1_ReplayActionsResponse__Output>;
  replayActions(argument: _holdfast_v1_ReplayActionsRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_holdfast_v1_ReplayActionsResponse__Output>;
  replayActions(argument: _holdfast_v1_ReplayActionsRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_holdfast_v1_ReplayActionsResponse__Output>;
  
  SumPnl(argument: _holdfast_v1_SumPnlRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_SumPnlResponse__Output>): grpc.ClientUnaryCall;
  SumPnl(argument: _holdfast_v1_SumPnlRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_SumPnlResponse__Output>): grpc.ClientUnaryCall;
  SumPnl(argument: _holdfast_v1_SumPnlRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_SumPnlResponse__Output>): grpc.ClientUnaryCall;
  SumPnl(argument: _holdfast_v1_SumPnlRequest, callback: grpc.requestCallback<_holdfast_v1_SumPnlResponse__Output>): grpc.ClientUnaryCall;
  sumPnl(argument: _holdfast_v1_SumPnlRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_SumPnlResponse__Output>): grpc.ClientUnaryCall;
  sumPnl(argument: _holdfast_v1_SumPnlRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_SumPnlResponse__Output>): grpc.ClientUnaryCall;
  sumPnl(argument: _holdfast_v1_SumPnlRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_SumPnlResponse__Output>): grpc.ClientUnaryCall;
  sumPnl(argument: _holdfast_v1_SumPnlRequest, callback: grpc.requestCallback<_holdfast_v1_SumPnlResponse__Output>): grpc.ClientUnaryCall;
  
  VerifyJournal(argument: _holdfast_v1_VerifyJournalRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_holdfast_v1_VerifyJournalResponse__Output>;
  VerifyJournal(argument: _holdfast_v1_VerifyJournalRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_holdfast_v1_VerifyJournalResponse__Output>;
  verifyJournal(argument: _holdfast_v1_VerifyJournalRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_holdfast_v1_VerifyJournalResponse__Output>;
  verifyJournal(argument: _holdfast_v1_VerifyJournalRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_holdfast_v1_VerifyJournalResponse__Output>;
  
}

export interface AuditHandlers extends grpc.UntypedServiceImplementation {
  ExportProof: grpc.handleServerStreamingCall<_holdfast_v1_ExportProofRequest__Output, _holdfast_v1_ExportProofResponse>;
  
  GetCheckpoint: grpc.handleUnaryCall<_holdfast_v1_GetCheckpointRequest__Output, _holdfast_v1_GetCheckpointResponse>;
  
  RecordAction: grpc.handleUnaryCall<_holdfast_v1_RecordActionRequest__Output, _holdfast_v1_RecordActionResponse>;
  
  ReplayActions: grpc.handleServerStreamingCall<_holdfast_v1_ReplayActionsRequest__Output, _holdfast_v1_ReplayActionsResponse>;
  
  SumPnl: grpc.handleUnaryCall<_holdfast_v1_SumPnlRequest__Output, _holdfast_v1_SumPnlResponse>;
  
  VerifyJournal: grpc.handleServerStreamingCall<_holdfast_v1_VerifyJournalRequest__Output, _holdfast_v1_VerifyJournalResponse>;
  
}

export interface AuditDefinition extends grpc.ServiceDefinition {
  ExportProof: MethodDefinition<_holdfast_v1_ExportProofRequest, _holdfast_v1_ExportProofResponse, _holdfast_v1_ExportProofRequest__Output, _holdfast_v1_ExportProofResponse__Output>
  GetCheckpoint: MethodDefinition<_holdfast_v1_GetCheckpointRequest, _holdfast_v1_GetCheckpointResponse, _holdfast_v1_GetCheckpointRequest__Output, _holdfast_v1_GetCheckpointResponse__Output>
  RecordAction: MethodDefinition<_holdfast_v1_RecordActionRequest, _holdfast_v1_RecordActionResponse, _holdfast_v1_RecordActionRequest__Output, _holdfast_v1_RecordActionResponse__Output>
  ReplayActions: MethodDefinition<_holdfast_v1_ReplayActionsRequest, _holdfast_v1_ReplayActionsResponse, _holdfast_v1_ReplayActionsRequest__Output, _holdfast_v1_ReplayActionsResponse__Output>
  SumPnl: MethodDefinition<_holdfast_v1_SumPnlRequest, _holdfast_v1_SumPnlResponse, _holdfast_v1_SumPnlRequest__Output, _holdfast_v1_SumPnlResponse__Output>
  VerifyJournal: MethodDefinition<_holdfast_v1_VerifyJournalRequest, _holdfast_v1_VerifyJournalResponse, _holdfast_v1_VerifyJournalRequest__Output, _holdfast_v1_VerifyJournalResponse__Output>
}
