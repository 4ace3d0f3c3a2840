
export interface Bucket {
  'name'?: (string);
  'agent_id'?: (string);
  'capacity'?: (number);
  'refill_per_second'?: (number | string);
  'available'?: (number);
  'waiting'?: (number);
}

export interface Bucket__Output {
  'name': (string);
  'agent_id': (string);
  'capacity': (number);
  'refill_per_second': (number);
  'available': (number);
  'waiting': (number);
}
