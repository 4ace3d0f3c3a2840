import type { ResourceParam as _holdfast_v1_ResourceParam, ResourceParam__Output as _holdfast_v1_ResourceParam__Output } from '../../holdfast/v1/ResourceParam.js';

export interface InvalidateRequest {
  'agent_id'?: (string);
  'upstream'?: (string);
  'resource'?: (string);
  'params'?: (_holdfast_v1_ResourceParam)[];
}

export interface InvalidateRequest__Output {
  'agent_id': (string);
  'upstream': (string);
  'resource': (string);
  'params': (_holdfast_v1_ResourceParam__Output)[];
}
