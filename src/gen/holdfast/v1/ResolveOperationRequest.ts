import type { Document as _holdfast_v1_Document, Document__Output as _holdfast_v1_Document__Output } from '../../holdfast/v1/Document.js';
import type { DocumentEncoding as _holdfast_v1_DocumentEncoding, DocumentEncoding__Output as _holdfast_v1_DocumentEncoding__Output } from '../../holdfast/v1/DocumentEncoding.js';
import type { HoldSettlement as _holdfast_v1_HoldSettlement, HoldSettlement__Output as _holdfast_v1_HoldSettlement__Output } from '../../holdfast/v1/HoldSettlement.js';
import type { Mutation as _holdfast_v1_Mutation, Mutation__Output as _holdfast_v1_Mutation__Output } from '../../holdfast/v1/Mutation.js';
import type { Long } from '@grpc/proto-loader';

export interface _holdfast_v1_ResolveOperationRequest_DidNotHappen {
}

export interface _holdfast_v1_ResolveOperationRequest_DidNotHappen__Output {
}

export interface _holdfast_v1_ResolveOperationRequest_Happened {
  'result'?: (_holdfast_v1_Document | null);
  'settlements'?: (_holdfast_v1_HoldSettlement)[];
  'mutations'?: (_holdfast_v1_Mutation)[];
}

export interface _holdfast_v1_ResolveOperationRequest_Happened__Output {
  'result': (_holdfast_v1_Document__Output | null);
  'settlements': (_holdfast_v1_HoldSettlement__Output)[];
  'mutations': (_holdfast_v1_Mutation__Output)[];
}

export interface ResolveOperationRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'key'?: (string);
  'happened'?: (_holdfast_v1_ResolveOperationRequest_Happened | null);
  'did_not_happen'?: (_holdfast_v1_ResolveOperationRequest_DidNotHappen | null);
  'evidence'?: (_holdfast_v1_Document | null);
  'encoding'?: (_holdfast_v1_DocumentEncoding);
  'attempt'?: (number);
  'resolution'?: "happened"|"did_not_happen";
}

export interface ResolveOperationRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'key': (string);
  'happened'?: (_holdfast_v1_ResolveOperationRequest_Happened__Output | null);
  'did_not_happen'?: (_holdfast_v1_ResolveOperationRequest_DidNotHappen__Output | null);
  'evidence': (_holdfast_v1_Document__Output | null);
  'encoding': (_holdfast_v1_DocumentEncoding__Output);
  'attempt': (number);
  'resolution'?: "happened"|"did_not_happen";
}
