import type { Bucket as _holdfast_v1_Bucket, Bucket__Output as _holdfast_v1_Bucket__Output } from '../../holdfast/v1/Bucket.js';

export interface ListBucketsResponse {
  'buckets'?: (_holdfast_v1_Bucket)[];
  'next_page_token'?: (string);
}

export interface ListBucketsResponse__Output {
  'buckets': (_holdfast_v1_Bucket__Output)[];
  'next_page_token': (string);
}
