
export interface GetCredentialRequest {
  'agent_id'?: (string);
  'name'?: (string);
  'purpose'?: (string);
}

export interface GetCredentialRequest__Output {
  'agent_id': (string);
  'name': (string);
  'purpose': (string);
}
