
export interface Provenance {
  'episode_id'?: (string);
  'operation_key'?: (string);
  'task_id'?: (string);
  'conversation_id'?: (string);
  'note'?: (string);
}

export interface Provenance__Output {
  'episode_id': (string);
  'operation_key': (string);
  'task_id': (string);
  'conversation_id': (string);
  'note': (string);
}
