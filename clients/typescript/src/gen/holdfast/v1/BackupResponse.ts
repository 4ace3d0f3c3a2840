import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from '../../google/protobuf/Duration.js';
import type { Long } from '@grpc/proto-loader';

export interface BackupResponse {
  'copied_pages'?: (number | string | Long);
  'total_pages'?: (number | string | Long);
  'done'?: (boolean);
  'path'?: (string);
  'size_bytes'?: (number | string | Long);
  'revision'?: (number | string | Long);
  'took'?: (_google_protobuf_Duration | null);
}

export interface BackupResponse__Output {
  'copied_pages': (string);
  'total_pages': (string);
  'done': (boolean);
  'path': (string);
  'size_bytes': (string);
  'revision': (string);
  'took': (_google_protobuf_Duration__Output | null);
}
