import type { Turn as _holdfast_v1_Turn, Turn__Output as _holdfast_v1_Turn__Output } from '../../holdfast/v1/Turn.js';

export interface TurnHit {
  'conversation_id'?: (string);
  'turn'?: (_holdfast_v1_Turn | null);
  'score'?: (number | string);
}

export interface TurnHit__Output {
  'conversation_id': (string);
  'turn': (_holdfast_v1_Turn__Output | null);
  'score': (number);
}
