import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from '../../holdfast/v1/ReadHeader.js';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';
import type { TypeSummary as _holdfast_v1_TypeSummary, TypeSummary__Output as _holdfast_v1_TypeSummary__Output } from '../../holdfast/v1/TypeSummary.js';
import type { AmountSum as _holdfast_v1_AmountSum, AmountSum__Output as _holdfast_v1_AmountSum__Output } from '../../holdfast/v1/AmountSum.js';
import type { Long } from '@grpc/proto-loader';

export interface SummarizeEpisodesResponse {
  'header'?: (_holdfast_v1_ReadHeader | null);
  'count'?: (number | string | Long);
  'first_at'?: (_google_protobuf_Timestamp | null);
  'last_at'?: (_google_protobuf_Timestamp | null);
  'types'?: (_holdfast_v1_TypeSummary)[];
  'amounts'?: (_holdfast_v1_AmountSum)[];
}

export interface SummarizeEpisodesResponse__Output {
  'header': (_holdfast_v1_ReadHeader__Output | null);
  'count': (string);
  'first_at': (_google_protobuf_Timestamp__Output | null);
  'last_at': (_google_protobuf_Timestamp__Output | null);
  'types': (_holdfast_v1_TypeSummary__Output)[];
  'amounts': (_holdfast_v1_AmountSum__Output)[];
}
