import type { Long } from '@grpc/proto-loader';

export interface PnlSum {
  'agent_id'?: (string);
  'market'?: (string);
  'day'?: (string);
  'asset'?: (string);
  'pnl'?: (string);
  'actions'?: (number | string | Long);
}

export interface PnlSum__Output {
  'agent_id': (string);
  'market': (string);
  'day': (string);
  'asset': (string);
  'pnl': (string);
  'actions': (string);
}
