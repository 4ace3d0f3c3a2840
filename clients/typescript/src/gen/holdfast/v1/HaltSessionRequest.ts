import type { DocumentEncoding as _holdfast_v1_DocumentEncoding, DocumentEncoding__Output as _holdfast_v1_DocumentEncoding__Output } from '../../holdfast/v1/DocumentEncoding.js';
import type { Long } from '@grpc/proto-loader';

export interface HaltSessionRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'reason'?: (string);
  'encoding'?: (_holdfast_v1_DocumentEncoding);
}

export interface HaltSessionRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'reason': (string);
  'encoding': (_holdfast_v1_DocumentEncoding__Output);
}
