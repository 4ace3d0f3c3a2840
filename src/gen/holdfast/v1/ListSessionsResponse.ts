import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from '../../holdfast/v1/ReadHeader.js';
import type { Session as _holdfast_v1_Session, Session__Output as _holdfast_v1_Session__Output } from '../../holdfast/v1/Session.js';

export interface ListSessionsResponse {
  'header'?: (_holdfast_v1_ReadHeader | null);
  'sessions'?: (_holdfast_v1_Session)[];
  'next_page_token'?: (string);
}

export interface ListSessionsResponse__Output {
  'header': (_holdfast_v1_ReadHeader__Output | null);
  'sessions': (_holdfast_v1_Session__Output)[];
  'next_page_token': (string);
}
