import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from '../../holdfast/v1/ReadHeader.js';
import type { TurnHit as _holdfast_v1_TurnHit, TurnHit__Output as _holdfast_v1_TurnHit__Output } from '../../holdfast/v1/TurnHit.js';

export interface SearchTurnsResponse {
  'header'?: (_holdfast_v1_ReadHeader | null);
  'hits'?: (_holdfast_v1_TurnHit)[];
}

export interface SearchTurnsResponse__Output {
  'header': (_holdfast_v1_ReadHeader__Output | null);
  'hits': (_holdfast_v1_TurnHit__Output)[];
}
