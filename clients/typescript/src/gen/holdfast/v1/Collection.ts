import type { FieldDeclaration as _holdfast_v1_FieldDeclaration, FieldDeclaration__Output as _holdfast_v1_FieldDeclaration__Output } from '../../holdfast/v1/FieldDeclaration.js';
import type { UniqueKey as _holdfast_v1_UniqueKey, UniqueKey__Output as _holdfast_v1_UniqueKey__Output } from '../../holdfast/v1/UniqueKey.js';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';
import type { Long } from '@grpc/proto-loader';

export interface Collection {
  'name'?: (string);
  'fields'?: (_holdfast_v1_FieldDeclaration)[];
  'unique_keys'?: (_holdfast_v1_UniqueKey)[];
  'version'?: (number | string | Long);
  'records'?: (number | string | Long);
  'created_at'?: (_google_protobuf_Timestamp | null);
}

export interface Collection__Output {
  'name': (string);
  'fields': (_holdfast_v1_FieldDeclaration__Output)[];
  'unique_keys': (_holdfast_v1_UniqueKey__Output)[];
  'version': (string);
  'records': (string);
  'created_at': (_google_protobuf_Timestamp__Output | null);
}
