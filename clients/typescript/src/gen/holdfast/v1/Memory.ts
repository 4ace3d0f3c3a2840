import type { Document as _holdfast_v1_Document, Document__Output as _holdfast_v1_Document__Output } from '../../holdfast/v1/Document.js';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';
import type { Provenance as _holdfast_v1_Provenance, Provenance__Output as _holdfast_v1_Provenance__Output } from '../../holdfast/v1/Provenance.js';
import type { Long } from '@grpc/proto-loader';

export interface Memory {
  'memory_id'?: (string);
  'agent_id'?: (string);
  'namespace'?: (string);
  'content'?: (string);
  'metadata'?: (_holdfast_v1_Document | null);
  'tags'?: (string)[];
  'occurred_at'?: (_google_protobuf_Timestamp | null);
  'stored_at'?: (_google_protobuf_Timestamp | null);
  'provenance'?: (_holdfast_v1_Provenance | null);
  'pinned'?: (boolean);
  'superseded_by'?: (string);
  'supersedes'?: (string);
  'vector_pending'?: (boolean);
  'revision'?: (number | string | Long);
}

export interface Memory__Output {
  'memory_id': (string);
  'agent_id': (string);
  'namespace': (string);
  'content': (string);
  'metadata': (_holdfast_v1_Document__Output | null);
  'tags': (string)[];
  'occurred_at': (_google_protobuf_Timestamp__Output | null);
  'stored_at': (_google_protobuf_Timestamp__Output | null);
  'provenance': (_holdfast_v1_Provenance__Output | null);
  'pinned': (boolean);
  'superseded_by': (string);
  'supersedes': (string);
  'vector_pending': (boolean);
  'revision': (string);
}
