import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';
import type { Document as _holdfast_v1_Document, Document__Output as _holdfast_v1_Document__Output } from '../../holdfast/v1/Document.js';
import type { Long } from '@grpc/proto-loader';

export interface RecordActionRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'action'?: (string);
  'market'?: (string);
  'amount'?: (string);
  'asset'?: (string);
  'status'?: (string);
  'tx_id'?: (string);
  'pnl'?: (string);
  'wall_time'?: (_google_protobuf_Timestamp | null);
  'meta'?: (_holdfast_v1_Document | null);
  'pnl_asset'?: (string);
}

export interface RecordActionRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'action': (string);
  'market': (string);
  'amount': (string);
  'asset': (string);
  'status': (string);
  'tx_id': (string);
  'pnl': (string);
  'wall_time': (_google_protobuf_Timestamp__Output | null);
  'meta': (_holdfast_v1_Document__Output | null);
  'pnl_asset': (string);
}
