import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';
import type { Posting as _holdfast_v1_Posting, Posting__Output as _holdfast_v1_Posting__Output } from '../../holdfast/v1/Posting.js';
import type { Document as _holdfast_v1_Document, Document__Output as _holdfast_v1_Document__Output } from '../../holdfast/v1/Document.js';
import type { Long } from '@grpc/proto-loader';

export interface Transaction {
  'transaction_id'?: (string);
  'revision'?: (number | string | Long);
  'committed_at'?: (_google_protobuf_Timestamp | null);
  'postings'?: (_holdfast_v1_Posting)[];
  'description'?: (string);
  'reference'?: (string);
  'metadata'?: (_holdfast_v1_Document | null);
  'hold_id'?: (string);
}

export interface Transaction__Output {
  'transaction_id': (string);
  'revision': (string);
  'committed_at': (_google_protobuf_Timestamp__Output | null);
  'postings': (_holdfast_v1_Posting__Output)[];
  'description': (string);
  'reference': (string);
  'metadata': (_holdfast_v1_Document__Output | null);
  'hold_id': (string);
}
