import type { Long } from '@grpc/proto-loader';

export interface ReadHeader {
  'revision'?: (number | string | Long);
}

export interface ReadHeader__Output {
  'revision': (string);
}
