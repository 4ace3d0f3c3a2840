import type { SlotOutcome as _holdfast_v1_SlotOutcome, SlotOutcome__Output as _holdfast_v1_SlotOutcome__Output } from '../../holdfast/v1/SlotOutcome.js';

export interface SlotReport {
  'key'?: (string);
  'outcome'?: (_holdfast_v1_SlotOutcome);
  'tokens'?: (number);
  'wanted_tokens'?: (number);
  'priority'?: (number);
  'pinned'?: (boolean);
  'live'?: (boolean);
  'note'?: (string);
}

export interface SlotReport__Output {
  'key': (string);
  'outcome': (_holdfast_v1_SlotOutcome__Output);
  'tokens': (number);
  'wanted_tokens': (number);
  'priority': (number);
  'pinned': (boolean);
  'live': (boolean);
  'note': (string);
}
