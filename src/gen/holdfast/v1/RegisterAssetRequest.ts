import type { Long } from '@grpc/proto-loader';

export interface RegisterAssetRequest {
  'agent_id'?: (string);
  'request_id'?: (string);
  'epoch'?: (number | string | Long);
  'asset'?: (string);
  'max_fraction_digits'?: (number);
}

export interface RegisterAssetRequest__Output {
  'agent_id': (string);
  'request_id': (string);
  'epoch': (string);
  'asset': (string);
  'max_fraction_digits': (number);
}
