import type { Action as _holdfast_v1_Action, Action__Output as _holdfast_v1_Action__Output } from '../../holdfast/v1/Action.js';
import type { Long } from '@grpc/proto-loader';

export interface ReplayActionsResponse {
  'actions'?: (_holdfast_v1_Action)[];
  'revision'?: (number | string | Long);
  'done'?: (boolean);
  'history'?: (string);
}

export interface ReplayActionsResponse__Output {
  'actions': (_holdfast_v1_Action__Output)[];
  'revision': (string);
  'done': (boolean);
  'history': (string);
}
