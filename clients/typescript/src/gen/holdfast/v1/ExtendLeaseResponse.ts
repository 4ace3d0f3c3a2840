import type { WriteHeader as _holdfast_v1_WriteHeader, WriteHeader__Output as _holdfast_v1_WriteHeader__Output } from '../../holdfast/v1/WriteHeader.js';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';

export interface ExtendLeaseResponse {
  'header'?: (_holdfast_v1_WriteHeader | null);
  'lease_expires_at'?: (_google_protobuf_Timestamp | null);
}

export interface ExtendLeaseResponse__Output {
  'header': (_holdfast_v1_WriteHeader__Output | null);
  'lease_expires_at': (_google_protobuf_Timestamp__Output | null);
}
