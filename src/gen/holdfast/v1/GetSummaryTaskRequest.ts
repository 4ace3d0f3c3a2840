import type { Long } from '@grpc/proto-loader';

export interface GetSummaryTaskRequest {
  'agent_id'?: (string);
  'conversation_id'?: (string);
  'min_revision'?: (number | string | Long);
}

export interface GetSummaryTaskRequest__Output {
  'agent_id': (string);
  'conversation_id': (string);
  'min_revision': (string);
}
