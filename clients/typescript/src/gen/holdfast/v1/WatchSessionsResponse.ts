import type { Session as _holdfast_v1_Session, Session__Output as _holdfast_v1_Session__Output } from '../../holdfast/v1/Session.js';
import type { Long } from '@grpc/proto-loader';

export interface WatchSessionsResponse {
  'revision'?: (number | string | Long);
  'sessions'?: (_holdfast_v1_Session)[];
  'snapshot_done'?: (boolean);
}

export interface WatchSessionsResponse__Output {
  'revision': (string);
  'sessions': (_holdfast_v1_Session__Output)[];
  'snapshot_done': (boolean);
}
