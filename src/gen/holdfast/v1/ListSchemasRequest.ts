import type { DocumentEncoding as _holdfast_v1_DocumentEncoding, DocumentEncoding__Output as _holdfast_v1_DocumentEncoding__Output } from '../../holdfast/v1/DocumentEncoding.js';
import type { Long } from '@grpc/proto-loader';

export interface ListSchemasRequest {
  'agent_id'?: (string);
  'schema'?: (string);
  'page_size'?: (number);
  'page_token'?: (string);
  'encoding'?: (_holdfast_v1_DocumentEncoding);
  'min_revision'?: (number | string | Long);
}

export interface ListSchemasRequest__Output {
  'agent_id': (string);
  'schema': (string);
  'page_size': (number);
  'page_token': (string);
  'encoding': (_holdfast_v1_DocumentEncoding__Output);
  'min_revision': (string);
}
