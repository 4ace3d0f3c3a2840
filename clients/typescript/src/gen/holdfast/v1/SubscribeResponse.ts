import type { Signal as _holdfast_v1_Signal, Signal__Output as _holdfast_v1_Signal__Output } from '../../holdfast/v1/Signal.js';
import type { Long } from '@grpc/proto-loader';

export interface SubscribeResponse {
  'signal'?: (_holdfast_v1_Signal | null);
  'revision'?: (number | string | Long);
  'live'?: (boolean);
  'history'?: (string);
}

export interface SubscribeResponse__Output {
  'signal': (_holdfast_v1_Signal__Output | null);
  'revision': (string);
  'live': (boolean);
  'history': (string);
}
