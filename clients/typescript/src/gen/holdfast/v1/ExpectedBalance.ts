
export interface ExpectedBalance {
  'account'?: (string);
  'asset'?: (string);
  'posted'?: (string);
}

export interface ExpectedBalance__Output {
  'account': (string);
  'asset': (string);
  'posted': (string);
}
