import type { WriteHeader as _holdfast_v1_WriteHeader, WriteHeader__Output as _holdfast_v1_WriteHeader__Output } from '../../holdfast/v1/WriteHeader.js';

export interface RegisterSchemaResponse {
  'header'?: (_holdfast_v1_WriteHeader | null);
  'newest_version'?: (number);
}

export interface RegisterSchemaResponse__Output {
  'header': (_holdfast_v1_WriteHeader__Output | null);
  'newest_version': (number);
}
