import type { DocumentEncoding as _holdfast_v1_DocumentEncoding, DocumentEncoding__Output as _holdfast_v1_DocumentEncoding__Output } from '../../holdfast/v1/DocumentEncoding.js';
import type { Long } from '@grpc/proto-loader';

export interface ConsumeRequest {
  'agent_id'?: (string);
  'name'?: (string);
  'max_in_flight'?: (number);
  'encoding'?: (_holdfast_v1_DocumentEncoding);
  'epoch'?: (number | string | Long);
}

export interface ConsumeRequest__Output {
  'agent_id': (string);
  'name': (string);
  'max_in_flight': (number);
  'encoding': (_holdfast_v1_DocumentEncoding__Output);
  'epoch': (string);
}
