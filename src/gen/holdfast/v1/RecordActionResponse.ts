import type { WriteHeader as _holdfast_v1_WriteHeader, WriteHeader__Output as _holdfast_v1_WriteHeader__Output } from '../../holdfast/v1/WriteHeader.js';

export interface RecordActionResponse {
  'header'?: (_holdfast_v1_WriteHeader | null);
  'action_id'?: (string);
}

export interface RecordActionResponse__Output {
  'header': (_holdfast_v1_WriteHeader__Output | null);
  'action_id': (string);
}
