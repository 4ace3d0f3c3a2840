import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from '../../holdfast/v1/ReadHeader.js';
import type { MigrationFailure as _holdfast_v1_MigrationFailure, MigrationFailure__Output as _holdfast_v1_MigrationFailure__Output } from '../../holdfast/v1/MigrationFailure.js';
import type { Long } from '@grpc/proto-loader';

export interface DryRunMigrationResponse {
  'header'?: (_holdfast_v1_ReadHeader | null);
  'states'?: (number | string | Long);
  'would_migrate'?: (number | string | Long);
  'up_to_date'?: (number | string | Long);
  'failures'?: (_holdfast_v1_MigrationFailure)[];
  'failed'?: (number | string | Long);
}

export interface DryRunMigrationResponse__Output {
  'header': (_holdfast_v1_ReadHeader__Output | null);
  'states': (string);
  'would_migrate': (string);
  'up_to_date': (string);
  'failures': (_holdfast_v1_MigrationFailure__Output)[];
  'failed': (string);
}
