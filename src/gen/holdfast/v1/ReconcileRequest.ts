import type { ExpectedBalance as _holdfast_v1_ExpectedBalance, ExpectedBalance__Output as _holdfast_v1_ExpectedBalance__Output } from '../../holdfast/v1/ExpectedBalance.js';

export interface ReconcileRequest {
  'agent_id'?: (string);
  'expected'?: (_holdfast_v1_ExpectedBalance)[];
}

export interface ReconcileRequest__Output {
  'agent_id': (string);
  'expected': (_holdfast_v1_ExpectedBalance__Output)[];
}
