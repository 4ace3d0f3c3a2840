import type { PromptVariable as _holdfast_v1_PromptVariable, PromptVariable__Output as _holdfast_v1_PromptVariable__Output } from '../../holdfast/v1/PromptVariable.js';
import type { Long } from '@grpc/proto-loader';

export interface RenderPromptRequest {
  'agent_id'?: (string);
  'name'?: (string);
  'version'?: (number);
  'label'?: (string);
  'variables'?: (_holdfast_v1_PromptVariable)[];
  'model'?: (string);
  'min_revision'?: (number | string | Long);
}

export interface RenderPromptRequest__Output {
  'agent_id': (string);
  'name': (string);
  'version': (number);
  'label': (string);
  'variables': (_holdfast_v1_PromptVariable__Output)[];
  'model': (string);
  'min_revision': (string);
}
