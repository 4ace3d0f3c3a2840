export const RecallMode = {
  RECALL_MODE_UNSPECIFIED: 'RECALL_MODE_UNSPECIFIED',
  RECALL_MODE_HYBRID: 'RECALL_MODE_HYBRID',
  RECALL_MODE_VECTOR: 'RECALL_MODE_VECTOR',
  RECALL_MODE_KEYWORD: 'RECALL_MODE_KEYWORD',
} as const;

export type RecallMode =
  | 'RECALL_MODE_UNSPECIFIED'
  | 0
  | 'RECALL_MODE_HYBRID'
  | 1
  | 'RECALL_MODE_VECTOR'
  | 2
  | 'RECALL_MODE_KEYWORD'
  | 3

export type RecallMode__Output = typeof RecallMode[keyof typeof RecallMode]
