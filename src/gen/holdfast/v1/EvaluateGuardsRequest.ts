import type { OperationRisk as _holdfast_v1_OperationRisk, OperationRisk__Output as _holdfast_v1_OperationRisk__Output } from '../../holdfast/v1/OperationRisk.js';
import type { Long } from '@grpc/proto-loader';

export interface EvaluateGuardsRequest {
  'agent_id'?: (string);
  'action'?: (string);
  'operation'?: (string);
  'venue'?: (string);
  'risk'?: (_holdfast_v1_OperationRisk | null);
  'pnl'?: (string);
  'account'?: (string);
  'min_revision'?: (number | string | Long);
}

export interface EvaluateGuardsRequest__Output {
  'agent_id': (string);
  'action': (string);
  'operation': (string);
  'venue': (string);
  'risk': (_holdfast_v1_OperationRisk__Output | null);
  'pnl': (string);
  'account': (string);
  'min_revision': (string);
}
