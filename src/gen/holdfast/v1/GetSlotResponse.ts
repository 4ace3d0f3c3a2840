import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from '../../holdfast/v1/ReadHeader.js';
import type { Slot as _holdfast_v1_Slot, Slot__Output as _holdfast_v1_Slot__Output } from '../../holdfast/v1/Slot.js';

export interface GetSlotResponse {
  'header'?: (_holdfast_v1_ReadHeader | null);
  'slot'?: (_holdfast_v1_Slot | null);
}

export interface GetSlotResponse__Output {
  'header': (_holdfast_v1_ReadHeader__Output | null);
  'slot': (_holdfast_v1_Slot__Output | null);
}
