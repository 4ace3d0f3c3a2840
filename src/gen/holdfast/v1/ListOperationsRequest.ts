import type { OperationStatus as _holdfast_v1_OperationStatus, OperationStatus__Output as _holdfast_v1_OperationStatus__Output } from '../../holdfast/v1/OperationStatus.js';
import type { DocumentEncoding as _holdfast_v1_DocumentEncoding, DocumentEncoding__Output as _holdfast_v1_DocumentEncoding__Output } from '../../holdfast/v1/DocumentEncoding.js';
import type { Long } from '@grpc/proto-loader';

export interface ListOperationsRequest {
  'agent_id'?: (string);
  'statuses'?: (_holdfast_v1_OperationStatus)[];
  'operation'?: (string);
  'task_id'?: (string);
  'page_size'?: (number);
  'page_token'?: (string);
  'min_revision'?: (number | string | Long);
  'encoding'?: (_holdfast_v1_DocumentEncoding);
}

export interface ListOperationsRequest__Output {
  'agent_id': (string);
  'statuses': (_holdfast_v1_OperationStatus__Output)[];
  'operation': (string);
  'task_id': (string);
  'page_size': (number);
  'page_token': (string);
  'min_revision': (string);
  'encoding': (_holdfast_v1_DocumentEncoding__Output);
}
