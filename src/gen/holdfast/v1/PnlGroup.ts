export const PnlGroup = {
  PNL_GROUP_UNSPECIFIED: 'PNL_GROUP_UNSPECIFIED',
  PNL_GROUP_AGENT: 'PNL_GROUP_AGENT',
  PNL_GROUP_MARKET: 'PNL_GROUP_MARKET',
  PNL_GROUP_DAY: 'PNL_GROUP_DAY',
} as const;

export type PnlGroup =
  | 'PNL_GROUP_UNSPECIFIED'
  | 0
  | 'PNL_GROUP_AGENT'
  | 1
  | 'PNL_GROUP_MARKET'
  | 2
  | 'PNL_GROUP_DAY'
  | 3

export type PnlGroup__Output = typeof PnlGroup[keyof typeof PnlGroup]
