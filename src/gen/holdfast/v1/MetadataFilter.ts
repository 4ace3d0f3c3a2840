import type { Document as _holdfast_v1_Document, Document__Output as _holdfast_v1_Document__Output } from '../../holdfast/v1/Document.js';

export interface MetadataFilter {
  'key'?: (string);
  'value'?: (_holdfast_v1_Document | null);
}

export interface MetadataFilter__Output {
  'key': (string);
  'value': (_holdfast_v1_Document__Output | null);
}
