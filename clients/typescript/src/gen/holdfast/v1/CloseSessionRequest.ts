import type { DocumentEncoding as _holdfast_v1_DocumentEncoding, DocumentEncoding__Output as _holdfast_v1_DocumentEncoding__Output } from '../../holdfast/v1/DocumentEncoding.js';
import type { Long } from '@grpc/proto-loader';

export interface CloseSessionRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'session_id'?: (string);
  'reason'?: (string);
  'encoding'?: (_holdfast_v1_DocumentEncoding);
}

export interface CloseSessionRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'session_id': (string);
  'reason': (string);
  'encoding': (_holdfast_v1_DocumentEncoding__Output);
}
