import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from '../../holdfast/v1/ReadHeader.js';
import type { SlotReport as _holdfast_v1_SlotReport, SlotReport__Output as _holdfast_v1_SlotReport__Output } from '../../holdfast/v1/SlotReport.js';

export interface BuildContextResponse {
  'header'?: (_holdfast_v1_ReadHeader | null);
  'text'?: (string);
  'tokens'?: (number);
  'budget'?: (number);
  'percent_used'?: (number | string);
  'slots'?: (_holdfast_v1_SlotReport)[];
  'estimate'?: (boolean);
  'encoding'?: (string);
}

export interface BuildContextResponse__Output {
  'header': (_holdfast_v1_ReadHeader__Output | null);
  'text': (string);
  'tokens': (number);
  'budget': (number);
  'percent_used': (number);
  'slots': (_holdfast_v1_SlotReport__Output)[];
  'estimate': (boolean);
  'encoding': (string);
}
