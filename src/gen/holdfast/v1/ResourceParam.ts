
export interface ResourceParam {
  'name'?: (string);
  'value'?: (string);
}

export interface ResourceParam__Output {
  'name': (string);
  'value': (string);
}
