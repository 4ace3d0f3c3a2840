import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';
import type { DocumentEncoding as _holdfast_v1_DocumentEncoding, DocumentEncoding__Output as _holdfast_v1_DocumentEncoding__Output } from '../../holdfast/v1/DocumentEncoding.js';
import type { Long } from '@grpc/proto-loader';

export interface ReplayActionsRequest {
  'agent_id'?: (string);
  'from_revision'?: (number | string | Long);
  'since'?: (_google_protobuf_Timestamp | null);
  'until'?: (_google_protobuf_Timestamp | null);
  'action'?: (string);
  'market'?: (string);
  'status'?: (string);
  'encoding'?: (_holdfast_v1_DocumentEncoding);
  'history'?: (string);
}

export interface ReplayActionsRequest__Output {
  'agent_id': (string);
  'from_revision': (string);
  'since': (_google_protobuf_Timestamp__Output | null);
  'until': (_google_protobuf_Timestamp__Output | null);
  'action': (string);
  'market': (string);
  'status': (string);
  'encoding': (_holdfast_v1_DocumentEncoding__Output);
  'history': (string);
}
