import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from '../../holdfast/v1/ReadHeader.js';
import type { Session as _holdfast_v1_Session, Session__Output as _holdfast_v1_Session__Output } from '../../holdfast/v1/Session.js';
import type { Position as _holdfast_v1_Position, Position__Output as _holdfast_v1_Position__Output } from '../../holdfast/v1/Position.js';

export interface GetSessionResponse {
  'header'?: (_holdfast_v1_ReadHeader | null);
  'session'?: (_holdfast_v1_Session | null);
  'positions'?: (_holdfast_v1_Position)[];
}

export interface GetSessionResponse__Output {
  'header': (_holdfast_v1_ReadHeader__Output | null);
  'session': (_holdfast_v1_Session__Output | null);
  'positions': (_holdfast_v1_Position__Output)[];
}
