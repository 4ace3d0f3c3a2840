import type { DocumentEncoding as _holdfast_v1_DocumentEncoding, DocumentEncoding__Output as _holdfast_v1_DocumentEncoding__Output } from '../../holdfast/v1/DocumentEncoding.js';
import type { Long } from '@grpc/proto-loader';

export interface SubscribeRequest {
  'agent_id'?: (string);
  'patterns'?: (string)[];
  'from_revision'?: (number | string | Long);
  'min_confidence'?: (number | string);
  'encoding'?: (_holdfast_v1_DocumentEncoding);
  'history'?: (string);
  '_from_revision'?: "from_revision";
}

export interface SubscribeRequest__Output {
  'agent_id': (string);
  'patterns': (string)[];
  'from_revision'?: (string);
  'min_confidence': (number);
  'encoding': (_holdfast_v1_DocumentEncoding__Output);
  'history': (string);
  '_from_revision'?: "from_revision";
}
