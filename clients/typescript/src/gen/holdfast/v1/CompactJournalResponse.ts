import type { Long } from '@grpc/proto-loader';

export interface CompactJournalResponse {
  'compacted_revision'?: (number | string | Long);
  'dropped_entries'?: (number | string | Long);
}

export interface CompactJournalResponse__Output {
  'compacted_revision': (string);
  'dropped_entries': (string);
}
