import type { Long } from '@grpc/proto-loader';

export interface ReindexResponse {
  'phase'?: (string);
  'done_memories'?: (number | string | Long);
  'total_memories'?: (number | string | Long);
  'done'?: (boolean);
}

export interface ReindexResponse__Output {
  'phase': (string);
  'done_memories': (string);
  'total_memories': (string);
  'done': (boolean);
}
