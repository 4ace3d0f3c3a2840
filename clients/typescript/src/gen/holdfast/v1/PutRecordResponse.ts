import type { WriteHeader as _holdfast_v1_WriteHeader, WriteHeader__Output as _holdfast_v1_WriteHeader__Output } from '../../holdfast/v1/WriteHeader.js';
import type { Long } from '@grpc/proto-loader';

export interface PutRecordResponse {
  'header'?: (_holdfast_v1_WriteHeader | null);
  'record_id'?: (string);
  'version'?: (number | string | Long);
  'created'?: (boolean);
}

export interface PutRecordResponse__Output {
  'header': (_holdfast_v1_WriteHeader__Output | null);
  'record_id': (string);
  'version': (string);
  'created': (boolean);
}
