import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';

export interface PortfolioError {
  'reason'?: (string);
  'message'?: (string);
  'retry_at'?: (_google_protobuf_Timestamp | null);
}

export interface PortfolioError__Output {
  'reason': (string);
  'message': (string);
  'retry_at': (_google_protobuf_Timestamp__Output | null);
}
