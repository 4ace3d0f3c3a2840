import type { Document as _holdfast_v1_Document, Document__Output as _holdfast_v1_Document__Output } from '../../holdfast/v1/Document.js';
import type { Long } from '@grpc/proto-loader';

export interface PutStateRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'name'?: (string);
  'document'?: (_holdfast_v1_Document | null);
  'expected_version'?: (number | string | Long);
  'schema'?: (string);
  'schema_version'?: (number);
  '_expected_version'?: "expected_version";
}

export interface PutStateRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'name': (string);
  'document': (_holdfast_v1_Document__Output | null);
  'expected_version'?: (string);
  'schema': (string);
  'schema_version': (number);
  '_expected_version'?: "expected_version";
}
