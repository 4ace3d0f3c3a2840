import type { GuardMode as _holdfast_v1_GuardMode, GuardMode__Output as _holdfast_v1_GuardMode__Output } from '../../holdfast/v1/GuardMode.js';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';

export interface GuardVerdict {
  'guard'?: (string);
  'kind'?: (string);
  'mode'?: (_holdfast_v1_GuardMode);
  'passed'?: (boolean);
  'applicable'?: (boolean);
  'limit'?: (string);
  'actual'?: (string);
  'message'?: (string);
  'version'?: (number);
  'retry_at'?: (_google_protobuf_Timestamp | null);
}

export interface GuardVerdict__Output {
  'guard': (string);
  'kind': (string);
  'mode': (_holdfast_v1_GuardMode__Output);
  'passed': (boolean);
  'applicable': (boolean);
  'limit': (string);
  'actual': (string);
  'message': (string);
  'version': (number);
  'retry_at': (_google_protobuf_Timestamp__Output | null);
}
