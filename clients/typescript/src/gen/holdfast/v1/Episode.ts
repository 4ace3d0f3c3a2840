import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';
import type { Document as _holdfast_v1_Document, Document__Output as _holdfast_v1_Document__Output } from '../../holdfast/v1/Document.js';
import type { NamedAmount as _holdfast_v1_NamedAmount, NamedAmount__Output as _holdfast_v1_NamedAmount__Output } from '../../holdfast/v1/NamedAmount.js';
import type { Long } from '@grpc/proto-loader';

export interface Episode {
  'episode_id'?: (string);
  'type'?: (string);
  'occurred_at'?: (_google_protobuf_Timestamp | null);
  'payload'?: (_holdfast_v1_Document | null);
  'amounts'?: (_holdfast_v1_NamedAmount)[];
  'outcome'?: (_holdfast_v1_Document | null);
  'outcome_at'?: (_google_protobuf_Timestamp | null);
  'revision'?: (number | string | Long);
}

export interface Episode__Output {
  'episode_id': (string);
  'type': (string);
  'occurred_at': (_google_protobuf_Timestamp__Output | null);
  'payload': (_holdfast_v1_Document__Output | null);
  'amounts': (_holdfast_v1_NamedAmount__Output)[];
  'outcome': (_holdfast_v1_Document__Output | null);
  'outcome_at': (_google_protobuf_Timestamp__Output | null);
  'revision': (string);
}
