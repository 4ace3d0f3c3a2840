import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from '../../holdfast/v1/ReadHeader.js';
import type { Guard as _holdfast_v1_Guard, Guard__Output as _holdfast_v1_Guard__Output } from '../../holdfast/v1/Guard.js';

export interface ListGuardsResponse {
  'header'?: (_holdfast_v1_ReadHeader | null);
  'guards'?: (_holdfast_v1_Guard)[];
  'next_page_token'?: (string);
}

export interface ListGuardsResponse__Output {
  'header': (_holdfast_v1_ReadHeader__Output | null);
  'guards': (_holdfast_v1_Guard__Output)[];
  'next_page_token': (string);
}
