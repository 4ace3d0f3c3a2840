/** Reads of counters. */
import type { Db } from '../../store/db.js';
import { type Page, takePage } from '../page.js';
import { noCounter } from './commands.js';
import type { CounterRow, CounterView } from './types.js';
import { counterAt, isThere } from './windows.js';

export interface LimitQueries {
  /** @throws HoldfastError NOT_FOUND. */
  counter(agent_id: string, name: string, clock_us: number): CounterView;
  /** By name, after a name. */
  counters(
    agent_id: string,
    filter: { readonly prefix: string; readonly after: string },
    clock_us: number,
    limit: number,
  ): Page<CounterView>;
}

const COLUMNS = 'name, position, value, window_us, began_us, gone_us';

export function limitQueries(db: Db): LimitQueries {
  const find = db.prepare<[string, string], CounterRow>(
    `SELECT ${COLUMNS} FROM counters WHERE agent_id = ? AND name = ?`,
  );
  const list = db.prepare<[string, string, string, number], CounterRow>(
    `SELECT ${COLUMNS} FROM counters
     WHERE agent_id = ? AND name >= ? AND name < ? AND (gone_us IS NULL OR gone_us > ?) ORDER BY name`,
  );
  const newest = db.prepare<[], number>('SELECT time_us FROM journal ORDER BY position DESC LIMIT 1').pluck();
  /** Never before the newest entry, as for commands: a clock that was set back shows what they would count on. */
  const nowAt = (clock_us: number): number => Math.max(clock_us, newest.get() ?? 0);

  function* views(rows: Iterable<CounterRow>, now_us: number): Generator<CounterView, void> {
    for (const row of rows) yield counterAt(row, now_us);
  }

  return {
    counter: (agent_id, name, clock_us) => {
      const now_us = nowAt(clock_us);
      const row = find.get(agent_id, name);
      if (row === undefined || !isThere(row, now_us)) throw noCounter(name);
      return counterAt(row, now_us);
    },
    counters: (agent_id, { prefix, after }, clock_us, limit) => {
      const now_us = nowAt(clock_us);
      // No character of a name sorts before '!' or after DEL. One lower bound, or SQLite may begin at the wrong one.
      const low = after < prefix ? prefix : `${after}!`;
      const rows = list.iterate(agent_id, low, `${prefix}\x7f`, now_us);
      return takePage(views(rows, now_us), limit, ({ name, value }) => name.length + value.length);
    },
  };
}
