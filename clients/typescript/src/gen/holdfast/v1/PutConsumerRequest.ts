import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from '../../google/protobuf/Duration.js';
import type { Long } from '@grpc/proto-loader';

export interface PutConsumerRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'name'?: (string);
  'patterns'?: (string)[];
  'min_confidence'?: (number | string);
  'ack_timeout'?: (_google_protobuf_Duration | null);
  'max_deliveries'?: (number);
  'from_revision'?: (number | string | Long);
  '_from_revision'?: "from_revision";
}

export interface PutConsumerRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'name': (string);
  'patterns': (string)[];
  'min_confidence': (number);
  'ack_timeout': (_google_protobuf_Duration__Output | null);
  'max_deliveries': (number);
  'from_revision'?: (string);
  '_from_revision'?: "from_revision";
}
