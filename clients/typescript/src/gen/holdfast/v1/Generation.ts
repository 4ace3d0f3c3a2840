import type { GenerationStatus as _holdfast_v1_GenerationStatus, GenerationStatus__Output as _holdfast_v1_GenerationStatus__Output } from '../../holdfast/v1/GenerationStatus.js';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';
import type { Long } from '@grpc/proto-loader';

export interface Generation {
  'generation'?: (number | string | Long);
  'embedder'?: (string);
  'model'?: (string);
  'dimensions'?: (number);
  'status'?: (_holdfast_v1_GenerationStatus);
  'vectors'?: (number | string | Long);
  'backlog'?: (number | string | Long);
  'created_at'?: (_google_protobuf_Timestamp | null);
  'last_error'?: (string);
  'refused'?: (number | string | Long);
}

export interface Generation__Output {
  'generation': (string);
  'embedder': (string);
  'model': (string);
  'dimensions': (number);
  'status': (_holdfast_v1_GenerationStatus__Output);
  'vectors': (string);
  'backlog': (string);
  'created_at': (_google_protobuf_Timestamp__Output | null);
  'last_error': (string);
  'refused': (string);
}
