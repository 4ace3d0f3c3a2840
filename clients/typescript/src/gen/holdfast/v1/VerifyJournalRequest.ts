
export interface VerifyJournalRequest {
}

export interface VerifyJournalRequest__Output {
}
