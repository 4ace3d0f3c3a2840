export const GuardMode = {
  GUARD_MODE_UNSPECIFIED: 'GUARD_MODE_UNSPECIFIED',
  GUARD_MODE_ENFORCE: 'GUARD_MODE_ENFORCE',
  GUARD_MODE_WARN: 'GUARD_MODE_WARN',
  GUARD_MODE_SHADOW: 'GUARD_MODE_SHADOW',
} as const;

export type GuardMode =
  | 'GUARD_MODE_UNSPECIFIED'
  | 0
  | 'GUARD_MODE_ENFORCE'
  | 1
  | 'GUARD_MODE_WARN'
  | 2
  | 'GUARD_MODE_SHADOW'
  | 3

export type GuardMode__Output = typeof GuardMode[keyof typeof GuardMode]
