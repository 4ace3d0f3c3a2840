import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from '../../google/protobuf/Duration.js';

export interface UpstreamResource {
  'name'?: (string);
  'path'?: (string);
  'ttl'?: (_google_protobuf_Duration | null);
  'in_portfolio'?: (boolean);
}

export interface UpstreamResource__Output {
  'name': (string);
  'path': (string);
  'ttl': (_google_protobuf_Duration__Output | null);
  'in_portfolio': (boolean);
}
