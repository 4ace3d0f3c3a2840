import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';
import type { DocumentEncoding as _holdfast_v1_DocumentEncoding, DocumentEncoding__Output as _holdfast_v1_DocumentEncoding__Output } from '../../holdfast/v1/DocumentEncoding.js';
import type { Long } from '@grpc/proto-loader';

export interface ListSignalsRequest {
  'agent_id'?: (string);
  'patterns'?: (string)[];
  'since'?: (_google_protobuf_Timestamp | null);
  'until'?: (_google_protobuf_Timestamp | null);
  'min_confidence'?: (number | string);
  'page_size'?: (number);
  'page_token'?: (string);
  'min_revision'?: (number | string | Long);
  'encoding'?: (_holdfast_v1_DocumentEncoding);
}

export interface ListSignalsRequest__Output {
  'agent_id': (string);
  'patterns': (string)[];
  'since': (_google_protobuf_Timestamp__Output | null);
  'until': (_google_protobuf_Timestamp__Output | null);
  'min_confidence': (number);
  'page_size': (number);
  'page_token': (string);
  'min_revision': (string);
  'encoding': (_holdfast_v1_DocumentEncoding__Output);
}
