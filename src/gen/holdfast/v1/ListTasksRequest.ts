import type { TaskState as _holdfast_v1_TaskState, TaskState__Output as _holdfast_v1_TaskState__Output } from '../../holdfast/v1/TaskState.js';
import type { DocumentEncoding as _holdfast_v1_DocumentEncoding, DocumentEncoding__Output as _holdfast_v1_DocumentEncoding__Output } from '../../holdfast/v1/DocumentEncoding.js';
import type { Long } from '@grpc/proto-loader';

export interface ListTasksRequest {
  'agent_id'?: (string);
  'states'?: (_holdfast_v1_TaskState)[];
  'page_size'?: (number);
  'page_token'?: (string);
  'min_revision'?: (number | string | Long);
  'encoding'?: (_holdfast_v1_DocumentEncoding);
}

export interface ListTasksRequest__Output {
  'agent_id': (string);
  'states': (_holdfast_v1_TaskState__Output)[];
  'page_size': (number);
  'page_token': (string);
  'min_revision': (string);
  'encoding': (_holdfast_v1_DocumentEncoding__Output);
}
