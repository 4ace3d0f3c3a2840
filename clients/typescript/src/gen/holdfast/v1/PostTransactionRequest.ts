import type { Posting as _holdfast_v1_Posting, Posting__Output as _holdfast_v1_Posting__Output } from '../../holdfast/v1/Posting.js';
import type { Document as _holdfast_v1_Document, Document__Output as _holdfast_v1_Document__Output } from '../../holdfast/v1/Document.js';
import type { Long } from '@grpc/proto-loader';

export interface PostTransactionRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'postings'?: (_holdfast_v1_Posting)[];
  'delta'?: (_holdfast_v1_Posting | null);
  'description'?: (string);
  'reference'?: (string);
  'metadata'?: (_holdfast_v1_Document | null);
}

export interface PostTransactionRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'postings': (_holdfast_v1_Posting__Output)[];
  'delta': (_holdfast_v1_Posting__Output | null);
  'description': (string);
  'reference': (string);
  'metadata': (_holdfast_v1_Document__Output | null);
}
