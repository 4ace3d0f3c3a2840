import type { ProfileField as _holdfast_v1_ProfileField, ProfileField__Output as _holdfast_v1_ProfileField__Output } from '../../holdfast/v1/ProfileField.js';
import type { Long } from '@grpc/proto-loader';

export interface SetFieldsRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'set'?: (_holdfast_v1_ProfileField)[];
  'remove'?: (string)[];
}

export interface SetFieldsRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'set': (_holdfast_v1_ProfileField__Output)[];
  'remove': (string)[];
}
