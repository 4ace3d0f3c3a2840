
export interface OrderBy {
  'field'?: (string);
  'descending'?: (boolean);
}

export interface OrderBy__Output {
  'field': (string);
  'descending': (boolean);
}
