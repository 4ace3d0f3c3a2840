import type { WriteHeader as _holdfast_v1_WriteHeader, WriteHeader__Output as _holdfast_v1_WriteHeader__Output } from '../../holdfast/v1/WriteHeader.js';

export interface PublishResponse {
  'header'?: (_holdfast_v1_WriteHeader | null);
  'signal_id'?: (string);
  'subscribers'?: (number);
}

export interface PublishResponse__Output {
  'header': (_holdfast_v1_WriteHeader__Output | null);
  'signal_id': (string);
  'subscribers': (number);
}
