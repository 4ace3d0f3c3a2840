import type { WriteHeader as _holdfast_v1_WriteHeader, WriteHeader__Output as _holdfast_v1_WriteHeader__Output } from '../../holdfast/v1/WriteHeader.js';
import type { Long } from '@grpc/proto-loader';

export interface DeleteCollectionResponse {
  'header'?: (_holdfast_v1_WriteHeader | null);
  'deleted_records'?: (number | string | Long);
}

export interface DeleteCollectionResponse__Output {
  'header': (_holdfast_v1_WriteHeader__Output | null);
  'deleted_records': (string);
}
