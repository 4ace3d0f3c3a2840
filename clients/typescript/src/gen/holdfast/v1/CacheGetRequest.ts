import type { DocumentEncoding as _holdfast_v1_DocumentEncoding, DocumentEncoding__Output as _holdfast_v1_DocumentEncoding__Output } from '../../holdfast/v1/DocumentEncoding.js';

export interface CacheGetRequest {
  'agent_id'?: (string);
  'key'?: (string);
  'encoding'?: (_holdfast_v1_DocumentEncoding);
}

export interface CacheGetRequest__Output {
  'agent_id': (string);
  'key': (string);
  'encoding': (_holdfast_v1_DocumentEncoding__Output);
}
