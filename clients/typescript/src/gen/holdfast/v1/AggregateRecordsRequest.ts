import type { Filter as _holdfast_v1_Filter, Filter__Output as _holdfast_v1_Filter__Output } from '../../holdfast/v1/Filter.js';
import type { Aggregate as _holdfast_v1_Aggregate, Aggregate__Output as _holdfast_v1_Aggregate__Output } from '../../holdfast/v1/Aggregate.js';
import type { DocumentEncoding as _holdfast_v1_DocumentEncoding, DocumentEncoding__Output as _holdfast_v1_DocumentEncoding__Output } from '../../holdfast/v1/DocumentEncoding.js';
import type { Long } from '@grpc/proto-loader';

export interface AggregateRecordsRequest {
  'agent_id'?: (string);
  'collection'?: (string);
  'filter'?: (_holdfast_v1_Filter | null);
  'aggregates'?: (_holdfast_v1_Aggregate)[];
  'group_by'?: (string)[];
  'min_revision'?: (number | string | Long);
  'encoding'?: (_holdfast_v1_DocumentEncoding);
}

export interface AggregateRecordsRequest__Output {
  'agent_id': (string);
  'collection': (string);
  'filter': (_holdfast_v1_Filter__Output | null);
  'aggregates': (_holdfast_v1_Aggregate__Output)[];
  'group_by': (string)[];
  'min_revision': (string);
  'encoding': (_holdfast_v1_DocumentEncoding__Output);
}
