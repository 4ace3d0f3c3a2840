import type { TaskStepInput as _holdfast_v1_TaskStepInput, TaskStepInput__Output as _holdfast_v1_TaskStepInput__Output } from '../../holdfast/v1/TaskStepInput.js';
import type { Document as _holdfast_v1_Document, Document__Output as _holdfast_v1_Document__Output } from '../../holdfast/v1/Document.js';
import type { Long } from '@grpc/proto-loader';

export interface CreateTaskRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'task_id'?: (string);
  'name'?: (string);
  'steps'?: (_holdfast_v1_TaskStepInput)[];
  'context'?: (_holdfast_v1_Document | null);
}

export interface CreateTaskRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'task_id': (string);
  'name': (string);
  'steps': (_holdfast_v1_TaskStepInput__Output)[];
  'context': (_holdfast_v1_Document__Output | null);
}
