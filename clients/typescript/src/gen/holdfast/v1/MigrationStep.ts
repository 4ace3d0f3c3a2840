import type { Document as _holdfast_v1_Document, Document__Output as _holdfast_v1_Document__Output } from '../../holdfast/v1/Document.js';

export interface _holdfast_v1_MigrationStep_Default {
  'path'?: (string);
  'value'?: (_holdfast_v1_Document | null);
}

export interface _holdfast_v1_MigrationStep_Default__Output {
  'path': (string);
  'value': (_holdfast_v1_Document__Output | null);
}

export interface _holdfast_v1_MigrationStep_Move {
  'from'?: (string);
  'to'?: (string);
  'required'?: (boolean);
}

export interface _holdfast_v1_MigrationStep_Move__Output {
  'from': (string);
  'to': (string);
  'required': (boolean);
}

export interface _holdfast_v1_MigrationStep_Remove {
  'path'?: (string);
}

export interface _holdfast_v1_MigrationStep_Remove__Output {
  'path': (string);
}

export interface _holdfast_v1_MigrationStep_Rename {
  'path'?: (string);
  'name'?: (string);
  'required'?: (boolean);
}

export interface _holdfast_v1_MigrationStep_Rename__Output {
  'path': (string);
  'name': (string);
  'required': (boolean);
}

export interface _holdfast_v1_MigrationStep_Set {
  'path'?: (string);
  'value'?: (_holdfast_v1_Document | null);
}

export interface _holdfast_v1_MigrationStep_Set__Output {
  'path': (string);
  'value': (_holdfast_v1_Document__Output | null);
}

export interface _holdfast_v1_MigrationStep_Wrap {
  'path'?: (string);
  'key'?: (string);
}

export interface _holdfast_v1_MigrationStep_Wrap__Output {
  'path': (string);
  'key': (string);
}

export interface MigrationStep {
  'move'?: (_holdfast_v1_MigrationStep_Move | null);
  'rename'?: (_holdfast_v1_MigrationStep_Rename | null);
  'default'?: (_holdfast_v1_MigrationStep_Default | null);
  'remove'?: (_holdfast_v1_MigrationStep_Remove | null);
  'set'?: (_holdfast_v1_MigrationStep_Set | null);
  'wrap'?: (_holdfast_v1_MigrationStep_Wrap | null);
  'step'?: "move"|"rename"|"default"|"remove"|"set"|"wrap";
}

export interface MigrationStep__Output {
  'move'?: (_holdfast_v1_MigrationStep_Move__Output | null);
  'rename'?: (_holdfast_v1_MigrationStep_Rename__Output | null);
  'default'?: (_holdfast_v1_MigrationStep_Default__Output | null);
  'remove'?: (_holdfast_v1_MigrationStep_Remove__Output | null);
  'set'?: (_holdfast_v1_MigrationStep_Set__Output | null);
  'wrap'?: (_holdfast_v1_MigrationStep_Wrap__Output | null);
  'step'?: "move"|"rename"|"default"|"remove"|"set"|"wrap";
}
