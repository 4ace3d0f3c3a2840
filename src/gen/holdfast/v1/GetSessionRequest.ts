import type { DocumentEncoding as _holdfast_v1_DocumentEncoding, DocumentEncoding__Output as _holdfast_v1_DocumentEncoding__Output } from '../../holdfast/v1/DocumentEncoding.js';
import type { Long } from '@grpc/proto-loader';

export interface GetSessionRequest {
  'agent_id'?: (string);
  'session_id'?: (string);
  'min_revision'?: (number | string | Long);
  'encoding'?: (_holdfast_v1_DocumentEncoding);
}

export interface GetSessionRequest__Output {
  'agent_id': (string);
  'session_id': (string);
  'min_revision': (string);
  'encoding': (_holdfast_v1_DocumentEncoding__Output);
}
