import type { Document as _holdfast_v1_Document, Document__Output as _holdfast_v1_Document__Output } from '../../holdfast/v1/Document.js';
import type { Long } from '@grpc/proto-loader';

export interface PublishRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'channel'?: (string);
  'payload'?: (_holdfast_v1_Document | null);
  'confidence'?: (number | string);
  'source'?: (string);
  'durable'?: (boolean);
  '_confidence'?: "confidence";
}

export interface PublishRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'channel': (string);
  'payload': (_holdfast_v1_Document__Output | null);
  'confidence'?: (number);
  'source': (string);
  'durable': (boolean);
  '_confidence'?: "confidence";
}
