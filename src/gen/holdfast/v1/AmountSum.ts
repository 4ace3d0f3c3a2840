import type { Long } from '@grpc/proto-loader';

export interface AmountSum {
  'name'?: (string);
  'sum'?: (string);
  'count'?: (number | string | Long);
}

export interface AmountSum__Output {
  'name': (string);
  'sum': (string);
  'count': (string);
}
