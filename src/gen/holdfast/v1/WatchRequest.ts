import type { DocumentEncoding as _holdfast_v1_DocumentEncoding, DocumentEncoding__Output as _holdfast_v1_DocumentEncoding__Output } from '../../holdfast/v1/DocumentEncoding.js';
import type { Long } from '@grpc/proto-loader';

export interface WatchRequest {
  'agent_id'?: (string);
  'from_revision'?: (number | string | Long);
  'kind_prefixes'?: (string)[];
  'key_prefix'?: (string);
  'encoding'?: (_holdfast_v1_DocumentEncoding);
  'without_payload'?: (boolean);
  'history'?: (string);
  '_from_revision'?: "from_revision";
}

export interface WatchRequest__Output {
  'agent_id': (string);
  'from_revision'?: (string);
  'kind_prefixes': (string)[];
  'key_prefix': (string);
  'encoding': (_holdfast_v1_DocumentEncoding__Output);
  'without_payload': (boolean);
  'history': (string);
  '_from_revision'?: "from_revision";
}
