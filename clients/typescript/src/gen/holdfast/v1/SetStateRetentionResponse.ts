import type { WriteHeader as _holdfast_v1_WriteHeader, WriteHeader__Output as _holdfast_v1_WriteHeader__Output } from '../../holdfast/v1/WriteHeader.js';
import type { Long } from '@grpc/proto-loader';

export interface SetStateRetentionResponse {
  'header'?: (_holdfast_v1_WriteHeader | null);
  'removed_versions'?: (number | string | Long);
}

export interface SetStateRetentionResponse__Output {
  'header': (_holdfast_v1_WriteHeader__Output | null);
  'removed_versions': (string);
}
