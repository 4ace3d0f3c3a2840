import type { Document as _holdfast_v1_Document, Document__Output as _holdfast_v1_Document__Output } from '../../holdfast/v1/Document.js';
import type { HoldSettlement as _holdfast_v1_HoldSettlement, HoldSettlement__Output as _holdfast_v1_HoldSettlement__Output } from '../../holdfast/v1/HoldSettlement.js';
import type { Mutation as _holdfast_v1_Mutation, Mutation__Output as _holdfast_v1_Mutation__Output } from '../../holdfast/v1/Mutation.js';
import type { DocumentEncoding as _holdfast_v1_DocumentEncoding, DocumentEncoding__Output as _holdfast_v1_DocumentEncoding__Output } from '../../holdfast/v1/DocumentEncoding.js';
import type { Long } from '@grpc/proto-loader';

export interface CompleteOperationRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'key'?: (string);
  'lease_token'?: (string);
  'result'?: (_holdfast_v1_Document | null);
  'settlements'?: (_holdfast_v1_HoldSettlement)[];
  'mutations'?: (_holdfast_v1_Mutation)[];
  'encoding'?: (_holdfast_v1_DocumentEncoding);
}

export interface CompleteOperationRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'key': (string);
  'lease_token': (string);
  'result': (_holdfast_v1_Document__Output | null);
  'settlements': (_holdfast_v1_HoldSettlement__Output)[];
  'mutations': (_holdfast_v1_Mutation__Output)[];
  'encoding': (_holdfast_v1_DocumentEncoding__Output);
}
