import type { WriteHeader as _holdfast_v1_WriteHeader, WriteHeader__Output as _holdfast_v1_WriteHeader__Output } from '../../holdfast/v1/WriteHeader.js';

export interface SetPromptLabelResponse {
  'header'?: (_holdfast_v1_WriteHeader | null);
  'previous_version'?: (number);
}

export interface SetPromptLabelResponse__Output {
  'header': (_holdfast_v1_WriteHeader__Output | null);
  'previous_version': (number);
}
