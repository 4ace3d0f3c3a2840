import type { WriteHeader as _holdfast_v1_WriteHeader, WriteHeader__Output as _holdfast_v1_WriteHeader__Output } from '../../holdfast/v1/WriteHeader.js';
import type { Trade as _holdfast_v1_Trade, Trade__Output as _holdfast_v1_Trade__Output } from '../../holdfast/v1/Trade.js';
import type { Session as _holdfast_v1_Session, Session__Output as _holdfast_v1_Session__Output } from '../../holdfast/v1/Session.js';
import type { Position as _holdfast_v1_Position, Position__Output as _holdfast_v1_Position__Output } from '../../holdfast/v1/Position.js';
import type { GuardVerdict as _holdfast_v1_GuardVerdict, GuardVerdict__Output as _holdfast_v1_GuardVerdict__Output } from '../../holdfast/v1/GuardVerdict.js';

export interface RecordTradeResponse {
  'header'?: (_holdfast_v1_WriteHeader | null);
  'trade'?: (_holdfast_v1_Trade | null);
  'duplicate'?: (boolean);
  'session'?: (_holdfast_v1_Session | null);
  'position'?: (_holdfast_v1_Position | null);
  'halted'?: (boolean);
  'warnings'?: (_holdfast_v1_GuardVerdict)[];
}

export interface RecordTradeResponse__Output {
  'header': (_holdfast_v1_WriteHeader__Output | null);
  'trade': (_holdfast_v1_Trade__Output | null);
  'duplicate': (boolean);
  'session': (_holdfast_v1_Session__Output | null);
  'position': (_holdfast_v1_Position__Output | null);
  'halted': (boolean);
  'warnings': (_holdfast_v1_GuardVerdict__Output)[];
}
