import type { GuardMode as _holdfast_v1_GuardMode, GuardMode__Output as _holdfast_v1_GuardMode__Output } from '../../holdfast/v1/GuardMode.js';
import type { GuardScope as _holdfast_v1_GuardScope, GuardScope__Output as _holdfast_v1_GuardScope__Output } from '../../holdfast/v1/GuardScope.js';
import type { GuardRule as _holdfast_v1_GuardRule, GuardRule__Output as _holdfast_v1_GuardRule__Output } from '../../holdfast/v1/GuardRule.js';
import type { Long } from '@grpc/proto-loader';

export interface PutGuardRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'name'?: (string);
  'mode'?: (_holdfast_v1_GuardMode);
  'scope'?: (_holdfast_v1_GuardScope | null);
  'rule'?: (_holdfast_v1_GuardRule | null);
  'description'?: (string);
  'expected_version'?: (number);
  '_expected_version'?: "expected_version";
}

export interface PutGuardRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'name': (string);
  'mode': (_holdfast_v1_GuardMode__Output);
  'scope': (_holdfast_v1_GuardScope__Output | null);
  'rule': (_holdfast_v1_GuardRule__Output | null);
  'description': (string);
  'expected_version'?: (number);
  '_expected_version'?: "expected_version";
}
