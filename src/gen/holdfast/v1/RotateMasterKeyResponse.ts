import type { Long } from '@grpc/proto-loader';

export interface RotateMasterKeyResponse {
  'rewrapped'?: (number | string | Long);
  'total'?: (number | string | Long);
  'done'?: (boolean);
  'key_id'?: (string);
}

export interface RotateMasterKeyResponse__Output {
  'rewrapped': (string);
  'total': (string);
  'done': (boolean);
  'key_id': (string);
}
