export const OnCrash = {
  ON_CRASH_UNSPECIFIED: 'ON_CRASH_UNSPECIFIED',
  ON_CRASH_UNKNOWN: 'ON_CRASH_UNKNOWN',
  ON_CRASH_RETRY: 'ON_CRASH_RETRY',
} as const;

export type OnCrash =
  | 'ON_CRASH_UNSPECIFIED'
  | 0
  | 'ON_CRASH_UNKNOWN'
  | 1
  | 'ON_CRASH_RETRY'
  | 2

export type OnCrash__Output = typeof OnCrash[keyof typeof OnCrash]
