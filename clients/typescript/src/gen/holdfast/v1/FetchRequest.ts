import type { ResourceParam as _holdfast_v1_ResourceParam, ResourceParam__Output as _holdfast_v1_ResourceParam__Output } from '../../holdfast/v1/ResourceParam.js';
import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from '../../google/protobuf/Duration.js';
import type { DocumentEncoding as _holdfast_v1_DocumentEncoding, DocumentEncoding__Output as _holdfast_v1_DocumentEncoding__Output } from '../../holdfast/v1/DocumentEncoding.js';

export interface FetchRequest {
  'agent_id'?: (string);
  'upstream'?: (string);
  'resource'?: (string);
  'params'?: (_holdfast_v1_ResourceParam)[];
  'force_refresh'?: (boolean);
  'max_stale'?: (_google_protobuf_Duration | null);
  'encoding'?: (_holdfast_v1_DocumentEncoding);
}

export interface FetchRequest__Output {
  'agent_id': (string);
  'upstream': (string);
  'resource': (string);
  'params': (_holdfast_v1_ResourceParam__Output)[];
  'force_refresh': (boolean);
  'max_stale': (_google_protobuf_Duration__Output | null);
  'encoding': (_holdfast_v1_DocumentEncoding__Output);
}
