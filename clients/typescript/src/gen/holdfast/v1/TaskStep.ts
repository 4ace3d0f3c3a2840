import type { TaskState as _holdfast_v1_TaskState, TaskState__Output as _holdfast_v1_TaskState__Output } from '../../holdfast/v1/TaskState.js';
import type { Document as _holdfast_v1_Document, Document__Output as _holdfast_v1_Document__Output } from '../../holdfast/v1/Document.js';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';

export interface TaskStep {
  'step'?: (string);
  'description'?: (string);
  'requires_approval'?: (boolean);
  'state'?: (_holdfast_v1_TaskState);
  'checkpoint'?: (_holdfast_v1_Document | null);
  'approver'?: (string);
  'note'?: (string);
  'updated_at'?: (_google_protobuf_Timestamp | null);
}

export interface TaskStep__Output {
  'step': (string);
  'description': (string);
  'requires_approval': (boolean);
  'state': (_holdfast_v1_TaskState__Output);
  'checkpoint': (_holdfast_v1_Document__Output | null);
  'approver': (string);
  'note': (string);
  'updated_at': (_google_protobuf_Timestamp__Output | null);
}
