import type { Document as _holdfast_v1_Document, Document__Output as _holdfast_v1_Document__Output } from '../../holdfast/v1/Document.js';
import type { Long } from '@grpc/proto-loader';

export interface SnapshotPortfolioRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'label'?: (string);
  'metadata'?: (_holdfast_v1_Document | null);
}

export interface SnapshotPortfolioRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'label': (string);
  'metadata': (_holdfast_v1_Document__Output | null);
}
