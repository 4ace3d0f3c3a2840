
export interface PingRequest {
  'payload'?: (Buffer | Uint8Array | string);
}

export interface PingRequest__Output {
  'payload': (Buffer);
}
