import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from '../../holdfast/v1/ReadHeader.js';
import type { Task as _holdfast_v1_Task, Task__Output as _holdfast_v1_Task__Output } from '../../holdfast/v1/Task.js';

export interface ListTasksResponse {
  'header'?: (_holdfast_v1_ReadHeader | null);
  'tasks'?: (_holdfast_v1_Task)[];
  'next_page_token'?: (string);
}

export interface ListTasksResponse__Output {
  'header': (_holdfast_v1_ReadHeader__Output | null);
  'tasks': (_holdfast_v1_Task__Output)[];
  'next_page_token': (string);
}
