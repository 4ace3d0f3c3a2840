
export interface OperationRisk {
  'market'?: (string);
  'side'?: (string);
  'quantity'?: (string);
  'price'?: (string);
  'asset'?: (string);
  'amount'?: (string);
  'reduce_only'?: (boolean);
}

export interface OperationRisk__Output {
  'market': (string);
  'side': (string);
  'quantity': (string);
  'price': (string);
  'asset': (string);
  'amount': (string);
  'reduce_only': (boolean);
}
