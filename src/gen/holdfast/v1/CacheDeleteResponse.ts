
export interface CacheDeleteResponse {
  'deleted'?: (number);
}

export interface CacheDeleteResponse__Output {
  'deleted': (number);
}
