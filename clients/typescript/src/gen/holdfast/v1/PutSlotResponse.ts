import type { WriteHeader as _holdfast_v1_WriteHeader, WriteHeader__Output as _holdfast_v1_WriteHeader__Output } from '../../holdfast/v1/WriteHeader.js';
import type { Long } from '@grpc/proto-loader';

export interface PutSlotResponse {
  'header'?: (_holdfast_v1_WriteHeader | null);
  'version'?: (number | string | Long);
  'tokens'?: (number);
}

export interface PutSlotResponse__Output {
  'header': (_holdfast_v1_WriteHeader__Output | null);
  'version': (string);
  'tokens': (number);
}
