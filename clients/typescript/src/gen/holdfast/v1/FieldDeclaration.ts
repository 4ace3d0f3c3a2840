import type { FieldType as _holdfast_v1_FieldType, FieldType__Output as _holdfast_v1_FieldType__Output } from '../../holdfast/v1/FieldType.js';
import type { Document as _holdfast_v1_Document, Document__Output as _holdfast_v1_Document__Output } from '../../holdfast/v1/Document.js';

export interface FieldDeclaration {
  'name'?: (string);
  'type'?: (_holdfast_v1_FieldType);
  'required'?: (boolean);
  'indexed'?: (boolean);
  'default_value'?: (_holdfast_v1_Document | null);
}

export interface FieldDeclaration__Output {
  'name': (string);
  'type': (_holdfast_v1_FieldType__Output);
  'required': (boolean);
  'indexed': (boolean);
  'default_value': (_holdfast_v1_Document__Output | null);
}
