import type { Document as _holdfast_v1_Document, Document__Output as _holdfast_v1_Document__Output } from '../../holdfast/v1/Document.js';
import type { Long } from '@grpc/proto-loader';

export interface PatchStateRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'name'?: (string);
  'merge_patch'?: (_holdfast_v1_Document | null);
  'json_patch'?: (_holdfast_v1_Document | null);
  'expected_version'?: (number | string | Long);
  'patch'?: "merge_patch"|"json_patch";
  '_expected_version'?: "expected_version";
}

export interface PatchStateRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'name': (string);
  'merge_patch'?: (_holdfast_v1_Document__Output | null);
  'json_patch'?: (_holdfast_v1_Document__Output | null);
  'expected_version'?: (string);
  'patch'?: "merge_patch"|"json_patch";
  '_expected_version'?: "expected_version";
}
