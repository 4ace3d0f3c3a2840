import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from '../../holdfast/v1/ReadHeader.js';
import type { Collection as _holdfast_v1_Collection, Collection__Output as _holdfast_v1_Collection__Output } from '../../holdfast/v1/Collection.js';

export interface ListCollectionsResponse {
  'header'?: (_holdfast_v1_ReadHeader | null);
  'collections'?: (_holdfast_v1_Collection)[];
  'next_page_token'?: (string);
}

export interface ListCollectionsResponse__Output {
  'header': (_holdfast_v1_ReadHeader__Output | null);
  'collections': (_holdfast_v1_Collection__Output)[];
  'next_page_token': (string);
}
