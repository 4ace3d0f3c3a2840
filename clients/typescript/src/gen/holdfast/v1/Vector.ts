
export interface Vector {
  'values'?: (number | string)[];
  'model'?: (string);
}

export interface Vector__Output {
  'values': (number)[];
  'model': (string);
}
