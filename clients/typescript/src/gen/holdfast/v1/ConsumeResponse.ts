import type { Signal as _holdfast_v1_Signal, Signal__Output as _holdfast_v1_Signal__Output } from '../../holdfast/v1/Signal.js';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';

export interface ConsumeResponse {
  'signal'?: (_holdfast_v1_Signal | null);
  'delivery'?: (number);
  'ack_by'?: (_google_protobuf_Timestamp | null);
}

export interface ConsumeResponse__Output {
  'signal': (_holdfast_v1_Signal__Output | null);
  'delivery': (number);
  'ack_by': (_google_protobuf_Timestamp__Output | null);
}
