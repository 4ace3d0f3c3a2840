import type { DocumentEncoding as _holdfast_v1_DocumentEncoding, DocumentEncoding__Output as _holdfast_v1_DocumentEncoding__Output } from '../../holdfast/v1/DocumentEncoding.js';
import type { Long } from '@grpc/proto-loader';

export interface SearchTurnsRequest {
  'agent_id'?: (string);
  'conversation_id'?: (string);
  'query'?: (string);
  'limit'?: (number);
  'min_revision'?: (number | string | Long);
  'encoding'?: (_holdfast_v1_DocumentEncoding);
}

export interface SearchTurnsRequest__Output {
  'agent_id': (string);
  'conversation_id': (string);
  'query': (string);
  'limit': (number);
  'min_revision': (string);
  'encoding': (_holdfast_v1_DocumentEncoding__Output);
}
