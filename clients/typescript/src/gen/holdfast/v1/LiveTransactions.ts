
export interface LiveTransactions {
  'limit'?: (number);
  'account'?: (string);
}

export interface LiveTransactions__Output {
  'limit': (number);
  'account': (string);
}
