
export interface HoldSettlement {
  'hold_id'?: (string);
  'amount'?: (string);
  'to_account'?: (string);
}

export interface HoldSettlement__Output {
  'hold_id': (string);
  'amount': (string);
  'to_account': (string);
}
