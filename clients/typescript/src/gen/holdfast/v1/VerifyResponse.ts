import type { VerifyFinding as _holdfast_v1_VerifyFinding, VerifyFinding__Output as _holdfast_v1_VerifyFinding__Output } from '../../holdfast/v1/VerifyFinding.js';
import type { Long } from '@grpc/proto-loader';

export interface VerifyResponse {
  'phase'?: (string);
  'checked'?: (number | string | Long);
  'total'?: (number | string | Long);
  'done'?: (boolean);
  'ok'?: (boolean);
  'findings'?: (_holdfast_v1_VerifyFinding)[];
  'revision'?: (number | string | Long);
  'head_hash'?: (Buffer | Uint8Array | string);
}

export interface VerifyResponse__Output {
  'phase': (string);
  'checked': (string);
  'total': (string);
  'done': (boolean);
  'ok': (boolean);
  'findings': (_holdfast_v1_VerifyFinding__Output)[];
  'revision': (string);
  'head_hash': (Buffer);
}
