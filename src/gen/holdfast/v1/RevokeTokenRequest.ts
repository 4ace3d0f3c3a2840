
export interface RevokeTokenRequest {
  'request_id'?: (string);
  'token_id'?: (string);
}

export interface RevokeTokenRequest__Output {
  'request_id': (string);
  'token_id': (string);
}
