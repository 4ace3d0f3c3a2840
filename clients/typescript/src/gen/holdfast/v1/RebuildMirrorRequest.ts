
export interface RebuildMirrorRequest {
}

export interface RebuildMirrorRequest__Output {
}
