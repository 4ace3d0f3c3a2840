
export interface StoredMemory {
  'memory_id'?: (string);
  'duplicate'?: (boolean);
  'vector_pending'?: (boolean);
}

export interface StoredMemory__Output {
  'memory_id': (string);
  'duplicate': (boolean);
  'vector_pending': (boolean);
}
