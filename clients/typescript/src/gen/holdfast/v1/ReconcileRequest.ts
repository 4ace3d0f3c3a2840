import type { ExpectedBalance as _holdfast_v1_ExpectedBalance, ExpectedBalance__Output as _holdfast_v1_ExpectedBalance__Output } from '../../holdfast/v1/ExpectedBalance.js';
import type { Long } from '@grpc/proto-loader';

export interface ReconcileRequest {
  'agent_id'?: (string);
  'expected'?: (_holdfast_v1_ExpectedBalance)[];
  'min_revision'?: (number | string | Long);
}

export interface ReconcileRequest__Output {
  'agent_id': (string);
  'expected': (_holdfast_v1_ExpectedBalance__Output)[];
  'min_revision': (string);
}
