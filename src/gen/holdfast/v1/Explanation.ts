
export interface Explanation {
  'vector_rank'?: (number);
  'cosine'?: (number | string);
  'keyword_rank'?: (number);
  'bm25'?: (number | string);
  'fused'?: (number | string);
  'recency'?: (number | string);
}

export interface Explanation__Output {
  'vector_rank': (number);
  'cosine': (number);
  'keyword_rank': (number);
  'bm25': (number);
  'fused': (number);
  'recency': (number);
}
