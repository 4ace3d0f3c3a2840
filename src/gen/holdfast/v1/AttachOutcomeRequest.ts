import type { Document as _holdfast_v1_Document, Document__Output as _holdfast_v1_Document__Output } from '../../holdfast/v1/Document.js';
import type { Long } from '@grpc/proto-loader';

export interface AttachOutcomeRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'episode_id'?: (string);
  'outcome'?: (_holdfast_v1_Document | null);
}

export interface AttachOutcomeRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'episode_id': (string);
  'outcome': (_holdfast_v1_Document__Output | null);
}
