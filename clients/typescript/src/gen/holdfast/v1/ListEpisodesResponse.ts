import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from '../../holdfast/v1/ReadHeader.js';
import type { Episode as _holdfast_v1_Episode, Episode__Output as _holdfast_v1_Episode__Output } from '../../holdfast/v1/Episode.js';

export interface ListEpisodesResponse {
  'header'?: (_holdfast_v1_ReadHeader | null);
  'episodes'?: (_holdfast_v1_Episode)[];
  'next_page_token'?: (string);
}

export interface ListEpisodesResponse__Output {
  'header': (_holdfast_v1_ReadHeader__Output | null);
  'episodes': (_holdfast_v1_Episode__Output)[];
  'next_page_token': (string);
}
