
export interface ExportProofResponse {
  'chunk'?: (Buffer | Uint8Array | string);
}

export interface ExportProofResponse__Output {
  'chunk': (Buffer);
}
