
export interface Posting {
  'account'?: (string);
  'asset'?: (string);
  'amount'?: (string);
}

export interface Posting__Output {
  'account': (string);
  'asset': (string);
  'amount': (string);
}
