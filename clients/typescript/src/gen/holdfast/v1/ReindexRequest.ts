
export interface ReindexRequest {
}

export interface ReindexRequest__Output {
}
