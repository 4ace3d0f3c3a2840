import type { AggregateFunction as _holdfast_v1_AggregateFunction, AggregateFunction__Output as _holdfast_v1_AggregateFunction__Output } from '../../holdfast/v1/AggregateFunction.js';

export interface Aggregate {
  'function'?: (_holdfast_v1_AggregateFunction);
  'field'?: (string);
}

export interface Aggregate__Output {
  'function': (_holdfast_v1_AggregateFunction__Output);
  'field': (string);
}
