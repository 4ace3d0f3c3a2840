import type { Document as _holdfast_v1_Document, Document__Output as _holdfast_v1_Document__Output } from '../../holdfast/v1/Document.js';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';
import type { Long } from '@grpc/proto-loader';

export interface StateRecord {
  'name'?: (string);
  'version'?: (number | string | Long);
  'schema'?: (string);
  'schema_version'?: (number);
  'stored_schema_version'?: (number);
  'document'?: (_holdfast_v1_Document | null);
  'revision'?: (number | string | Long);
  'updated_at'?: (_google_protobuf_Timestamp | null);
  'deleted'?: (boolean);
}

export interface StateRecord__Output {
  'name': (string);
  'version': (string);
  'schema': (string);
  'schema_version': (number);
  'stored_schema_version': (number);
  'document': (_holdfast_v1_Document__Output | null);
  'revision': (string);
  'updated_at': (_google_protobuf_Timestamp__Output | null);
  'deleted': (boolean);
}
