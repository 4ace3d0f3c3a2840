import type { WriteHeader as _holdfast_v1_WriteHeader, WriteHeader__Output as _holdfast_v1_WriteHeader__Output } from '../../holdfast/v1/WriteHeader.js';
import type { Long } from '@grpc/proto-loader';

export interface AppendTurnResponse {
  'header'?: (_holdfast_v1_WriteHeader | null);
  'turn'?: (number | string | Long);
  'tokens'?: (number);
  'window_tokens'?: (number | string | Long);
  'due_through'?: (number | string | Long);
}

export interface AppendTurnResponse__Output {
  'header': (_holdfast_v1_WriteHeader__Output | null);
  'turn': (string);
  'tokens': (number);
  'window_tokens': (string);
  'due_through': (string);
}
