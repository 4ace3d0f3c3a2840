import type { EpisodeInput as _holdfast_v1_EpisodeInput, EpisodeInput__Output as _holdfast_v1_EpisodeInput__Output } from '../../holdfast/v1/EpisodeInput.js';
import type { Long } from '@grpc/proto-loader';

export interface IngestEpisodesRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'episodes'?: (_holdfast_v1_EpisodeInput)[];
}

export interface IngestEpisodesRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'episodes': (_holdfast_v1_EpisodeInput__Output)[];
}
