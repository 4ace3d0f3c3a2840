import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from '../../holdfast/v1/ReadHeader.js';
import type { Task as _holdfast_v1_Task, Task__Output as _holdfast_v1_Task__Output } from '../../holdfast/v1/Task.js';

export interface GetTaskResponse {
  'header'?: (_holdfast_v1_ReadHeader | null);
  'task'?: (_holdfast_v1_Task | null);
}

export interface GetTaskResponse__Output {
  'header': (_holdfast_v1_ReadHeader__Output | null);
  'task': (_holdfast_v1_Task__Output | null);
}
