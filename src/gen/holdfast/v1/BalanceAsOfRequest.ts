import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';
import type { Long } from '@grpc/proto-loader';

export interface BalanceAsOfRequest {
  'agent_id'?: (string);
  'account'?: (string);
  'asset'?: (string);
  'at_revision'?: (number | string | Long);
  'at_time'?: (_google_protobuf_Timestamp | null);
  'min_revision'?: (number | string | Long);
}

export interface BalanceAsOfRequest__Output {
  'agent_id': (string);
  'account': (string);
  'asset': (string);
  'at_revision': (string);
  'at_time': (_google_protobuf_Timestamp__Output | null);
  'min_revision': (string);
}
