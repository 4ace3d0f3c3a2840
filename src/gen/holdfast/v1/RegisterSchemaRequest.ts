import type { SchemaVersion as _holdfast_v1_SchemaVersion, SchemaVersion__Output as _holdfast_v1_SchemaVersion__Output } from '../../holdfast/v1/SchemaVersion.js';
import type { Long } from '@grpc/proto-loader';

export interface RegisterSchemaRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'schema'?: (_holdfast_v1_SchemaVersion | null);
}

export interface RegisterSchemaRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'schema': (_holdfast_v1_SchemaVersion__Output | null);
}
