import type { FieldDeclaration as _holdfast_v1_FieldDeclaration, FieldDeclaration__Output as _holdfast_v1_FieldDeclaration__Output } from '../../holdfast/v1/FieldDeclaration.js';
import type { UniqueKey as _holdfast_v1_UniqueKey, UniqueKey__Output as _holdfast_v1_UniqueKey__Output } from '../../holdfast/v1/UniqueKey.js';
import type { Long } from '@grpc/proto-loader';

export interface PutCollectionRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'name'?: (string);
  'fields'?: (_holdfast_v1_FieldDeclaration)[];
  'unique_keys'?: (_holdfast_v1_UniqueKey)[];
  'expected_version'?: (number | string | Long);
  '_expected_version'?: "expected_version";
}

export interface PutCollectionRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'name': (string);
  'fields': (_holdfast_v1_FieldDeclaration__Output)[];
  'unique_keys': (_holdfast_v1_UniqueKey__Output)[];
  'expected_version'?: (string);
  '_expected_version'?: "expected_version";
}
