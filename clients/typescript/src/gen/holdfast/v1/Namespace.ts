
export interface Namespace {
  'name'?: (string);
  'owner'?: (string);
  'readers'?: (string)[];
  'writers'?: (string)[];
}

export interface Namespace__Output {
  'name': (string);
  'owner': (string);
  'readers': (string)[];
  'writers': (string)[];
}
