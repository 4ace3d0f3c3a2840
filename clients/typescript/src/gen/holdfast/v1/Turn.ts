import type { Role as _holdfast_v1_Role, Role__Output as _holdfast_v1_Role__Output } from '../../holdfast/v1/Role.js';
import type { ToolCall as _holdfast_v1_ToolCall, ToolCall__Output as _holdfast_v1_ToolCall__Output } from '../../holdfast/v1/ToolCall.js';
import type { Document as _holdfast_v1_Document, Document__Output as _holdfast_v1_Document__Output } from '../../holdfast/v1/Document.js';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';
import type { Long } from '@grpc/proto-loader';

export interface Turn {
  'turn'?: (number | string | Long);
  'role'?: (_holdfast_v1_Role);
  'content'?: (string);
  'name'?: (string);
  'tool_calls'?: (_holdfast_v1_ToolCall)[];
  'tool_call_id'?: (string);
  'metadata'?: (_holdfast_v1_Document | null);
  'tokens'?: (number);
  'created_at'?: (_google_protobuf_Timestamp | null);
  'summarized'?: (boolean);
}

export interface Turn__Output {
  'turn': (string);
  'role': (_holdfast_v1_Role__Output);
  'content': (string);
  'name': (string);
  'tool_calls': (_holdfast_v1_ToolCall__Output)[];
  'tool_call_id': (string);
  'metadata': (_holdfast_v1_Document__Output | null);
  'tokens': (number);
  'created_at': (_google_protobuf_Timestamp__Output | null);
  'summarized': (boolean);
}
