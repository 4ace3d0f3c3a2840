
export interface CountTokensResponse {
  'tokens'?: (number);
  'estimate'?: (boolean);
  'encoding'?: (string);
}

export interface CountTokensResponse__Output {
  'tokens': (number);
  'estimate': (boolean);
  'encoding': (string);
}
