import type { WriteHeader as _holdfast_v1_WriteHeader, WriteHeader__Output as _holdfast_v1_WriteHeader__Output } from '../../holdfast/v1/WriteHeader.js';
import type { Long } from '@grpc/proto-loader';

export interface TakeOverResponse {
  'header'?: (_holdfast_v1_WriteHeader | null);
  'epoch'?: (number | string | Long);
  'fenced_operations'?: (number | string | Long);
}

export interface TakeOverResponse__Output {
  'header': (_holdfast_v1_WriteHeader__Output | null);
  'epoch': (string);
  'fenced_operations': (string);
}
