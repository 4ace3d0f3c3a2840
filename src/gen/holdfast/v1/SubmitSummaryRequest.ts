import type { Long } from '@grpc/proto-loader';

export interface SubmitSummaryRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'conversation_id'?: (string);
  'through_turn'?: (number | string | Long);
  'summary'?: (string);
  'from_turn'?: (number | string | Long);
  '_from_turn'?: "from_turn";
}

export interface SubmitSummaryRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'conversation_id': (string);
  'through_turn': (string);
  'summary': (string);
  'from_turn'?: (string);
  '_from_turn'?: "from_turn";
}
