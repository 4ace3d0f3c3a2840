import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from '../../holdfast/v1/ReadHeader.js';
import type { AggregateGroup as _holdfast_v1_AggregateGroup, AggregateGroup__Output as _holdfast_v1_AggregateGroup__Output } from '../../holdfast/v1/AggregateGroup.js';

export interface AggregateRecordsResponse {
  'header'?: (_holdfast_v1_ReadHeader | null);
  'groups'?: (_holdfast_v1_AggregateGroup)[];
}

export interface AggregateRecordsResponse__Output {
  'header': (_holdfast_v1_ReadHeader__Output | null);
  'groups': (_holdfast_v1_AggregateGroup__Output)[];
}
