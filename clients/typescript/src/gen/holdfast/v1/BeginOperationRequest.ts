import type { Document as _holdfast_v1_Document, Document__Output as _holdfast_v1_Document__Output } from '../../holdfast/v1/Document.js';
import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from '../../google/protobuf/Duration.js';
import type { OperationHold as _holdfast_v1_OperationHold, OperationHold__Output as _holdfast_v1_OperationHold__Output } from '../../holdfast/v1/OperationHold.js';
import type { OnCrash as _holdfast_v1_OnCrash, OnCrash__Output as _holdfast_v1_OnCrash__Output } from '../../holdfast/v1/OnCrash.js';
import type { DocumentEncoding as _holdfast_v1_DocumentEncoding, DocumentEncoding__Output as _holdfast_v1_DocumentEncoding__Output } from '../../holdfast/v1/DocumentEncoding.js';
import type { OperationRisk as _holdfast_v1_OperationRisk, OperationRisk__Output as _holdfast_v1_OperationRisk__Output } from '../../holdfast/v1/OperationRisk.js';
import type { Long } from '@grpc/proto-loader';

export interface BeginOperationRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'operation'?: (string);
  'params'?: (_holdfast_v1_Document | null);
  'key'?: (string);
  'lease'?: (_google_protobuf_Duration | null);
  'holds'?: (_holdfast_v1_OperationHold)[];
  'on_crash'?: (_holdfast_v1_OnCrash);
  'task_id'?: (string);
  'step'?: (string);
  'encoding'?: (_holdfast_v1_DocumentEncoding);
  'risk'?: (_holdfast_v1_OperationRisk | null);
  'session_id'?: (string);
}

export interface BeginOperationRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'operation': (string);
  'params': (_holdfast_v1_Document__Output | null);
  'key': (string);
  'lease': (_google_protobuf_Duration__Output | null);
  'holds': (_holdfast_v1_OperationHold__Output)[];
  'on_crash': (_holdfast_v1_OnCrash__Output);
  'task_id': (string);
  'step': (string);
  'encoding': (_holdfast_v1_DocumentEncoding__Output);
  'risk': (_holdfast_v1_OperationRisk__Output | null);
  'session_id': (string);
}
