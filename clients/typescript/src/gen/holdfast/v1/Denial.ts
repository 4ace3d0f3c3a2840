
export interface Denial {
  'rule'?: (string);
  'reason'?: (string);
  'message'?: (string);
}

export interface Denial__Output {
  'rule': (string);
  'reason': (string);
  'message': (string);
}
