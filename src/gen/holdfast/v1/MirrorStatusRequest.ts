
export interface MirrorStatusRequest {
}

export interface MirrorStatusRequest__Output {
}
