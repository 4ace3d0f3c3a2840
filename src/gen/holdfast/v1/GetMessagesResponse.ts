import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from '../../holdfast/v1/ReadHeader.js';
import type { Long } from '@grpc/proto-loader';

export interface GetMessagesResponse {
  'header'?: (_holdfast_v1_ReadHeader | null);
  'messages_json'?: (string);
  'system'?: (string);
  'tokens'?: (number);
  'estimate'?: (boolean);
  'first_turn'?: (number | string | Long);
  'omitted_turns'?: (number | string | Long);
}

export interface GetMessagesResponse__Output {
  'header': (_holdfast_v1_ReadHeader__Output | null);
  'messages_json': (string);
  'system': (string);
  'tokens': (number);
  'estimate': (boolean);
  'first_turn': (string);
  'omitted_turns': (string);
}
