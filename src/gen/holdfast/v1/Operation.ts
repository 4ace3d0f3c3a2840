import type { Document as _holdfast_v1_Document, Document__Output as _holdfast_v1_Document__Output } from '../../holdfast/v1/Document.js';
import type { OperationStatus as _holdfast_v1_OperationStatus, OperationStatus__Output as _holdfast_v1_OperationStatus__Output } from '../../holdfast/v1/OperationStatus.js';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';
import type { OnCrash as _holdfast_v1_OnCrash, OnCrash__Output as _holdfast_v1_OnCrash__Output } from '../../holdfast/v1/OnCrash.js';
import type { Long } from '@grpc/proto-loader';

export interface Operation {
  'key'?: (string);
  'operation'?: (string);
  'params'?: (_holdfast_v1_Document | null);
  'status'?: (_holdfast_v1_OperationStatus);
  'client_order_id'?: (string);
  'attempt'?: (number);
  'lease_expires_at'?: (_google_protobuf_Timestamp | null);
  'on_crash'?: (_holdfast_v1_OnCrash);
  'epoch'?: (number | string | Long);
  'result'?: (_holdfast_v1_Document | null);
  'evidence'?: (_holdfast_v1_Document | null);
  'hold_ids'?: (string)[];
  'task_id'?: (string);
  'step'?: (string);
  'begun_at'?: (_google_protobuf_Timestamp | null);
  'updated_at'?: (_google_protobuf_Timestamp | null);
  'revision'?: (number | string | Long);
}

export interface Operation__Output {
  'key': (string);
  'operation': (string);
  'params': (_holdfast_v1_Document__Output | null);
  'status': (_holdfast_v1_OperationStatus__Output);
  'client_order_id': (string);
  'attempt': (number);
  'lease_expires_at': (_google_protobuf_Timestamp__Output | null);
  'on_crash': (_holdfast_v1_OnCrash__Output);
  'epoch': (string);
  'result': (_holdfast_v1_Document__Output | null);
  'evidence': (_holdfast_v1_Document__Output | null);
  'hold_ids': (string)[];
  'task_id': (string);
  'step': (string);
  'begun_at': (_google_protobuf_Timestamp__Output | null);
  'updated_at': (_google_protobuf_Timestamp__Output | null);
  'revision': (string);
}
