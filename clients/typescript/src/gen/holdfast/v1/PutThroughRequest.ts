import type { ResourceParam as _holdfast_v1_ResourceParam, ResourceParam__Output as _holdfast_v1_ResourceParam__Output } from '../../holdfast/v1/ResourceParam.js';
import type { Document as _holdfast_v1_Document, Document__Output as _holdfast_v1_Document__Output } from '../../holdfast/v1/Document.js';

export interface PutThroughRequest {
  'agent_id'?: (string);
  'upstream'?: (string);
  'resource'?: (string);
  'params'?: (_holdfast_v1_ResourceParam)[];
  'value'?: (_holdfast_v1_Document | null);
}

export interface PutThroughRequest__Output {
  'agent_id': (string);
  'upstream': (string);
  'resource': (string);
  'params': (_holdfast_v1_ResourceParam__Output)[];
  'value': (_holdfast_v1_Document__Output | null);
}
