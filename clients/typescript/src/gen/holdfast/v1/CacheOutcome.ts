export const CacheOutcome = {
  CACHE_OUTCOME_UNSPECIFIED: 'CACHE_OUTCOME_UNSPECIFIED',
  CACHE_OUTCOME_HIT: 'CACHE_OUTCOME_HIT',
  CACHE_OUTCOME_MISS: 'CACHE_OUTCOME_MISS',
} as const;

export type CacheOutcome =
  | 'CACHE_OUTCOME_UNSPECIFIED'
  | 0
  | 'CACHE_OUTCOME_HIT'
  | 1
  | 'CACHE_OUTCOME_MISS'
  | 2

export type CacheOutcome__Output = typeof CacheOutcome[keyof typeof CacheOutcome]
