import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from '../../holdfast/v1/ReadHeader.js';
import type { Episode as _holdfast_v1_Episode, Episode__Output as _holdfast_v1_Episode__Output } from '../../holdfast/v1/Episode.js';

export interface GetEpisodeResponse {
  'header'?: (_holdfast_v1_ReadHeader | null);
  'episode'?: (_holdfast_v1_Episode | null);
}

export interface GetEpisodeResponse__Output {
  'header': (_holdfast_v1_ReadHeader__Output | null);
  'episode': (_holdfast_v1_Episode__Output | null);
}
