import type { TradeSide as _holdfast_v1_TradeSide, TradeSide__Output as _holdfast_v1_TradeSide__Output } from '../../holdfast/v1/TradeSide.js';
import type { Posting as _holdfast_v1_Posting, Posting__Output as _holdfast_v1_Posting__Output } from '../../holdfast/v1/Posting.js';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';
import type { Document as _holdfast_v1_Document, Document__Output as _holdfast_v1_Document__Output } from '../../holdfast/v1/Document.js';
import type { DocumentEncoding as _holdfast_v1_DocumentEncoding, DocumentEncoding__Output as _holdfast_v1_DocumentEncoding__Output } from '../../holdfast/v1/DocumentEncoding.js';
import type { Long } from '@grpc/proto-loader';

export interface RecordTradeRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'session_id'?: (string);
  'venue'?: (string);
  'trade_id'?: (string);
  'market'?: (string);
  'side'?: (_holdfast_v1_TradeSide);
  'quantity'?: (string);
  'price'?: (string);
  'pnl'?: (string);
  'fee'?: (string);
  'postings'?: (_holdfast_v1_Posting)[];
  'occurred_at'?: (_google_protobuf_Timestamp | null);
  'metadata'?: (_holdfast_v1_Document | null);
  'executed'?: (boolean);
  'encoding'?: (_holdfast_v1_DocumentEncoding);
}

export interface RecordTradeRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'session_id': (string);
  'venue': (string);
  'trade_id': (string);
  'market': (string);
  'side': (_holdfast_v1_TradeSide__Output);
  'quantity': (string);
  'price': (string);
  'pnl': (string);
  'fee': (string);
  'postings': (_holdfast_v1_Posting__Output)[];
  'occurred_at': (_google_protobuf_Timestamp__Output | null);
  'metadata': (_holdfast_v1_Document__Output | null);
  'executed': (boolean);
  'encoding': (_holdfast_v1_DocumentEncoding__Output);
}
