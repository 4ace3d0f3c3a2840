import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from '../../holdfast/v1/ReadHeader.js';
import type { Position as _holdfast_v1_Position, Position__Output as _holdfast_v1_Position__Output } from '../../holdfast/v1/Position.js';

export interface GetPositionResponse {
  'header'?: (_holdfast_v1_ReadHeader | null);
  'position'?: (_holdfast_v1_Position | null);
}

export interface GetPositionResponse__Output {
  'header': (_holdfast_v1_ReadHeader__Output | null);
  'position': (_holdfast_v1_Position__Output | null);
}
