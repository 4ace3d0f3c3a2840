import type { TaskState as _holdfast_v1_TaskState, TaskState__Output as _holdfast_v1_TaskState__Output } from '../../holdfast/v1/TaskState.js';
import type { Document as _holdfast_v1_Document, Document__Output as _holdfast_v1_Document__Output } from '../../holdfast/v1/Document.js';
import type { Long } from '@grpc/proto-loader';

export interface AdvanceTaskRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'task_id'?: (string);
  'step'?: (string);
  'state'?: (_holdfast_v1_TaskState);
  'checkpoint'?: (_holdfast_v1_Document | null);
  'expected_version'?: (number | string | Long);
  '_expected_version'?: "expected_version";
}

export interface AdvanceTaskRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'task_id': (string);
  'step': (string);
  'state': (_holdfast_v1_TaskState__Output);
  'checkpoint': (_holdfast_v1_Document__Output | null);
  'expected_version'?: (string);
  '_expected_version'?: "expected_version";
}
