/** Commands of the limits tier: counters. Token buckets are volatile and live elsewhere. */
import { addAmounts, compareAmounts } from '../../codec/amount.js';
import { HoldfastError } from '../../errors.js';
import type { Db } from '../../store/db.js';
import { attribution, type HandlersOf, type Tx } from '../command.js';
import type { AddToCounterArgs, CounterRow, LimitCommands } from './types.js';
import { counterAt, goneAfter, isThere, windowAt } from './windows.js';

/** Per agent, those that are gone not counted. */
export const MAX_COUNTERS = 10_000;
const MAX_SWEPT = 1000;

export function limitCommands(db: Db): HandlersOf<LimitCommands> {
  const find = db.prepare<[string, string], CounterRow>(
    'SELECT name, position, value, window_us, began_us, gone_us FROM counters WHERE agent_id = ? AND name = ?',
  );
  const count = db
    .prepare<[string, number], number>(
      'SELECT count(*) FROM counters WHERE agent_id = ? AND (gone_us IS NULL OR gone_us > ?)',
    )
    .pluck();
  const put = db.prepare<[string, string, number, string, number | null, number | null, number | null]>(
    `INSERT OR REPLACE INTO counters (agent_id, name, position, value, window_us, began_us, gone_us)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );

  const present = (tx: Tx, name: string): CounterRow | undefined => {
    const row = find.get(tx.agent_id, name);
    return row !== undefined && isThere(row, tx.now_us) ? row : undefined;
  };
  const store = (
    tx: Tx,
    { name, position, value, window_us, began_us }: Omit<CounterRow, 'gone_us'>,
  ): void => {
    const gone_us = window_us === null || began_us === null ? null : goneAfter(began_us, window_us);
    put.run(tx.agent_id, name, position, value, window_us, began_us, gone_us);
  };

  return {
    add_to_counter: (tx, args) => {
      const { name, delta, window_us } = args;
      const row = present(tx, name);
      if (row === undefined && (count.get(tx.agent_id, tx.now_us) ?? 0) >= MAX_COUNTERS) throw tooMany();
      if (row !== undefined && row.window_us !== window_us) throw otherWindow(row);
      const began_us = window_us === null ? null : windowAt(tx.now_us, window_us);
      const value = add(row === undefined ? '0' : counterAt(row, tx.now_us).value, delta);
      checkLimits(value, args, began_us);
      const { position } = tx.emit('limit.counted', name, { delta, value, window_us, began_us }, 'journal');
      const changed = { name, position, value, window_us, began_us };
      store(tx, changed);
      return { counter: counterAt({ ...changed, gone_us: null }, tx.now_us) };
    },

    reset_counter: (tx, { name }) => {
      const row = present(tx, name);
      if (row === undefined) throw noCounter(name);
      const counter = counterAt(row, tx.now_us);
      // Setting zero to zero changes nothing, and leaves no entry.
      if (counter.value === '0') return { counter };
      const { value, window_us, began_us } = counter;
      const payload = { previous: value, value: '0', window_us, began_us, ...attribution(tx) };
      const { position } = tx.emit('limit.counter_reset', name, payload, 'journal');
      store(tx, { name, position, value: '0', window_us, began_us });
      return { counter };
    },
  };
}

/**
 * Drops counters that are gone already; returns how many. No journal entries, because no answer changes: it goes by the
 * time of the newest entry, which no later command is before. A clock that was ahead for a while has swept nothing.
 */
export function counterSweeper(db: Db): (tx: Tx) => number {
  const newest = db.prepare<[], number>('SELECT time_us FROM journal ORDER BY position DESC LIMIT 1').pluck();
  const drop = db.prepare<[number]>(
    `DELETE FROM counters WHERE (agent_id, name) IN
       (SELECT agent_id, name FROM counters WHERE gone_us <= ? ORDER BY gone_us LIMIT ${MAX_SWEPT})`,
  );
  return () => drop.run(newest.get() ?? 0).changes;
}

/** @throws HoldfastError INVALID_AMOUNT for a sum that no amount can hold. */
function add(value: string, delta: string): string {
  try {
    return addAmounts(value, delta);
  } catch (error) {
    if (!(error instanceof HoldfastError) || error.reason !== 'LIMIT_EXCEEDED') throw error;
    throw new HoldfastError('INVALID_AMOUNT', `delta: ${error.message}`, {
      ...error.details,
      field: 'delta',
    });
  }
}

/** @throws HoldfastError LIMIT_CROSSED. */
function checkLimits(
  sum: string,
  { name, floor, ceiling, window_us }: AddToCounterArgs,
  began_us: number | null,
) {
  const crossed = (field: string, limit: string, side: string): HoldfastError =>
    new HoldfastError('LIMIT_CROSSED', `counter ${name} would be ${sum}, ${side} the ${field} ${limit}`, {
      field,
      metadata: {
        limit,
        actual: sum,
        ...(window_us !== null &&
          began_us !== null && { reset_at: new Date((began_us + window_us) / 1000).toISOString() }),
      },
    });
  if (floor !== null && compareAmounts(sum, floor) < 0) throw crossed('floor', floor, 'below');
  if (ceiling !== null && compareAmounts(sum, ceiling) > 0) throw crossed('ceiling', ceiling, 'above');
}

function otherWindow({ name, window_us }: CounterRow): HoldfastError {
  const actual = window_us === null ? 'none' : `${window_us / 1_000_000}s`;
  return new HoldfastError('WRONG_STATE', `counter ${name} has another window: ${actual}`, {
    field: 'window',
    metadata: { actual },
  });
}

function tooMany(): HoldfastError {
  return new HoldfastError('TOO_MANY', `the agent has ${MAX_COUNTERS} counters already`, {
    field: 'name',
    metadata: { limit: String(MAX_COUNTERS) },
  });
}

export function noCounter(name: string): HoldfastError {
  return new HoldfastError('NOT_FOUND', `no counter ${name}`, { field: 'name' });
}
