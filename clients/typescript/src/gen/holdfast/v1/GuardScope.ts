
export interface GuardScope {
  'actions'?: (string)[];
  'operations'?: (string)[];
  'markets'?: (string)[];
}

export interface GuardScope__Output {
  'actions': (string)[];
  'operations': (string)[];
  'markets': (string)[];
}
