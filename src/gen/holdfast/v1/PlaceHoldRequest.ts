import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from '../../google/protobuf/Duration.js';
import type { Long } from '@grpc/proto-loader';

export interface PlaceHoldRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'account'?: (string);
  'asset'?: (string);
  'amount'?: (string);
  'ttl'?: (_google_protobuf_Duration | null);
  'description'?: (string);
}

export interface PlaceHoldRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'account': (string);
  'asset': (string);
  'amount': (string);
  'ttl': (_google_protobuf_Duration__Output | null);
  'description': (string);
}
