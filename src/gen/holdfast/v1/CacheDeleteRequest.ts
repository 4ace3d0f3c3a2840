
export interface CacheDeleteRequest {
  'agent_id'?: (string);
  'key'?: (string);
}

export interface CacheDeleteRequest__Output {
  'agent_id': (string);
  'key': (string);
}
