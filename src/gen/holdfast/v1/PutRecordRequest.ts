import type { Document as _holdfast_v1_Document, Document__Output as _holdfast_v1_Document__Output } from '../../holdfast/v1/Document.js';
import type { Long } from '@grpc/proto-loader';

export interface PutRecordRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'collection'?: (string);
  'value'?: (_holdfast_v1_Document | null);
  'record_id'?: (string);
  'match_key'?: (string)[];
  'expected_version'?: (number | string | Long);
  '_expected_version'?: "expected_version";
}

export interface PutRecordRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'collection': (string);
  'value': (_holdfast_v1_Document__Output | null);
  'record_id': (string);
  'match_key': (string)[];
  'expected_version'?: (string);
  '_expected_version'?: "expected_version";
}
