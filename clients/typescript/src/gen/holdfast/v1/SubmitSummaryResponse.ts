import type { WriteHeader as _holdfast_v1_WriteHeader, WriteHeader__Output as _holdfast_v1_WriteHeader__Output } from '../../holdfast/v1/WriteHeader.js';
import type { Long } from '@grpc/proto-loader';

export interface SubmitSummaryResponse {
  'header'?: (_holdfast_v1_WriteHeader | null);
  'window_tokens'?: (number | string | Long);
}

export interface SubmitSummaryResponse__Output {
  'header': (_holdfast_v1_WriteHeader__Output | null);
  'window_tokens': (string);
}
