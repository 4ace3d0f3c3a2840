
export interface InvalidateResponse {
  'invalidated'?: (number);
}

export interface InvalidateResponse__Output {
  'invalidated': (number);
}
