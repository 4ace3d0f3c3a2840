import type { WriteHeader as _holdfast_v1_WriteHeader, WriteHeader__Output as _holdfast_v1_WriteHeader__Output } from '../../holdfast/v1/WriteHeader.js';
import type { Task as _holdfast_v1_Task, Task__Output as _holdfast_v1_Task__Output } from '../../holdfast/v1/Task.js';

export interface ApproveStepResponse {
  'header'?: (_holdfast_v1_WriteHeader | null);
  'task'?: (_holdfast_v1_Task | null);
}

export interface ApproveStepResponse__Output {
  'header': (_holdfast_v1_WriteHeader__Output | null);
  'task': (_holdfast_v1_Task__Output | null);
}
