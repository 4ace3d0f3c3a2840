
export interface PromptVariable {
  'name'?: (string);
  'value'?: (string);
}

export interface PromptVariable__Output {
  'name': (string);
  'value': (string);
}
