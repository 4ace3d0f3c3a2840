import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';
import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from '../../google/protobuf/Duration.js';
import type { Document as _holdfast_v1_Document, Document__Output as _holdfast_v1_Document__Output } from '../../holdfast/v1/Document.js';
import type { DocumentEncoding as _holdfast_v1_DocumentEncoding, DocumentEncoding__Output as _holdfast_v1_DocumentEncoding__Output } from '../../holdfast/v1/DocumentEncoding.js';
import type { Long } from '@grpc/proto-loader';

export interface OpenSessionRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'asset'?: (string);
  'start_capital'?: (string);
  'account'?: (string);
  'max_drawdown'?: (string);
  'max_drawdown_from_peak'?: (string);
  'max_daily_loss'?: (string);
  'closes_at'?: (_google_protobuf_Timestamp | null);
  'ttl'?: (_google_protobuf_Duration | null);
  'heartbeat_interval'?: (_google_protobuf_Duration | null);
  'parameters'?: (_holdfast_v1_Document | null);
  'take_over'?: (boolean);
  'encoding'?: (_holdfast_v1_DocumentEncoding);
}

export interface OpenSessionRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'asset': (string);
  'start_capital': (string);
  'account': (string);
  'max_drawdown': (string);
  'max_drawdown_from_peak': (string);
  'max_daily_loss': (string);
  'closes_at': (_google_protobuf_Timestamp__Output | null);
  'ttl': (_google_protobuf_Duration__Output | null);
  'heartbeat_interval': (_google_protobuf_Duration__Output | null);
  'parameters': (_holdfast_v1_Document__Output | null);
  'take_over': (boolean);
  'encoding': (_holdfast_v1_DocumentEncoding__Output);
}
