import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';
import type { DocumentEncoding as _holdfast_v1_DocumentEncoding, DocumentEncoding__Output as _holdfast_v1_DocumentEncoding__Output } from '../../holdfast/v1/DocumentEncoding.js';
import type { Long } from '@grpc/proto-loader';

export interface GetStateRequest {
  'agent_id'?: (string);
  'name'?: (string);
  'at_revision'?: (number | string | Long);
  'at_time'?: (_google_protobuf_Timestamp | null);
  'min_revision'?: (number | string | Long);
  'encoding'?: (_holdfast_v1_DocumentEncoding);
  'without_migration'?: (boolean);
}

export interface GetStateRequest__Output {
  'agent_id': (string);
  'name': (string);
  'at_revision': (string);
  'at_time': (_google_protobuf_Timestamp__Output | null);
  'min_revision': (string);
  'encoding': (_holdfast_v1_DocumentEncoding__Output);
  'without_migration': (boolean);
}
