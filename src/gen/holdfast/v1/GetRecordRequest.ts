import type { Document as _holdfast_v1_Document, Document__Output as _holdfast_v1_Document__Output } from '../../holdfast/v1/Document.js';
import type { DocumentEncoding as _holdfast_v1_DocumentEncoding, DocumentEncoding__Output as _holdfast_v1_DocumentEncoding__Output } from '../../holdfast/v1/DocumentEncoding.js';
import type { Long } from '@grpc/proto-loader';

export interface GetRecordRequest {
  'agent_id'?: (string);
  'collection'?: (string);
  'record_id'?: (string);
  'key'?: (_holdfast_v1_Document | null);
  'min_revision'?: (number | string | Long);
  'encoding'?: (_holdfast_v1_DocumentEncoding);
}

export interface GetRecordRequest__Output {
  'agent_id': (string);
  'collection': (string);
  'record_id': (string);
  'key': (_holdfast_v1_Document__Output | null);
  'min_revision': (string);
  'encoding': (_holdfast_v1_DocumentEncoding__Output);
}
