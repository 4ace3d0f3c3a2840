import type { Document as _holdfast_v1_Document, Document__Output as _holdfast_v1_Document__Output } from '../../holdfast/v1/Document.js';
import type { Vector as _holdfast_v1_Vector, Vector__Output as _holdfast_v1_Vector__Output } from '../../holdfast/v1/Vector.js';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';
import type { Provenance as _holdfast_v1_Provenance, Provenance__Output as _holdfast_v1_Provenance__Output } from '../../holdfast/v1/Provenance.js';

export interface MemoryInput {
  'content'?: (string);
  'metadata'?: (_holdfast_v1_Document | null);
  'tags'?: (string)[];
  'vector'?: (_holdfast_v1_Vector | null);
  'occurred_at'?: (_google_protobuf_Timestamp | null);
  'provenance'?: (_holdfast_v1_Provenance | null);
  'pinned'?: (boolean);
}

export interface MemoryInput__Output {
  'content': (string);
  'metadata': (_holdfast_v1_Document__Output | null);
  'tags': (string)[];
  'vector': (_holdfast_v1_Vector__Output | null);
  'occurred_at': (_google_protobuf_Timestamp__Output | null);
  'provenance': (_holdfast_v1_Provenance__Output | null);
  'pinned': (boolean);
}
