import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from '../../google/protobuf/Duration.js';

export interface _holdfast_v1_AcquireTokensRequest_AgentBucket {
  'capacity'?: (number);
  'refill_per_second'?: (number | string);
}

export interface _holdfast_v1_AcquireTokensRequest_AgentBucket__Output {
  'capacity': (number);
  'refill_per_second': (number);
}

export interface AcquireTokensRequest {
  'agent_id'?: (string);
  'bucket'?: (string);
  'capacity'?: (number);
  'refill_per_second'?: (number | string);
  'tokens'?: (number);
  'agent_bucket'?: (_holdfast_v1_AcquireTokensRequest_AgentBucket | null);
  'max_wait'?: (_google_protobuf_Duration | null);
  'shared'?: (boolean);
}

export interface AcquireTokensRequest__Output {
  'agent_id': (string);
  'bucket': (string);
  'capacity': (number);
  'refill_per_second': (number);
  'tokens': (number);
  'agent_bucket': (_holdfast_v1_AcquireTokensRequest_AgentBucket__Output | null);
  'max_wait': (_google_protobuf_Duration__Output | null);
  'shared': (boolean);
}
