
export interface UniqueKey {
  'fields'?: (string)[];
}

export interface UniqueKey__Output {
  'fields': (string)[];
}
