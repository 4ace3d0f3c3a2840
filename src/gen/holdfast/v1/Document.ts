
export interface Document {
  'json'?: (string);
  'msgpack'?: (Buffer | Uint8Array | string);
  'encoding'?: "json"|"msgpack";
}

export interface Document__Output {
  'json'?: (string);
  'msgpack'?: (Buffer);
  'encoding'?: "json"|"msgpack";
}
