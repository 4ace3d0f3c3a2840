import type { HoldStatus as _holdfast_v1_HoldStatus, HoldStatus__Output as _holdfast_v1_HoldStatus__Output } from '../../holdfast/v1/HoldStatus.js';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';
import type { Long } from '@grpc/proto-loader';

export interface Hold {
  'hold_id'?: (string);
  'account'?: (string);
  'asset'?: (string);
  'amount'?: (string);
  'settled_amount'?: (string);
  'status'?: (_holdfast_v1_HoldStatus);
  'operation_key'?: (string);
  'placed_at'?: (_google_protobuf_Timestamp | null);
  'expires_at'?: (_google_protobuf_Timestamp | null);
  'description'?: (string);
  'revision'?: (number | string | Long);
}

export interface Hold__Output {
  'hold_id': (string);
  'account': (string);
  'asset': (string);
  'amount': (string);
  'settled_amount': (string);
  'status': (_holdfast_v1_HoldStatus__Output);
  'operation_key': (string);
  'placed_at': (_google_protobuf_Timestamp__Output | null);
  'expires_at': (_google_protobuf_Timestamp__Output | null);
  'description': (string);
  'revision': (string);
}
