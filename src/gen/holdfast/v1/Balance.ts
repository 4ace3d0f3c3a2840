import type { Long } from '@grpc/proto-loader';

export interface Balance {
  'account'?: (string);
  'asset'?: (string);
  'posted'?: (string);
  'held'?: (string);
  'available'?: (string);
  'must_not_go_negative'?: (boolean);
  'revision'?: (number | string | Long);
}

export interface Balance__Output {
  'account': (string);
  'asset': (string);
  'posted': (string);
  'held': (string);
  'available': (string);
  'must_not_go_negative': (boolean);
  'revision': (string);
}
