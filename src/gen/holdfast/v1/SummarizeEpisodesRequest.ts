import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';
import type { Long } from '@grpc/proto-loader';

export interface SummarizeEpisodesRequest {
  'agent_id'?: (string);
  'type'?: (string);
  'since'?: (_google_protobuf_Timestamp | null);
  'until'?: (_google_protobuf_Timestamp | null);
  'min_revision'?: (number | string | Long);
}

export interface SummarizeEpisodesRequest__Output {
  'agent_id': (string);
  'type': (string);
  'since': (_google_protobuf_Timestamp__Output | null);
  'until': (_google_protobuf_Timestamp__Output | null);
  'min_revision': (string);
}
