import type { MessageFormat as _holdfast_v1_MessageFormat, MessageFormat__Output as _holdfast_v1_MessageFormat__Output } from '../../holdfast/v1/MessageFormat.js';
import type { Long } from '@grpc/proto-loader';

export interface GetMessagesRequest {
  'agent_id'?: (string);
  'conversation_id'?: (string);
  'max_tokens'?: (number);
  'format'?: (_holdfast_v1_MessageFormat);
  'min_revision'?: (number | string | Long);
}

export interface GetMessagesRequest__Output {
  'agent_id': (string);
  'conversation_id': (string);
  'max_tokens': (number);
  'format': (_holdfast_v1_MessageFormat__Output);
  'min_revision': (string);
}
