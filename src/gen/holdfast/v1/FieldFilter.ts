import type { Comparison as _holdfast_v1_Comparison, Comparison__Output as _holdfast_v1_Comparison__Output } from '../../holdfast/v1/Comparison.js';
import type { Document as _holdfast_v1_Document, Document__Output as _holdfast_v1_Document__Output } from '../../holdfast/v1/Document.js';

export interface FieldFilter {
  'field'?: (string);
  'comparison'?: (_holdfast_v1_Comparison);
  'value'?: (_holdfast_v1_Document | null);
}

export interface FieldFilter__Output {
  'field': (string);
  'comparison': (_holdfast_v1_Comparison__Output);
  'value': (_holdfast_v1_Document__Output | null);
}
