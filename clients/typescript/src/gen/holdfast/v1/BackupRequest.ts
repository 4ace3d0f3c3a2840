
export interface BackupRequest {
  'name'?: (string);
}

export interface BackupRequest__Output {
  'name': (string);
}
