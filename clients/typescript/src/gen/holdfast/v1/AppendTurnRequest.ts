import type { Role as _holdfast_v1_Role, Role__Output as _holdfast_v1_Role__Output } from '../../holdfast/v1/Role.js';
import type { ToolCall as _holdfast_v1_ToolCall, ToolCall__Output as _holdfast_v1_ToolCall__Output } from '../../holdfast/v1/ToolCall.js';
import type { Document as _holdfast_v1_Document, Document__Output as _holdfast_v1_Document__Output } from '../../holdfast/v1/Document.js';
import type { Long } from '@grpc/proto-loader';

export interface AppendTurnRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'conversation_id'?: (string);
  'role'?: (_holdfast_v1_Role);
  'content'?: (string);
  'name'?: (string);
  'tool_calls'?: (_holdfast_v1_ToolCall)[];
  'tool_call_id'?: (string);
  'metadata'?: (_holdfast_v1_Document | null);
  'expected_turn'?: (number | string | Long);
  '_expected_turn'?: "expected_turn";
}

export interface AppendTurnRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'conversation_id': (string);
  'role': (_holdfast_v1_Role__Output);
  'content': (string);
  'name': (string);
  'tool_calls': (_holdfast_v1_ToolCall__Output)[];
  'tool_call_id': (string);
  'metadata': (_holdfast_v1_Document__Output | null);
  'expected_turn'?: (string);
  '_expected_turn'?: "expected_turn";
}
