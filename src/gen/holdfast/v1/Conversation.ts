import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';
import type { Long } from '@grpc/proto-loader';

export interface Conversation {
  'conversation_id'?: (string);
  'title'?: (string);
  'max_tokens'?: (number);
  'summary_at'?: (number);
  'model'?: (string);
  'estimate'?: (boolean);
  'turns'?: (number | string | Long);
  'window_tokens'?: (number | string | Long);
  'total_tokens'?: (number | string | Long);
  'summary'?: (string);
  'summary_tokens'?: (number);
  'summarized_through'?: (number | string | Long);
  'due_through'?: (number | string | Long);
  'last_summary_error'?: (string);
  'created_at'?: (_google_protobuf_Timestamp | null);
  'updated_at'?: (_google_protobuf_Timestamp | null);
}

export interface Conversation__Output {
  'conversation_id': (string);
  'title': (string);
  'max_tokens': (number);
  'summary_at': (number);
  'model': (string);
  'estimate': (boolean);
  'turns': (string);
  'window_tokens': (string);
  'total_tokens': (string);
  'summary': (string);
  'summary_tokens': (number);
  'summarized_through': (string);
  'due_through': (string);
  'last_summary_error': (string);
  'created_at': (_google_protobuf_Timestamp__Output | null);
  'updated_at': (_google_protobuf_Timestamp__Output | null);
}
