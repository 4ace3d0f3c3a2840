import type { WriteHeader as _holdfast_v1_WriteHeader, WriteHeader__Output as _holdfast_v1_WriteHeader__Output } from '../../holdfast/v1/WriteHeader.js';
import type { Long } from '@grpc/proto-loader';

export interface PutStateResponse {
  'header'?: (_holdfast_v1_WriteHeader | null);
  'version'?: (number | string | Long);
  'schema_version'?: (number);
}

export interface PutStateResponse__Output {
  'header': (_holdfast_v1_WriteHeader__Output | null);
  'version': (string);
  'schema_version': (number);
}
