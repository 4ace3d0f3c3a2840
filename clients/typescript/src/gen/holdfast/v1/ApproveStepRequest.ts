import type { Long } from '@grpc/proto-loader';

export interface ApproveStepRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'task_id'?: (string);
  'step'?: (string);
  'approved'?: (boolean);
  'approver'?: (string);
  'note'?: (string);
}

export interface ApproveStepRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'task_id': (string);
  'step': (string);
  'approved': (boolean);
  'approver': (string);
  'note': (string);
}
