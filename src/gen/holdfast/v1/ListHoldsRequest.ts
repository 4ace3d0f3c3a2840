import type { HoldStatus as _holdfast_v1_HoldStatus, HoldStatus__Output as _holdfast_v1_HoldStatus__Output } from '../../holdfast/v1/HoldStatus.js';
import type { Long } from '@grpc/proto-loader';

export interface ListHoldsRequest {
  'agent_id'?: (string);
  'status'?: (_holdfast_v1_HoldStatus);
  'page_size'?: (number);
  'page_token'?: (string);
  'min_revision'?: (number | string | Long);
}

export interface ListHoldsRequest__Output {
  'agent_id': (string);
  'status': (_holdfast_v1_HoldStatus__Output);
  'page_size': (number);
  'page_token': (string);
  'min_revision': (string);
}
