import type { SchemaVersion as _holdfast_v1_SchemaVersion, SchemaVersion__Output as _holdfast_v1_SchemaVersion__Output } from '../../holdfast/v1/SchemaVersion.js';
import type { Long } from '@grpc/proto-loader';

export interface DryRunMigrationRequest {
  'agent_id'?: (string);
  'schema'?: (string);
  'candidate'?: (_holdfast_v1_SchemaVersion | null);
  'min_revision'?: (number | string | Long);
}

export interface DryRunMigrationRequest__Output {
  'agent_id': (string);
  'schema': (string);
  'candidate': (_holdfast_v1_SchemaVersion__Output | null);
  'min_revision': (string);
}
