import type { AuditFinding as _holdfast_v1_AuditFinding, AuditFinding__Output as _holdfast_v1_AuditFinding__Output } from '../../holdfast/v1/AuditFinding.js';
import type { Long } from '@grpc/proto-loader';

export interface VerifyJournalResponse {
  'checked'?: (number | string | Long);
  'total'?: (number | string | Long);
  'done'?: (boolean);
  'ok'?: (boolean);
  'findings'?: (_holdfast_v1_AuditFinding)[];
  'revision'?: (number | string | Long);
  'head_hash'?: (Buffer | Uint8Array | string);
  'anchors'?: (number | string | Long);
}

export interface VerifyJournalResponse__Output {
  'checked': (string);
  'total': (string);
  'done': (boolean);
  'ok': (boolean);
  'findings': (_holdfast_v1_AuditFinding__Output)[];
  'revision': (string);
  'head_hash': (Buffer);
  'anchors': (string);
}
