
export interface NamedAmount {
  'name'?: (string);
  'amount'?: (string);
}

export interface NamedAmount__Output {
  'name': (string);
  'amount': (string);
}
