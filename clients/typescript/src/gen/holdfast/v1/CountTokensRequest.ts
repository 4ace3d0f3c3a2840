
export interface CountTokensRequest {
  'text'?: (string);
  'model'?: (string);
}

export interface CountTokensRequest__Output {
  'text': (string);
  'model': (string);
}
