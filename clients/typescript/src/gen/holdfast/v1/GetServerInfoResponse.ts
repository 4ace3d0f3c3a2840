import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';
import type { Long } from '@grpc/proto-loader';

export interface GetServerInfoResponse {
  'version'?: (string);
  'node_version'?: (string);
  'sqlite_version'?: (string);
  'schema_version'?: (number);
  'state_folder'?: (string);
  'addresses'?: (string)[];
  'pid'?: (number);
  'started_at'?: (_google_protobuf_Timestamp | null);
  'revision'?: (number | string | Long);
  'compacted_revision'?: (number | string | Long);
  'database_id'?: (string);
  'history'?: (string);
}

export interface GetServerInfoResponse__Output {
  'version': (string);
  'node_version': (string);
  'sqlite_version': (string);
  'schema_version': (number);
  'state_folder': (string);
  'addresses': (string)[];
  'pid': (number);
  'started_at': (_google_protobuf_Timestamp__Output | null);
  'revision': (string);
  'compacted_revision': (string);
  'database_id': (string);
  'history': (string);
}
