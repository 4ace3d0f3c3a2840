import type { Long } from '@grpc/proto-loader';

export interface CompactJournalRequest {
  'request_id'?: (string);
  'revision'?: (number | string | Long);
}

export interface CompactJournalRequest__Output {
  'request_id': (string);
  'revision': (string);
}
