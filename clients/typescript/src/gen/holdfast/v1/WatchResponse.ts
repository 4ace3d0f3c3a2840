import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';
import type { JournalEntry as _holdfast_v1_JournalEntry, JournalEntry__Output as _holdfast_v1_JournalEntry__Output } from '../../holdfast/v1/JournalEntry.js';
import type { Long } from '@grpc/proto-loader';

export interface WatchResponse {
  'revision'?: (number | string | Long);
  'committed_at'?: (_google_protobuf_Timestamp | null);
  'entries'?: (_holdfast_v1_JournalEntry)[];
  'history'?: (string);
}

export interface WatchResponse__Output {
  'revision': (string);
  'committed_at': (_google_protobuf_Timestamp__Output | null);
  'entries': (_holdfast_v1_JournalEntry__Output)[];
  'history': (string);
}
