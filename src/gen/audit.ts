import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from './google/protobuf/Timestamp.js';
import type { Action as _holdfast_v1_Action, Action__Output as _holdfast_v1_Action__Output } from './holdfast/v1/Action.js';
import type { AuditClient as _holdfast_v1_AuditClient, AuditDefinition as _holdfast_v1_AuditDefinition } from './holdfast/v1/Audit.js';
import type { AuditFinding as _holdfast_v1_AuditFinding, AuditFinding__Output as _holdfast_v1_AuditFinding__Output } from './holdfast/v1/AuditFinding.js';
import type { Checkpoint as _holdfast_v1_Checkpoint, Checkpoint__Output as _holdfast_v1_Checkpoint__Output } from './holdfast/v1/Checkpoint.js';
import type { Document as _holdfast_v1_Document, Document__Output as _holdfast_v1_Document__Output } from './holdfast/v1/Document.js';
import type { ExportProofRequest as _holdfast_v1_ExportProofRequest, ExportProofRequest__Output as _holdfast_v1_ExportProofRequest__Output } from './holdfast/v1/ExportProofRequest.js';
import type { ExportProofResponse as _holdfast_v1_ExportProofResponse, ExportProofResponse__Output as _holdfast_v1_ExportProofResponse__Output } from './holdfast/v1/ExportProofResponse.js';
import type { GetCheckpointRequest as _holdfast_v1_GetCheckpointRequest, GetCheckpointRequest__Output as _holdfast_v1_GetCheckpointRequest__Output } from './holdfast/v1/GetCheckpointRequest.js';
import type { GetCheckpointResponse as _holdfast_v1_GetCheckpointResponse, GetCheckpointResponse__Output as _holdfast_v1_GetCheckpointResponse__Output } from './holdfast/v1/GetCheckpointResponse.js';
import type { PnlSum as _holdfast_v1_PnlSum, PnlSum__Output as _holdfast_v1_PnlSum__Output } from './holdfast/v1/PnlSum.js';
import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from './holdfast/v1/ReadHeader.js';
import type { RecordActionRequest as _holdfast_v1_RecordActionRequest, RecordActionRequest__Output as _holdfast_v1_RecordActionRequest__Output } from './holdfast/v1/RecordActionRequest.js';
import type { RecordActionResponse as _holdfast_v1_RecordActionResponse, RecordActionResponse__Output as _holdfast_v1_RecordActionResponse__Output } from './holdfast/v1/RecordActionResponse.js';
import type { ReplayActionsRequest as _holdfast_v1_ReplayActionsRequest, ReplayActionsRequest__Output as _holdfast_v1_ReplayActionsRequest__Output } from './holdfast/v1/ReplayActionsRequest.js';
import type { ReplayActionsResponse as _holdfast_v1_ReplayActionsResponse, ReplayActionsResponse__Output as _holdfast_v1_ReplayActionsResponse__Output } from './holdfast/v1/ReplayActionsResponse.js';
import type { SumPnlRequest as _holdfast_v1_SumPnlRequest, SumPnlRequest__Output as _holdfast_v1_SumPnlRequest__Output } from './holdfast/v1/SumPnlRequest.js';
import type { SumPnlResponse as _holdfast_v1_SumPnlResponse, SumPnlResponse__Output as _holdfast_v1_SumPnlResponse__Output } from './holdfast/v1/SumPnlResponse.js';
import type { VerifyJournalRequest as _holdfast_v1_VerifyJournalRequest, VerifyJournalRequest__Output as _holdfast_v1_VerifyJournalRequest__Output } from './holdfast/v1/VerifyJournalRequest.js';
import type { VerifyJournalResponse as _holdfast_v1_VerifyJournalResponse, VerifyJournalResponse__Output as _holdfast_v1_VerifyJournalResponse__Output } from './holdfast/v1/VerifyJournalResponse.js';
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
      Action: MessageTypeDefinition<_holdfast_v1_Action, _holdfast_v1_Action__Output>
      Audit: SubtypeConstructor<typeof grpc.Client, _holdfast_v1_AuditClient> & { service: _holdfast_v1_AuditDefinition }
      AuditFinding: MessageTypeDefinition<_holdfast_v1_AuditFinding, _holdfast_v1_AuditFinding__Output>
      Checkpoint: MessageTypeDefinition<_holdfast_v1_Checkpoint, _holdfast_v1_Checkpoint__Output>
      Document: MessageTypeDefinition<_holdfast_v1_Document, _holdfast_v1_Document__Output>
      DocumentEncoding: EnumTypeDefinition
      ExportProofRequest: MessageTypeDefinition<_holdfast_v1_ExportProofRequest, _holdfast_v1_ExportProofRequest__Output>
      ExportProofResponse: MessageTypeDefinition<_holdfast_v1_ExportProofResponse, _holdfast_v1_ExportProofResponse__Output>
      GetCheckpointRequest: MessageTypeDefinition<_holdfast_v1_GetCheckpointRequest, _holdfast_v1_GetCheckpointRequest__Output>
      GetCheckpointResponse: MessageTypeDefinition<_holdfast_v1_GetCheckpointResponse, _holdfast_v1_GetCheckpointResponse__Output>
      PnlGroup: EnumTypeDefinition
      PnlSum: MessageTypeDefinition<_holdfast_v1_PnlSum, _holdfast_v1_PnlSum__Output>
      ReadHeader: MessageTypeDefinition<_holdfast_v1_ReadHeader, _holdfast_v1_ReadHeader__Output>
      RecordActionRequest: MessageTypeDefinition<_holdfast_v1_RecordActionRequest, _holdfast_v1_RecordActionRequest__Output>
      RecordActionResponse: MessageTypeDefinition<_holdfast_v1_RecordActionResponse, _holdfast_v1_RecordActionResponse__Output>
      ReplayActionsRequest: MessageTypeDefinition<_holdfast_v1_ReplayActionsRequest, _holdfast_v1_ReplayActionsRequest__Output>
      ReplayActionsResponse: MessageTypeDefinition<_holdfast_v1_ReplayActionsResponse, _holdfast_v1_ReplayActionsResponse__Output>
      SumPnlRequest: MessageTypeDefinition<_holdfast_v1_SumPnlRequest, _holdfast_v1_SumPnlRequest__Output>
      SumPnlResponse: MessageTypeDefinition<_holdfast_v1_SumPnlResponse, _holdfast_v1_SumPnlResponse__Output>
      VerifyJournalRequest: MessageTypeDefinition<_holdfast_v1_VerifyJournalRequest, _holdfast_v1_VerifyJournalRequest__Output>
      VerifyJournalResponse: MessageTypeDefinition<_holdfast_v1_VerifyJournalResponse, _holdfast_v1_VerifyJournalResponse__Output>
      WriteHeader: MessageTypeDefinition<_holdfast_v1_WriteHeader, _holdfast_v1_WriteHeader__Output>
    }
  }
}

