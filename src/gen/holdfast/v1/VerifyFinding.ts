import type { Long } from '@grpc/proto-loader';

export interface VerifyFinding {
  'kind'?: (string);
  'revision'?: (number | string | Long);
  'message'?: (string);
}

export interface VerifyFinding__Output {
  'kind': (string);
  'revision': (string);
  'message': (string);
}
