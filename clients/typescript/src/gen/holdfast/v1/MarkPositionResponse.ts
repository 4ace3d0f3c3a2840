import type { WriteHeader as _holdfast_v1_WriteHeader, WriteHeader__Output as _holdfast_v1_WriteHeader__Output } from '../../holdfast/v1/WriteHeader.js';
import type { Position as _holdfast_v1_Position, Position__Output as _holdfast_v1_Position__Output } from '../../holdfast/v1/Position.js';

export interface MarkPositionResponse {
  'header'?: (_holdfast_v1_WriteHeader | null);
  'position'?: (_holdfast_v1_Position | null);
}

export interface MarkPositionResponse__Output {
  'header': (_holdfast_v1_WriteHeader__Output | null);
  'position': (_holdfast_v1_Position__Output | null);
}
