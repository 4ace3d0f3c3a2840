import type { GuardMode as _holdfast_v1_GuardMode, GuardMode__Output as _holdfast_v1_GuardMode__Output } from '../../holdfast/v1/GuardMode.js';
import type { GuardScope as _holdfast_v1_GuardScope, GuardScope__Output as _holdfast_v1_GuardScope__Output } from '../../holdfast/v1/GuardScope.js';
import type { GuardRule as _holdfast_v1_GuardRule, GuardRule__Output as _holdfast_v1_GuardRule__Output } from '../../holdfast/v1/GuardRule.js';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';
import type { Long } from '@grpc/proto-loader';

export interface Guard {
  'name'?: (string);
  'agent_id'?: (string);
  'mode'?: (_holdfast_v1_GuardMode);
  'scope'?: (_holdfast_v1_GuardScope | null);
  'rule'?: (_holdfast_v1_GuardRule | null);
  'description'?: (string);
  'version'?: (number);
  'changed_at'?: (_google_protobuf_Timestamp | null);
  'revision'?: (number | string | Long);
}

export interface Guard__Output {
  'name': (string);
  'agent_id': (string);
  'mode': (_holdfast_v1_GuardMode__Output);
  'scope': (_holdfast_v1_GuardScope__Output | null);
  'rule': (_holdfast_v1_GuardRule__Output | null);
  'description': (string);
  'version': (number);
  'changed_at': (_google_protobuf_Timestamp__Output | null);
  'revision': (string);
}
