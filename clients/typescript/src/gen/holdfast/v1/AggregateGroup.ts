import type { Document as _holdfast_v1_Document, Document__Output as _holdfast_v1_Document__Output } from '../../holdfast/v1/Document.js';

export interface AggregateGroup {
  'group'?: (_holdfast_v1_Document | null);
  'values'?: (_holdfast_v1_Document | null);
}

export interface AggregateGroup__Output {
  'group': (_holdfast_v1_Document__Output | null);
  'values': (_holdfast_v1_Document__Output | null);
}
