import type { Document as _holdfast_v1_Document, Document__Output as _holdfast_v1_Document__Output } from '../../holdfast/v1/Document.js';
import type { Long } from '@grpc/proto-loader';

export interface ProfileField {
  'name'?: (string);
  'value'?: (_holdfast_v1_Document | null);
  'revision'?: (number | string | Long);
}

export interface ProfileField__Output {
  'name': (string);
  'value': (_holdfast_v1_Document__Output | null);
  'revision': (string);
}
