/** Profile fields: a small map of values per agent, with exact counters. */
import { addAmounts, compareAmounts } from '../../codec/amount.js';
import { packDocument, unpackDocument } from '../../codec/msgpack.js';
import { DecimalValue, type DocValue, MIN_INT64, normalizeInteger } from '../../codec/value.js';
import { HoldfastError } from '../../errors.js';
import type { Db } from '../../store/db.js';
import type { Command, HandlersOf } from '../command.js';

export const MAX_FIELDS = 1024;
const MAX_INT64 = 2n ** 63n - 1n;

export interface SetFieldsArgs {
  /** Names and packed values, sorted by name. */
  readonly set: readonly { readonly name: string; readonly value: Uint8Array }[];
  /** Sorted. */
  readonly remove: readonly string[];
}

export interface IncrementFieldArgs {
  readonly name: string;
  readonly kind: 'decimal' | 'integer';
  /** A canonical amount, or an int64 in decimal digits. */
  readonly by: string;
  /** Canonical amounts. */
  readonly floor: string | null;
  readonly ceiling: string | null;
}

export interface FieldCommands {
  set_fields: Command<SetFieldsArgs, { readonly removed: number }>;
  increment_field: Command<IncrementFieldArgs, { readonly value: string }>;
}

export function fieldCommands(db: Db): HandlersOf<FieldCommands> {
  const find = db.prepare<[string, string], { value: Uint8Array }>(
    'SELECT value FROM state_fields WHERE agent_id = ? AND name = ?',
  );
  const count = db.prepare<[string], { fields: number }>(
    'SELECT count(*) AS fields FROM state_fields WHERE agent_id = ?',
  );
  const put = db.prepare<[string, string, number, Uint8Array]>(
    `INSERT INTO state_fields (agent_id, name, position, value) VALUES (?, ?, ?, ?)
     ON CONFLICT (agent_id, name) DO UPDATE SET position = excluded.position, value = excluded.value`,
  );
  const drop = db.prepare<[string, string]>('DELETE FROM state_fields WHERE agent_id = ? AND name = ?');

  const checkCount = (agent_id: string): void => {
    const fields = count.get(agent_id)?.fields ?? 0;
    if (fields <= MAX_FIELDS) return;
    throw new HoldfastError(
      'LIMIT_EXCEEDED',
      `at most ${MAX_FIELDS} fields an agent, this would make ${fields}`,
      {
        metadata: { limit: String(MAX_FIELDS), actual: String(fields) },
      },
    );
  };

  return {
    set_fields: (tx, { set, remove }) => {
      let removed = 0;
      for (const name of remove) {
        if (drop.run(tx.agent_id, name).changes === 0) continue;
        tx.emit('field.removed', name, { name }, 'journal');
        removed += 1;
      }
      for (const { name, value } of set) {
        const { position } = tx.emit('field.set', name, { name, value: unpackDocument(value) }, 'journal');
        put.run(tx.agent_id, name, position, value);
      }
      // Counted afterwards: what goes makes room for what comes, and a refusal undoes both.
      if (set.length > 0) checkCount(tx.agent_id);
      return { removed };
    },
    increment_field: (tx, args) => {
      const { name, by } = args;
      const row = find.get(tx.agent_id, name);
      const current = row === undefined ? '0' : numberIn(unpackDocument(row.value), args);
      const sum = add(current, args);
      checkBounds(current, sum, args);
      // Adding nothing to what is there changes nothing, and leaves no entry.
      if (row !== undefined && sum === current) return { value: sum };
      const number = (text: string): DocValue =>
        args.kind === 'decimal' ? new DecimalValue(text) : normalizeInteger(BigInt(text));
      const payload = { name, by: number(by), value: number(sum) };
      const { position } = tx.emit('field.incremented', name, payload, 'journal');
      put.run(tx.agent_id, name, position, packDocument(payload.value));
      if (row === undefined) checkCount(tx.agent_id);
      return { value: sum };
    },
  };
}

/** The number that a field holds, as text. @throws HoldfastError WRONG_STATE when it is of another kind. */
function numberIn(value: DocValue, { name, kind }: IncrementFieldArgs): string {
  if (kind === 'decimal' && value instanceof DecimalValue) return value.text;
  if (kind === 'integer') {
    if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
    if (typeof value === 'bigint' && value >= MIN_INT64 && value <= MAX_INT64) return String(value);
  }
  throw new HoldfastError('WRONG_STATE', `field ${name} holds no ${kind}`, { field: 'name' });
}

function add(current: string, { name, kind, by }: IncrementFieldArgs): string {
  if (kind === 'integer') {
    const sum = BigInt(current) + BigInt(by);
    if (sum < MIN_INT64) throw crossed(name, current, 'floor', String(MIN_INT64));
    if (sum > MAX_INT64) throw crossed(name, current, 'ceiling', String(MAX_INT64));
    return String(sum);
  }
  try {
    return addAmounts(current, by);
  } catch (error) {
    if (!(error instanceof HoldfastError) || error.reason !== 'LIMIT_EXCEEDED') throw error;
    const limit = '9'.repeat(38);
    throw by.startsWith('-')
      ? crossed(name, current, 'floor', `-${limit}`)
      : crossed(name, current, 'ceiling', limit);
  }
}

function checkBounds(current: string, sum: string, { name, floor, ceiling }: IncrementFieldArgs): void {
  if (floor !== null && compareAmounts(sum, floor) < 0) throw crossed(name, current, 'floor', floor);
  if (ceiling !== null && compareAmounts(sum, ceiling) > 0) throw crossed(name, current, 'ceiling', ceiling);
}

function crossed(name: string, current: string, bound: 'floor' | 'ceiling', limit: string): HoldfastError {
  return new HoldfastError('LIMIT_CROSSED', `field ${name}: the sum would pass the ${bound} ${limit}`, {
    field: bound,
    metadata: { current, [bound]: limit },
  });
}
