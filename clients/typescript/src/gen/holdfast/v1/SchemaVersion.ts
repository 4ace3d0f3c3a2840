import type { Document as _holdfast_v1_Document, Document__Output as _holdfast_v1_Document__Output } from '../../holdfast/v1/Document.js';
import type { MigrationStep as _holdfast_v1_MigrationStep, MigrationStep__Output as _holdfast_v1_MigrationStep__Output } from '../../holdfast/v1/MigrationStep.js';

export interface SchemaVersion {
  'schema'?: (string);
  'version'?: (number);
  'json_schema'?: (_holdfast_v1_Document | null);
  'steps'?: (_holdfast_v1_MigrationStep)[];
}

export interface SchemaVersion__Output {
  'schema': (string);
  'version': (number);
  'json_schema': (_holdfast_v1_Document__Output | null);
  'steps': (_holdfast_v1_MigrationStep__Output)[];
}
