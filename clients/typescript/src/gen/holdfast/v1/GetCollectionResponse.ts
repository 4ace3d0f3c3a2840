import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from '../../holdfast/v1/ReadHeader.js';
import type { Collection as _holdfast_v1_Collection, Collection__Output as _holdfast_v1_Collection__Output } from '../../holdfast/v1/Collection.js';

export interface GetCollectionResponse {
  'header'?: (_holdfast_v1_ReadHeader | null);
  'collection'?: (_holdfast_v1_Collection | null);
}

export interface GetCollectionResponse__Output {
  'header': (_holdfast_v1_ReadHeader__Output | null);
  'collection': (_holdfast_v1_Collection__Output | null);
}
