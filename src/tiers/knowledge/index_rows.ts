/** Writes the index and unique rows of records. */
import type { DocObject } from '../../codec/value.js';
import { HoldfastError } from '../../errors.js';
import type { Db, Statement } from '../../store/db.js';
import { memberOf, type OrderedField, type Schema, type UniqueKey } from './declaration.js';
import { encodeValue, indexBytes } from './encoding.js';
import { recordId } from './rows.js';

export class IndexRows {
  readonly #addIndex: Statement<[number, number, Uint8Array, number]>;
  readonly #dropIndex: Statement<[number, number, Uint8Array, number]>;
  readonly #addUnique: Statement<[number, number, Uint8Array, number]>;
  readonly #dropUnique: Statement<[number, number, Uint8Array]>;
  readonly #unique: Statement<[number, number, Uint8Array], { record: number }>;
  readonly #dropField: Statement<[number, number]>;
  readonly #dropKey: Statement<[number, number]>;

  constructor(db: Db) {
    this.#addIndex = db.prepare(
      'INSERT INTO knowledge_index (collection_id, field_no, value, record) VALUES (?, ?, ?, ?)',
    );
    this.#dropIndex = db.prepare(
      'DELETE FROM knowledge_index WHERE collection_id = ? AND field_no = ? AND value = ? AND record = ?',
    );
    this.#addUnique = db.prepare(
      'INSERT INTO knowledge_unique (collection_id, key_no, value, record) VALUES (?, ?, ?, ?)',
    );
    this.#dropUnique = db.prepare(
      'DELETE FROM knowledge_unique WHERE collection_id = ? AND key_no = ? AND value = ?',
    );
    this.#unique = db.prepare(
      'SELECT record FROM knowledge_unique WHERE collection_id = ? AND key_no = ? AND value = ?',
    );
    this.#dropField = db.prepare('DELETE FROM knowledge_index WHERE collection_id = ? AND field_no = ?');
    this.#dropKey = db.prepare('DELETE FROM knowledge_unique WHERE collection_id = ? AND key_no = ?');
  }

  /**
   * Brings the rows of a record from one value to another; undefined = it is not there.
   * @throws HoldfastError ALREADY_EXISTS when another record has its values in a unique key.
   */
  change(
    collection_id: number,
    schema: Schema,
    record: number,
    before: DocObject | undefined,
    after: DocObject | undefined,
  ): void {
    for (const key of schema.unique_keys) {
      const old_bytes = before && schema.keyBytes(key, before);
      const new_bytes = after && schema.keyBytes(key, after);
      if (same(old_bytes, new_bytes)) continue;
      if (new_bytes !== undefined) this.#requireFree(collection_id, key, record, new_bytes);
      if (old_bytes !== undefined) this.#dropUnique.run(collection_id, key.no, old_bytes);
      if (new_bytes !== undefined) this.#addUnique.run(collection_id, key.no, new_bytes, record);
    }
    for (const field of schema.indexed) {
      const old_bytes = before && fieldBytes(field, before);
      const new_bytes = after && fieldBytes(field, after);
      if (same(old_bytes, new_bytes)) continue;
      if (old_bytes !== undefined) this.#dropIndex.run(collection_id, field.no, old_bytes, record);
      if (new_bytes !== undefined) this.#addIndex.run(collection_id, field.no, new_bytes, record);
    }
  }

  dropField(collection_id: number, field_no: number): void {
    this.#dropField.run(collection_id, field_no);
  }

  dropKey(collection_id: number, key_no: number): void {
    this.#dropKey.run(collection_id, key_no);
  }

  #requireFree(collection_id: number, key: UniqueKey, record: number, bytes: Uint8Array): void {
    const other = this.#unique.get(collection_id, key.no, bytes)?.record;
    if (other === undefined || other === record) return;
    const names = key.fields.join(',');
    throw new HoldfastError('ALREADY_EXISTS', `${recordId(other)} has the same values in ${names}`, {
      field: 'value',
      metadata: { key: names, record_id: recordId(other) },
    });
  }
}

/** What the index row of a record holds. */
export function fieldBytes(field: OrderedField, record: DocObject): Uint8Array {
  return indexBytes(encodeValue(field.type, memberOf(record, field.name)));
}

function same(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return Buffer.compare(a, b) === 0;
}
