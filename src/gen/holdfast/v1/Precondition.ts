import type { OperationStatus as _holdfast_v1_OperationStatus, OperationStatus__Output as _holdfast_v1_OperationStatus__Output } from '../../holdfast/v1/OperationStatus.js';
import type { Document as _holdfast_v1_Document, Document__Output as _holdfast_v1_Document__Output } from '../../holdfast/v1/Document.js';
import type { Long } from '@grpc/proto-loader';

export interface _holdfast_v1_Precondition_AvailableAtLeast {
  'agent_id'?: (string);
  'account'?: (string);
  'asset'?: (string);
  'amount'?: (string);
}

export interface _holdfast_v1_Precondition_AvailableAtLeast__Output {
  'agent_id': (string);
  'account': (string);
  'asset': (string);
  'amount': (string);
}

export interface _holdfast_v1_Precondition_FieldEquals {
  'agent_id'?: (string);
  'name'?: (string);
  'value'?: (_holdfast_v1_Document | null);
}

export interface _holdfast_v1_Precondition_FieldEquals__Output {
  'agent_id': (string);
  'name': (string);
  'value': (_holdfast_v1_Document__Output | null);
}

export interface _holdfast_v1_Precondition_OperationIs {
  'agent_id'?: (string);
  'key'?: (string);
  'status'?: (_holdfast_v1_OperationStatus);
}

export interface _holdfast_v1_Precondition_OperationIs__Output {
  'agent_id': (string);
  'key': (string);
  'status': (_holdfast_v1_OperationStatus__Output);
}

export interface _holdfast_v1_Precondition_StateVersion {
  'agent_id'?: (string);
  'name'?: (string);
  'version'?: (number | string | Long);
}

export interface _holdfast_v1_Precondition_StateVersion__Output {
  'agent_id': (string);
  'name': (string);
  'version': (string);
}

export interface Precondition {
  'state_version'?: (_holdfast_v1_Precondition_StateVersion | null);
  'available_at_least'?: (_holdfast_v1_Precondition_AvailableAtLeast | null);
  'operation_is'?: (_holdfast_v1_Precondition_OperationIs | null);
  'field_equals'?: (_holdfast_v1_Precondition_FieldEquals | null);
  'precondition'?: "state_version"|"available_at_least"|"operation_is"|"field_equals";
}

export interface Precondition__Output {
  'state_version'?: (_holdfast_v1_Precondition_StateVersion__Output | null);
  'available_at_least'?: (_holdfast_v1_Precondition_AvailableAtLeast__Output | null);
  'operation_is'?: (_holdfast_v1_Precondition_OperationIs__Output | null);
  'field_equals'?: (_holdfast_v1_Precondition_FieldEquals__Output | null);
  'precondition'?: "state_version"|"available_at_least"|"operation_is"|"field_equals";
}
