import type { WriteHeader as _holdfast_v1_WriteHeader, WriteHeader__Output as _holdfast_v1_WriteHeader__Output } from '../../holdfast/v1/WriteHeader.js';
import type { Session as _holdfast_v1_Session, Session__Output as _holdfast_v1_Session__Output } from '../../holdfast/v1/Session.js';
import type { Position as _holdfast_v1_Position, Position__Output as _holdfast_v1_Position__Output } from '../../holdfast/v1/Position.js';

export interface CloseSessionResponse {
  'header'?: (_holdfast_v1_WriteHeader | null);
  'session'?: (_holdfast_v1_Session | null);
  'positions'?: (_holdfast_v1_Position)[];
}

export interface CloseSessionResponse__Output {
  'header': (_holdfast_v1_WriteHeader__Output | null);
  'session': (_holdfast_v1_Session__Output | null);
  'positions': (_holdfast_v1_Position__Output)[];
}
