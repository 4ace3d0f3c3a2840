
export interface RebuildMirrorResponse {
}

export interface RebuildMirrorResponse__Output {
}
