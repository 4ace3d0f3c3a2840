import type { Long } from '@grpc/proto-loader';

export interface DeleteRecordRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'collection'?: (string);
  'record_id'?: (string);
  'expected_version'?: (number | string | Long);
  '_expected_version'?: "expected_version";
}

export interface DeleteRecordRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'collection': (string);
  'record_id': (string);
  'expected_version'?: (string);
  '_expected_version'?: "expected_version";
}
