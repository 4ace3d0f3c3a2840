import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';
import type { Document as _holdfast_v1_Document, Document__Output as _holdfast_v1_Document__Output } from '../../holdfast/v1/Document.js';
import type { Long } from '@grpc/proto-loader';

export interface Action {
  'action_id'?: (string);
  'agent_id'?: (string);
  'action'?: (string);
  'market'?: (string);
  'amount'?: (string);
  'asset'?: (string);
  'status'?: (string);
  'tx_id'?: (string);
  'pnl'?: (string);
  'wall_time'?: (_google_protobuf_Timestamp | null);
  'meta'?: (_holdfast_v1_Document | null);
  'recorded_at'?: (_google_protobuf_Timestamp | null);
  'revision'?: (number | string | Long);
  'pnl_asset'?: (string);
}

export interface Action__Output {
  'action_id': (string);
  'agent_id': (string);
  'action': (string);
  'market': (string);
  'amount': (string);
  'asset': (string);
  'status': (string);
  'tx_id': (string);
  'pnl': (string);
  'wall_time': (_google_protobuf_Timestamp__Output | null);
  'meta': (_holdfast_v1_Document__Output | null);
  'recorded_at': (_google_protobuf_Timestamp__Output | null);
  'revision': (string);
  'pnl_asset': (string);
}
