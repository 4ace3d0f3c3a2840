import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';
import type { AmountSum as _holdfast_v1_AmountSum, AmountSum__Output as _holdfast_v1_AmountSum__Output } from '../../holdfast/v1/AmountSum.js';
import type { Long } from '@grpc/proto-loader';

export interface TypeSummary {
  'type'?: (string);
  'count'?: (number | string | Long);
  'first_at'?: (_google_protobuf_Timestamp | null);
  'last_at'?: (_google_protobuf_Timestamp | null);
  'with_outcome'?: (number | string | Long);
  'amounts'?: (_holdfast_v1_AmountSum)[];
}

export interface TypeSummary__Output {
  'type': (string);
  'count': (string);
  'first_at': (_google_protobuf_Timestamp__Output | null);
  'last_at': (_google_protobuf_Timestamp__Output | null);
  'with_outcome': (string);
  'amounts': (_holdfast_v1_AmountSum__Output)[];
}
