
export interface OperationHold {
  'account'?: (string);
  'asset'?: (string);
  'amount'?: (string);
}

export interface OperationHold__Output {
  'account': (string);
  'asset': (string);
  'amount': (string);
}
