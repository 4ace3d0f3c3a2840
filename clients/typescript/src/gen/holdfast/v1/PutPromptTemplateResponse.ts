import type { WriteHeader as _holdfast_v1_WriteHeader, WriteHeader__Output as _holdfast_v1_WriteHeader__Output } from '../../holdfast/v1/WriteHeader.js';

export interface PutPromptTemplateResponse {
  'header'?: (_holdfast_v1_WriteHeader | null);
  'version'?: (number);
  'unchanged'?: (boolean);
}

export interface PutPromptTemplateResponse__Output {
  'header': (_holdfast_v1_WriteHeader__Output | null);
  'version': (number);
  'unchanged': (boolean);
}
