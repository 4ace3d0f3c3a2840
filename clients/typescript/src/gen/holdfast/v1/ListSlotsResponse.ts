import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from '../../holdfast/v1/ReadHeader.js';
import type { Slot as _holdfast_v1_Slot, Slot__Output as _holdfast_v1_Slot__Output } from '../../holdfast/v1/Slot.js';

export interface ListSlotsResponse {
  'header'?: (_holdfast_v1_ReadHeader | null);
  'slots'?: (_holdfast_v1_Slot)[];
  'next_page_token'?: (string);
}

export interface ListSlotsResponse__Output {
  'header': (_holdfast_v1_ReadHeader__Output | null);
  'slots': (_holdfast_v1_Slot__Output)[];
  'next_page_token': (string);
}
