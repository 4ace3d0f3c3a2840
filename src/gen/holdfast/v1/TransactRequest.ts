import type { Precondition as _holdfast_v1_Precondition, Precondition__Output as _holdfast_v1_Precondition__Output } from '../../holdfast/v1/Precondition.js';
import type { Mutation as _holdfast_v1_Mutation, Mutation__Output as _holdfast_v1_Mutation__Output } from '../../holdfast/v1/Mutation.js';
import type { Long } from '@grpc/proto-loader';

export interface TransactRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'preconditions'?: (_holdfast_v1_Precondition)[];
  'mutations'?: (_holdfast_v1_Mutation)[];
}

export interface TransactRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'preconditions': (_holdfast_v1_Precondition__Output)[];
  'mutations': (_holdfast_v1_Mutation__Output)[];
}
