
export interface ReconciledBalance {
  'account'?: (string);
  'asset'?: (string);
  'running'?: (string);
  'recomputed'?: (string);
  'running_held'?: (string);
  'recomputed_held'?: (string);
  'expected'?: (string);
  'difference'?: (string);
  'matches'?: (boolean);
  '_expected'?: "expected";
  '_difference'?: "difference";
}

export interface ReconciledBalance__Output {
  'account': (string);
  'asset': (string);
  'running': (string);
  'recomputed': (string);
  'running_held': (string);
  'recomputed_held': (string);
  'expected'?: (string);
  'difference'?: (string);
  'matches': (boolean);
  '_expected'?: "expected";
  '_difference'?: "difference";
}
