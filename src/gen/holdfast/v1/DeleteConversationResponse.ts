import type { WriteHeader as _holdfast_v1_WriteHeader, WriteHeader__Output as _holdfast_v1_WriteHeader__Output } from '../../holdfast/v1/WriteHeader.js';
import type { Long } from '@grpc/proto-loader';

export interface DeleteConversationResponse {
  'header'?: (_holdfast_v1_WriteHeader | null);
  'deleted_turns'?: (number | string | Long);
}

export interface DeleteConversationResponse__Output {
  'header': (_holdfast_v1_WriteHeader__Output | null);
  'deleted_turns': (string);
}
