import type { Long } from '@grpc/proto-loader';

export interface BuildContextRequest {
  'agent_id'?: (string);
  'max_tokens'?: (number);
  'reserve_for_output'?: (number);
  'model'?: (string);
  'truncate_at_priority'?: (number);
  'keys'?: (string)[];
  'min_revision'?: (number | string | Long);
  '_reserve_for_output'?: "reserve_for_output";
  '_truncate_at_priority'?: "truncate_at_priority";
}

export interface BuildContextRequest__Output {
  'agent_id': (string);
  'max_tokens': (number);
  'reserve_for_output'?: (number);
  'model': (string);
  'truncate_at_priority'?: (number);
  'keys': (string)[];
  'min_revision': (string);
  '_reserve_for_output'?: "reserve_for_output";
  '_truncate_at_priority'?: "truncate_at_priority";
}
