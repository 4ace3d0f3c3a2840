import type { WriteHeader as _holdfast_v1_WriteHeader, WriteHeader__Output as _holdfast_v1_WriteHeader__Output } from '../../holdfast/v1/WriteHeader.js';
import type { Long } from '@grpc/proto-loader';

export interface RecordEpisodesResponse {
  'header'?: (_holdfast_v1_WriteHeader | null);
  'episode_ids'?: (string)[];
  'removed'?: (number | string | Long);
}

export interface RecordEpisodesResponse__Output {
  'header': (_holdfast_v1_WriteHeader__Output | null);
  'episode_ids': (string)[];
  'removed': (string);
}
