
export interface CacheStatsRequest {
}

export interface CacheStatsRequest__Output {
}
