import type { Long } from '@grpc/proto-loader';

export interface CacheStatsResponse {
  'entries'?: (number | string | Long);
  'size_bytes'?: (number | string | Long);
  'limit_bytes'?: (number | string | Long);
  'hits'?: (number | string | Long);
  'misses'?: (number | string | Long);
  'expired'?: (number | string | Long);
  'evicted'?: (number | string | Long);
}

export interface CacheStatsResponse__Output {
  'entries': (string);
  'size_bytes': (string);
  'limit_bytes': (string);
  'hits': (string);
  'misses': (string);
  'expired': (string);
  'evicted': (string);
}
