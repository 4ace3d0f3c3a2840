import type { UpstreamResource as _holdfast_v1_UpstreamResource, UpstreamResource__Output as _holdfast_v1_UpstreamResource__Output } from '../../holdfast/v1/UpstreamResource.js';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';
import type { Long } from '@grpc/proto-loader';

export interface Upstream {
  'name'?: (string);
  'base_url'?: (string);
  'resources'?: (_holdfast_v1_UpstreamResource)[];
  'fetches'?: (number | string | Long);
  'failures'?: (number | string | Long);
  'last_error'?: (string);
  'retry_at'?: (_google_protobuf_Timestamp | null);
}

export interface Upstream__Output {
  'name': (string);
  'base_url': (string);
  'resources': (_holdfast_v1_UpstreamResource__Output)[];
  'fetches': (string);
  'failures': (string);
  'last_error': (string);
  'retry_at': (_google_protobuf_Timestamp__Output | null);
}
