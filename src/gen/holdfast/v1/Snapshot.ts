import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';
import type { Balance as _holdfast_v1_Balance, Balance__Output as _holdfast_v1_Balance__Output } from '../../holdfast/v1/Balance.js';
import type { Document as _holdfast_v1_Document, Document__Output as _holdfast_v1_Document__Output } from '../../holdfast/v1/Document.js';
import type { Long } from '@grpc/proto-loader';

export interface Snapshot {
  'snapshot_id'?: (string);
  'revision'?: (number | string | Long);
  'taken_at'?: (_google_protobuf_Timestamp | null);
  'label'?: (string);
  'balances'?: (_holdfast_v1_Balance)[];
  'metadata'?: (_holdfast_v1_Document | null);
}

export interface Snapshot__Output {
  'snapshot_id': (string);
  'revision': (string);
  'taken_at': (_google_protobuf_Timestamp__Output | null);
  'label': (string);
  'balances': (_holdfast_v1_Balance__Output)[];
  'metadata': (_holdfast_v1_Document__Output | null);
}
