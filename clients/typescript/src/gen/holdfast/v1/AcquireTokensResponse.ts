import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from '../../google/protobuf/Duration.js';

export interface AcquireTokensResponse {
  'allowed'?: (boolean);
  'remaining'?: (number);
  'retry_after'?: (_google_protobuf_Duration | null);
  'waited'?: (_google_protobuf_Duration | null);
}

export interface AcquireTokensResponse__Output {
  'allowed': (boolean);
  'remaining': (number);
  'retry_after': (_google_protobuf_Duration__Output | null);
  'waited': (_google_protobuf_Duration__Output | null);
}
