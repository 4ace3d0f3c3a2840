import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from '../../holdfast/v1/ReadHeader.js';
import type { Position as _holdfast_v1_Position, Position__Output as _holdfast_v1_Position__Output } from '../../holdfast/v1/Position.js';

export interface ListPositionsResponse {
  'header'?: (_holdfast_v1_ReadHeader | null);
  'positions'?: (_holdfast_v1_Position)[];
  'next_page_token'?: (string);
}

export interface ListPositionsResponse__Output {
  'header': (_holdfast_v1_ReadHeader__Output | null);
  'positions': (_holdfast_v1_Position__Output)[];
  'next_page_token': (string);
}
