import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';
import type { Long } from '@grpc/proto-loader';

export interface BackupStats {
  'made'?: (number | string | Long);
  'failed'?: (number | string | Long);
  'last_error'?: (string);
  'newest_at'?: (_google_protobuf_Timestamp | null);
  'newest_size_bytes'?: (number | string | Long);
  'next_at'?: (_google_protobuf_Timestamp | null);
}

export interface BackupStats__Output {
  'made': (string);
  'failed': (string);
  'last_error': (string);
  'newest_at': (_google_protobuf_Timestamp__Output | null);
  'newest_size_bytes': (string);
  'next_at': (_google_protobuf_Timestamp__Output | null);
}
