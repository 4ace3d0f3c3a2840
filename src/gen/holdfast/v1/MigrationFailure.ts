import type { Long } from '@grpc/proto-loader';

export interface MigrationFailure {
  'name'?: (string);
  'version'?: (number | string | Long);
  'to_schema_version'?: (number);
  'path'?: (string);
  'problem'?: (string);
}

export interface MigrationFailure__Output {
  'name': (string);
  'version': (string);
  'to_schema_version': (number);
  'path': (string);
  'problem': (string);
}
