import type { SessionState as _holdfast_v1_SessionState, SessionState__Output as _holdfast_v1_SessionState__Output } from '../../holdfast/v1/SessionState.js';
import type { DocumentEncoding as _holdfast_v1_DocumentEncoding, DocumentEncoding__Output as _holdfast_v1_DocumentEncoding__Output } from '../../holdfast/v1/DocumentEncoding.js';
import type { Long } from '@grpc/proto-loader';

export interface ListSessionsRequest {
  'agent_id'?: (string);
  'states'?: (_holdfast_v1_SessionState)[];
  'page_size'?: (number);
  'page_token'?: (string);
  'min_revision'?: (number | string | Long);
  'encoding'?: (_holdfast_v1_DocumentEncoding);
}

export interface ListSessionsRequest__Output {
  'agent_id': (string);
  'states': (_holdfast_v1_SessionState__Output)[];
  'page_size': (number);
  'page_token': (string);
  'min_revision': (string);
  'encoding': (_holdfast_v1_DocumentEncoding__Output);
}
