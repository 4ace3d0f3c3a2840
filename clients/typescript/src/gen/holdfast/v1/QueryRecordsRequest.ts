import type { Filter as _holdfast_v1_Filter, Filter__Output as _holdfast_v1_Filter__Output } from '../../holdfast/v1/Filter.js';
import type { OrderBy as _holdfast_v1_OrderBy, OrderBy__Output as _holdfast_v1_OrderBy__Output } from '../../holdfast/v1/OrderBy.js';
import type { DocumentEncoding as _holdfast_v1_DocumentEncoding, DocumentEncoding__Output as _holdfast_v1_DocumentEncoding__Output } from '../../holdfast/v1/DocumentEncoding.js';
import type { Long } from '@grpc/proto-loader';

export interface QueryRecordsRequest {
  'agent_id'?: (string);
  'collection'?: (string);
  'filter'?: (_holdfast_v1_Filter | null);
  'order_by'?: (_holdfast_v1_OrderBy)[];
  'page_size'?: (number);
  'page_token'?: (string);
  'min_revision'?: (number | string | Long);
  'encoding'?: (_holdfast_v1_DocumentEncoding);
}

export interface QueryRecordsRequest__Output {
  'agent_id': (string);
  'collection': (string);
  'filter': (_holdfast_v1_Filter__Output | null);
  'order_by': (_holdfast_v1_OrderBy__Output)[];
  'page_size': (number);
  'page_token': (string);
  'min_revision': (string);
  'encoding': (_holdfast_v1_DocumentEncoding__Output);
}
