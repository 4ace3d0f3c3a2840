import type { WriteHeader as _holdfast_v1_WriteHeader, WriteHeader__Output as _holdfast_v1_WriteHeader__Output } from '../../holdfast/v1/WriteHeader.js';
import type { Consumer as _holdfast_v1_Consumer, Consumer__Output as _holdfast_v1_Consumer__Output } from '../../holdfast/v1/Consumer.js';

export interface PutConsumerResponse {
  'header'?: (_holdfast_v1_WriteHeader | null);
  'consumer'?: (_holdfast_v1_Consumer | null);
  'created'?: (boolean);
}

export interface PutConsumerResponse__Output {
  'header': (_holdfast_v1_WriteHeader__Output | null);
  'consumer': (_holdfast_v1_Consumer__Output | null);
  'created': (boolean);
}
