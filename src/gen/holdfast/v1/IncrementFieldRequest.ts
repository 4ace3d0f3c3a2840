import type { Long } from '@grpc/proto-loader';

export interface IncrementFieldRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'name'?: (string);
  'decimal'?: (string);
  'integer'?: (number | string | Long);
  'floor'?: (string);
  'ceiling'?: (string);
  'by'?: "decimal"|"integer";
  '_floor'?: "floor";
  '_ceiling'?: "ceiling";
}

export interface IncrementFieldRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'name': (string);
  'decimal'?: (string);
  'integer'?: (string);
  'floor'?: (string);
  'ceiling'?: (string);
  'by'?: "decimal"|"integer";
  '_floor'?: "floor";
  '_ceiling'?: "ceiling";
}
