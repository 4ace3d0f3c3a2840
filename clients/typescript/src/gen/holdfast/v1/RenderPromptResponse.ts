import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from '../../holdfast/v1/ReadHeader.js';

export interface RenderPromptResponse {
  'header'?: (_holdfast_v1_ReadHeader | null);
  'text'?: (string);
  'version'?: (number);
  'tokens'?: (number);
  'estimate'?: (boolean);
}

export interface RenderPromptResponse__Output {
  'header': (_holdfast_v1_ReadHeader__Output | null);
  'text': (string);
  'version': (number);
  'tokens': (number);
  'estimate': (boolean);
}
