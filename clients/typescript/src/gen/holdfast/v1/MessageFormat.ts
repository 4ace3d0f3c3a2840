export const MessageFormat = {
  MESSAGE_FORMAT_UNSPECIFIED: 'MESSAGE_FORMAT_UNSPECIFIED',
  MESSAGE_FORMAT_OPENAI: 'MESSAGE_FORMAT_OPENAI',
  MESSAGE_FORMAT_ANTHROPIC: 'MESSAGE_FORMAT_ANTHROPIC',
} as const;

export type MessageFormat =
  | 'MESSAGE_FORMAT_UNSPECIFIED'
  | 0
  | 'MESSAGE_FORMAT_OPENAI'
  | 1
  | 'MESSAGE_FORMAT_ANTHROPIC'
  | 2

export type MessageFormat__Output = typeof MessageFormat[keyof typeof MessageFormat]
