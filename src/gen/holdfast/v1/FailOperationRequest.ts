import type { Document as _holdfast_v1_Document, Document__Output as _holdfast_v1_Document__Output } from '../../holdfast/v1/Document.js';
import type { Long } from '@grpc/proto-loader';

export interface FailOperationRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'key'?: (string);
  'lease_token'?: (string);
  'reason'?: (_holdfast_v1_Document | null);
}

export interface FailOperationRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'key': (string);
  'lease_token': (string);
  'reason': (_holdfast_v1_Document__Output | null);
}
