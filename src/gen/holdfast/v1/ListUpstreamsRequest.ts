
export interface ListUpstreamsRequest {
}

export interface ListUpstreamsRequest__Output {
}
