
export interface VerifyRequest {
  'skip_integrity_check'?: (boolean);
}

export interface VerifyRequest__Output {
  'skip_integrity_check': (boolean);
}
