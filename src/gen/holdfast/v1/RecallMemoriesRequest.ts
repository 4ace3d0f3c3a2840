import type { Vector as _holdfast_v1_Vector, Vector__Output as _holdfast_v1_Vector__Output } from '../../holdfast/v1/Vector.js';
import type { RecallMode as _holdfast_v1_RecallMode, RecallMode__Output as _holdfast_v1_RecallMode__Output } from '../../holdfast/v1/RecallMode.js';
import type { MetadataFilter as _holdfast_v1_MetadataFilter, MetadataFilter__Output as _holdfast_v1_MetadataFilter__Output } from '../../holdfast/v1/MetadataFilter.js';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';
import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from '../../google/protobuf/Duration.js';
import type { DocumentEncoding as _holdfast_v1_DocumentEncoding, DocumentEncoding__Output as _holdfast_v1_DocumentEncoding__Output } from '../../holdfast/v1/DocumentEncoding.js';
import type { Long } from '@grpc/proto-loader';

export interface RecallMemoriesRequest {
  'agent_id'?: (string);
  'query'?: (string);
  'vector'?: (_holdfast_v1_Vector | null);
  'mode'?: (_holdfast_v1_RecallMode);
  'limit'?: (number);
  'namespaces'?: (string)[];
  'exclude_private'?: (boolean);
  'tags'?: (string)[];
  'any_tags'?: (string)[];
  'metadata'?: (_holdfast_v1_MetadataFilter)[];
  'since'?: (_google_protobuf_Timestamp | null);
  'until'?: (_google_protobuf_Timestamp | null);
  'half_life'?: (_google_protobuf_Duration | null);
  'vector_weight'?: (number | string);
  'keyword_weight'?: (number | string);
  'rrf_k'?: (number);
  'include_superseded'?: (boolean);
  'explain'?: (boolean);
  'min_revision'?: (number | string | Long);
  'encoding'?: (_holdfast_v1_DocumentEncoding);
  '_vector_weight'?: "vector_weight";
  '_keyword_weight'?: "keyword_weight";
}

export interface RecallMemoriesRequest__Output {
  'agent_id': (string);
  'query': (string);
  'vector': (_holdfast_v1_Vector__Output | null);
  'mode': (_holdfast_v1_RecallMode__Output);
  'limit': (number);
  'namespaces': (string)[];
  'exclude_private': (boolean);
  'tags': (string)[];
  'any_tags': (string)[];
  'metadata': (_holdfast_v1_MetadataFilter__Output)[];
  'since': (_google_protobuf_Timestamp__Output | null);
  'until': (_google_protobuf_Timestamp__Output | null);
  'half_life': (_google_protobuf_Duration__Output | null);
  'vector_weight'?: (number);
  'keyword_weight'?: (number);
  'rrf_k': (number);
  'include_superseded': (boolean);
  'explain': (boolean);
  'min_revision': (string);
  'encoding': (_holdfast_v1_DocumentEncoding__Output);
  '_vector_weight'?: "vector_weight";
  '_keyword_weight'?: "keyword_weight";
}
