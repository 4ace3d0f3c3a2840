import type { WriteHeader as _holdfast_v1_WriteHeader, WriteHeader__Output as _holdfast_v1_WriteHeader__Output } from '../../holdfast/v1/WriteHeader.js';
import type { Session as _holdfast_v1_Session, Session__Output as _holdfast_v1_Session__Output } from '../../holdfast/v1/Session.js';

export interface PauseSessionResponse {
  'header'?: (_holdfast_v1_WriteHeader | null);
  'session'?: (_holdfast_v1_Session | null);
}

export interface PauseSessionResponse__Output {
  'header': (_holdfast_v1_WriteHeader__Output | null);
  'session': (_holdfast_v1_Session__Output | null);
}
