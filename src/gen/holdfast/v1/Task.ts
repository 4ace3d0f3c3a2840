import type { TaskState as _holdfast_v1_TaskState, TaskState__Output as _holdfast_v1_TaskState__Output } from '../../holdfast/v1/TaskState.js';
import type { Document as _holdfast_v1_Document, Document__Output as _holdfast_v1_Document__Output } from '../../holdfast/v1/Document.js';
import type { TaskStep as _holdfast_v1_TaskStep, TaskStep__Output as _holdfast_v1_TaskStep__Output } from '../../holdfast/v1/TaskStep.js';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';
import type { Long } from '@grpc/proto-loader';

export interface Task {
  'task_id'?: (string);
  'name'?: (string);
  'state'?: (_holdfast_v1_TaskState);
  'version'?: (number | string | Long);
  'context'?: (_holdfast_v1_Document | null);
  'steps'?: (_holdfast_v1_TaskStep)[];
  'created_at'?: (_google_protobuf_Timestamp | null);
  'updated_at'?: (_google_protobuf_Timestamp | null);
  'revision'?: (number | string | Long);
}

export interface Task__Output {
  'task_id': (string);
  'name': (string);
  'state': (_holdfast_v1_TaskState__Output);
  'version': (string);
  'context': (_holdfast_v1_Document__Output | null);
  'steps': (_holdfast_v1_TaskStep__Output)[];
  'created_at': (_google_protobuf_Timestamp__Output | null);
  'updated_at': (_google_protobuf_Timestamp__Output | null);
  'revision': (string);
}
