
export interface PromptLabel {
  'label'?: (string);
  'version'?: (number);
}

export interface PromptLabel__Output {
  'label': (string);
  'version': (number);
}
