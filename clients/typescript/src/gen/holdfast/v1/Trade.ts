import type { TradeSide as _holdfast_v1_TradeSide, TradeSide__Output as _holdfast_v1_TradeSide__Output } from '../../holdfast/v1/TradeSide.js';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';
import type { Document as _holdfast_v1_Document, Document__Output as _holdfast_v1_Document__Output } from '../../holdfast/v1/Document.js';
import type { Long } from '@grpc/proto-loader';

export interface Trade {
  'venue'?: (string);
  'trade_id'?: (string);
  'session_id'?: (string);
  'market'?: (string);
  'side'?: (_holdfast_v1_TradeSide);
  'quantity'?: (string);
  'price'?: (string);
  'pnl'?: (string);
  'fee'?: (string);
  'transaction_id'?: (string);
  'recorded_at'?: (_google_protobuf_Timestamp | null);
  'occurred_at'?: (_google_protobuf_Timestamp | null);
  'metadata'?: (_holdfast_v1_Document | null);
  'revision'?: (number | string | Long);
  'executed'?: (boolean);
}

export interface Trade__Output {
  'venue': (string);
  'trade_id': (string);
  'session_id': (string);
  'market': (string);
  'side': (_holdfast_v1_TradeSide__Output);
  'quantity': (string);
  'price': (string);
  'pnl': (string);
  'fee': (string);
  'transaction_id': (string);
  'recorded_at': (_google_protobuf_Timestamp__Output | null);
  'occurred_at': (_google_protobuf_Timestamp__Output | null);
  'metadata': (_holdfast_v1_Document__Output | null);
  'revision': (string);
  'executed': (boolean);
}
