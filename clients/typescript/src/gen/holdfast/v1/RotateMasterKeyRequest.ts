
export interface RotateMasterKeyRequest {
}

export interface RotateMasterKeyRequest__Output {
}
