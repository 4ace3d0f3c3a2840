import type { DocumentEncoding as _holdfast_v1_DocumentEncoding, DocumentEncoding__Output as _holdfast_v1_DocumentEncoding__Output } from '../../holdfast/v1/DocumentEncoding.js';
import type { Long } from '@grpc/proto-loader';

export interface GetEpisodeRequest {
  'agent_id'?: (string);
  'episode_id'?: (string);
  'encoding'?: (_holdfast_v1_DocumentEncoding);
  'min_revision'?: (number | string | Long);
}

export interface GetEpisodeRequest__Output {
  'agent_id': (string);
  'episode_id': (string);
  'encoding': (_holdfast_v1_DocumentEncoding__Output);
  'min_revision': (string);
}
