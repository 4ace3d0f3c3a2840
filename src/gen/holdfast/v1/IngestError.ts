
export interface IngestError {
  'code'?: (number);
  'reason'?: (string);
  'message'?: (string);
  'field'?: (string);
  'metadata'?: ({[key: string]: string});
}

export interface IngestError__Output {
  'code': (number);
  'reason': (string);
  'message': (string);
  'field': (string);
  'metadata': ({[key: string]: string});
}
