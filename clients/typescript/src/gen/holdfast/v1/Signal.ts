import type { Document as _holdfast_v1_Document, Document__Output as _holdfast_v1_Document__Output } from '../../holdfast/v1/Document.js';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';
import type { Long } from '@grpc/proto-loader';

export interface Signal {
  'signal_id'?: (string);
  'channel'?: (string);
  'agent_id'?: (string);
  'payload'?: (_holdfast_v1_Document | null);
  'confidence'?: (number | string);
  'source'?: (string);
  'durable'?: (boolean);
  'published_at'?: (_google_protobuf_Timestamp | null);
  'revision'?: (number | string | Long);
}

export interface Signal__Output {
  'signal_id': (string);
  'channel': (string);
  'agent_id': (string);
  'payload': (_holdfast_v1_Document__Output | null);
  'confidence': (number);
  'source': (string);
  'durable': (boolean);
  'published_at': (_google_protobuf_Timestamp__Output | null);
  'revision': (string);
}
