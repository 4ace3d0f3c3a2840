import type { MirrorState as _holdfast_v1_MirrorState, MirrorState__Output as _holdfast_v1_MirrorState__Output } from '../../holdfast/v1/MirrorState.js';
import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from '../../google/protobuf/Duration.js';
import type { Long } from '@grpc/proto-loader';

export interface _holdfast_v1_MirrorStatusResponse_ErrorCount {
  'kind'?: (string);
  'count'?: (number | string | Long);
}

export interface _holdfast_v1_MirrorStatusResponse_ErrorCount__Output {
  'kind': (string);
  'count': (string);
}

export interface MirrorStatusResponse {
  'state'?: (_holdfast_v1_MirrorState);
  'connected'?: (boolean);
  'address'?: (string);
  'mirrored_revision'?: (number | string | Long);
  'head_revision'?: (number | string | Long);
  'lag_revisions'?: (number | string | Long);
  'lag'?: (_google_protobuf_Duration | null);
  'delay_p50'?: (_google_protobuf_Duration | null);
  'delay_p99'?: (_google_protobuf_Duration | null);
  'queue'?: (number);
  'keys_written'?: (number | string | Long);
  'keys_stale'?: (number | string | Long);
  'rebuilds'?: (number | string | Long);
  'messages_out'?: (number | string | Long);
  'messages_out_dropped'?: (number | string | Long);
  'messages_in'?: (number | string | Long);
  'messages_in_dropped'?: (number | string | Long);
  'messages_in_known'?: (number | string | Long);
  'errors'?: (_holdfast_v1_MirrorStatusResponse_ErrorCount)[];
  'last_error'?: (string);
}

export interface MirrorStatusResponse__Output {
  'state': (_holdfast_v1_MirrorState__Output);
  'connected': (boolean);
  'address': (string);
  'mirrored_revision': (string);
  'head_revision': (string);
  'lag_revisions': (string);
  'lag': (_google_protobuf_Duration__Output | null);
  'delay_p50': (_google_protobuf_Duration__Output | null);
  'delay_p99': (_google_protobuf_Duration__Output | null);
  'queue': (number);
  'keys_written': (string);
  'keys_stale': (string);
  'rebuilds': (string);
  'messages_out': (string);
  'messages_out_dropped': (string);
  'messages_in': (string);
  'messages_in_dropped': (string);
  'messages_in_known': (string);
  'errors': (_holdfast_v1_MirrorStatusResponse_ErrorCount__Output)[];
  'last_error': (string);
}
