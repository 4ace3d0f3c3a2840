import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';
import type { Long } from '@grpc/proto-loader';

export interface PromptTemplate {
  'name'?: (string);
  'version'?: (number);
  'text'?: (string);
  'description'?: (string);
  'variables'?: (string)[];
  'labels'?: (string)[];
  'created_at'?: (_google_protobuf_Timestamp | null);
  'revision'?: (number | string | Long);
}

export interface PromptTemplate__Output {
  'name': (string);
  'version': (number);
  'text': (string);
  'description': (string);
  'variables': (string)[];
  'labels': (string)[];
  'created_at': (_google_protobuf_Timestamp__Output | null);
  'revision': (string);
}
