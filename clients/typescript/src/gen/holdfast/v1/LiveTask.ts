
export interface LiveTask {
  'task_id'?: (string);
}

export interface LiveTask__Output {
  'task_id': (string);
}
