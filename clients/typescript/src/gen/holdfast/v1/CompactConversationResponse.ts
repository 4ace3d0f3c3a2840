import type { WriteHeader as _holdfast_v1_WriteHeader, WriteHeader__Output as _holdfast_v1_WriteHeader__Output } from '../../holdfast/v1/WriteHeader.js';
import type { Long } from '@grpc/proto-loader';

export interface CompactConversationResponse {
  'header'?: (_holdfast_v1_WriteHeader | null);
  'due_through'?: (number | string | Long);
}

export interface CompactConversationResponse__Output {
  'header': (_holdfast_v1_WriteHeader__Output | null);
  'due_through': (string);
}
