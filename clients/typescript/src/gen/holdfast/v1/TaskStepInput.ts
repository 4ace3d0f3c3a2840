
export interface TaskStepInput {
  'step'?: (string);
  'description'?: (string);
  'requires_approval'?: (boolean);
}

export interface TaskStepInput__Output {
  'step': (string);
  'description': (string);
  'requires_approval': (boolean);
}
