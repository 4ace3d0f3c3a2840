import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';
import type { DocumentEncoding as _holdfast_v1_DocumentEncoding, DocumentEncoding__Output as _holdfast_v1_DocumentEncoding__Output } from '../../holdfast/v1/DocumentEncoding.js';
import type { Long } from '@grpc/proto-loader';

export interface ListTransactionsRequest {
  'agent_id'?: (string);
  'account'?: (string);
  'asset'?: (string);
  'since'?: (_google_protobuf_Timestamp | null);
  'until'?: (_google_protobuf_Timestamp | null);
  'page_size'?: (number);
  'page_token'?: (string);
  'min_revision'?: (number | string | Long);
  'encoding'?: (_holdfast_v1_DocumentEncoding);
}

export interface ListTransactionsRequest__Output {
  'agent_id': (string);
  'account': (string);
  'asset': (string);
  'since': (_google_protobuf_Timestamp__Output | null);
  'until': (_google_protobuf_Timestamp__Output | null);
  'page_size': (number);
  'page_token': (string);
  'min_revision': (string);
  'encoding': (_holdfast_v1_DocumentEncoding__Output);
}
