export const DocumentEncoding = {
  DOCUMENT_ENCODING_UNSPECIFIED: 'DOCUMENT_ENCODING_UNSPECIFIED',
  DOCUMENT_ENCODING_JSON: 'DOCUMENT_ENCODING_JSON',
  DOCUMENT_ENCODING_MSGPACK: 'DOCUMENT_ENCODING_MSGPACK',
} as const;

export type DocumentEncoding =
  | 'DOCUMENT_ENCODING_UNSPECIFIED'
  | 0
  | 'DOCUMENT_ENCODING_JSON'
  | 1
  | 'DOCUMENT_ENCODING_MSGPACK'
  | 2

export type DocumentEncoding__Output = typeof DocumentEncoding[keyof typeof DocumentEncoding]
