import type { Long } from '@grpc/proto-loader';

export interface AuditFinding {
  'kind'?: (string);
  'revision'?: (number | string | Long);
  'message'?: (string);
}

export interface AuditFinding__Output {
  'kind': (string);
  'revision': (string);
  'message': (string);
}
