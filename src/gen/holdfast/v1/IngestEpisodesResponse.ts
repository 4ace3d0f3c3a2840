import type { WriteHeader as _holdfast_v1_WriteHeader, WriteHeader__Output as _holdfast_v1_WriteHeader__Output } from '../../holdfast/v1/WriteHeader.js';
import type { IngestError as _holdfast_v1_IngestError, IngestError__Output as _holdfast_v1_IngestError__Output } from '../../holdfast/v1/IngestError.js';
import type { Long } from '@grpc/proto-loader';

export interface IngestEpisodesResponse {
  'request_id'?: (string);
  'header'?: (_holdfast_v1_WriteHeader | null);
  'recorded'?: (number);
  'error'?: (_holdfast_v1_IngestError | null);
  'removed'?: (number | string | Long);
}

export interface IngestEpisodesResponse__Output {
  'request_id': (string);
  'header': (_holdfast_v1_WriteHeader__Output | null);
  'recorded': (number);
  'error': (_holdfast_v1_IngestError__Output | null);
  'removed': (string);
}
