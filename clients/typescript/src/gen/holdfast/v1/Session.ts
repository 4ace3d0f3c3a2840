import type { SessionState as _holdfast_v1_SessionState, SessionState__Output as _holdfast_v1_SessionState__Output } from '../../holdfast/v1/SessionState.js';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';
import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from '../../google/protobuf/Duration.js';
import type { Document as _holdfast_v1_Document, Document__Output as _holdfast_v1_Document__Output } from '../../holdfast/v1/Document.js';
import type { Long } from '@grpc/proto-loader';

export interface Session {
  'session_id'?: (string);
  'agent_id'?: (string);
  'state'?: (_holdfast_v1_SessionState);
  'reason'?: (string);
  'epoch'?: (number | string | Long);
  'asset'?: (string);
  'account'?: (string);
  'start_capital'?: (string);
  'current_capital'?: (string);
  'peak_capital'?: (string);
  'total_pnl'?: (string);
  'total_fees'?: (string);
  'daily_pnl'?: (string);
  'drawdown_from_start'?: (string);
  'drawdown_from_peak'?: (string);
  'max_drawdown'?: (string);
  'max_drawdown_from_peak'?: (string);
  'max_daily_loss'?: (string);
  'trades'?: (number | string | Long);
  'wins'?: (number | string | Long);
  'losses'?: (number | string | Long);
  'consecutive_losses'?: (number);
  'opened_at'?: (_google_protobuf_Timestamp | null);
  'closes_at'?: (_google_protobuf_Timestamp | null);
  'ended_at'?: (_google_protobuf_Timestamp | null);
  'heartbeat_interval'?: (_google_protobuf_Duration | null);
  'last_heartbeat_at'?: (_google_protobuf_Timestamp | null);
  'parameters'?: (_holdfast_v1_Document | null);
  'revision'?: (number | string | Long);
}

export interface Session__Output {
  'session_id': (string);
  'agent_id': (string);
  'state': (_holdfast_v1_SessionState__Output);
  'reason': (string);
  'epoch': (string);
  'asset': (string);
  'account': (string);
  'start_capital': (string);
  'current_capital': (string);
  'peak_capital': (string);
  'total_pnl': (string);
  'total_fees': (string);
  'daily_pnl': (string);
  'drawdown_from_start': (string);
  'drawdown_from_peak': (string);
  'max_drawdown': (string);
  'max_drawdown_from_peak': (string);
  'max_daily_loss': (string);
  'trades': (string);
  'wins': (string);
  'losses': (string);
  'consecutive_losses': (number);
  'opened_at': (_google_protobuf_Timestamp__Output | null);
  'closes_at': (_google_protobuf_Timestamp__Output | null);
  'ended_at': (_google_protobuf_Timestamp__Output | null);
  'heartbeat_interval': (_google_protobuf_Duration__Output | null);
  'last_heartbeat_at': (_google_protobuf_Timestamp__Output | null);
  'parameters': (_holdfast_v1_Document__Output | null);
  'revision': (string);
}
