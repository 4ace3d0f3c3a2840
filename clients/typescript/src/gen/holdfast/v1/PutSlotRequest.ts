import type { LiveSource as _holdfast_v1_LiveSource, LiveSource__Output as _holdfast_v1_LiveSource__Output } from '../../holdfast/v1/LiveSource.js';
import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from '../../google/protobuf/Duration.js';
import type { Long } from '@grpc/proto-loader';

export interface PutSlotRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'key'?: (string);
  'content'?: (string);
  'live'?: (_holdfast_v1_LiveSource | null);
  'priority'?: (number);
  'pinned'?: (boolean);
  'ttl'?: (_google_protobuf_Duration | null);
  'expected_version'?: (number | string | Long);
  'source'?: "content"|"live";
  '_priority'?: "priority";
  '_expected_version'?: "expected_version";
}

export interface PutSlotRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'key': (string);
  'content'?: (string);
  'live'?: (_holdfast_v1_LiveSource__Output | null);
  'priority'?: (number);
  'pinned': (boolean);
  'ttl': (_google_protobuf_Duration__Output | null);
  'expected_version'?: (string);
  'source'?: "content"|"live";
  '_priority'?: "priority";
  '_expected_version'?: "expected_version";
}
