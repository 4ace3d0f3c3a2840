
export interface ListBucketsRequest {
  'prefix'?: (string);
  'page_size'?: (number);
  'page_token'?: (string);
}

export interface ListBucketsRequest__Output {
  'prefix': (string);
  'page_size': (number);
  'page_token': (string);
}
