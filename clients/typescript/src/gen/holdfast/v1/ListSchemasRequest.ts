import type { DocumentEncoding as _holdfast_v1_DocumentEncoding, DocumentEncoding__Output as _holdfast_v1_DocumentEncoding__Output } from '../../holdfast/v1/DocumentEncoding.js';

export interface ListSchemasRequest {
  'agent_id'?: (string);
  'schema'?: (string);
  'page_size'?: (number);
  'page_token'?: (string);
  'encoding'?: (_holdfast_v1_DocumentEncoding);
}

export interface ListSchemasRequest__Output {
  'agent_id': (string);
  'schema': (string);
  'page_size': (number);
  'page_token': (string);
  'encoding': (_holdfast_v1_DocumentEncoding__Output);
}
