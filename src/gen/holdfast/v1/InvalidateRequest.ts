
export interface InvalidateRequest {
  'agent_id'?: (string);
  'upstream'?: (string);
  'resource'?: (string);
  'params'?: ({[key: string]: string});
}

export interface InvalidateRequest__Output {
  'agent_id': (string);
  'upstream': (string);
  'resource': (string);
  'params': ({[key: string]: string});
}
