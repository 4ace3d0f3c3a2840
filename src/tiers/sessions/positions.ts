/** The positions of open sessions, on the writing connection. */
import { HoldfastError } from '../../errors.js';
import type { Db } from '../../store/db.js';
import type { PositionRow } from './rows.js';
import { MAX_POSITIONS } from './types.js';

export interface Positions {
  find(agent_id: string, market: string): PositionRow | undefined;
  /** By market. */
  all(agent_id: string): PositionRow[];
  /**
   * @param is_new there is none of this market yet.
   * @throws HoldfastError TOO_MANY when the market is one more than a session may have.
   */
  put(row: PositionRow, is_new: boolean): void;
  remove(agent_id: string, market: string): void;
  removeAll(agent_id: string): void;
}

export function sessionPositions(db: Db): Positions {
  const find = db
    .prepare<[string, string], [string, string, string, number, number, number]>(
      `SELECT quantity, cost, mark_price, opened_us, updated_us, changed_position
       FROM session_positions WHERE agent_id = ? AND market = ?`,
    )
    .raw();
  const all = db.prepare<[string], PositionRow>(
    'SELECT * FROM session_positions WHERE agent_id = ? ORDER BY market',
  );
  const count = db
    .prepare<[string], number>('SELECT count(*) FROM session_positions WHERE agent_id = ?')
    .pluck();
  const put = db.prepare<unknown[]>(
    `INSERT INTO session_positions (agent_id, market, quantity, cost, mark_price, opened_us, updated_us, changed_position)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (agent_id, market) DO UPDATE SET quantity = excluded.quantity, cost = excluded.cost,
       mark_price = excluded.mark_price, opened_us = excluded.opened_us, updated_us = excluded.updated_us,
       changed_position = excluded.changed_position`,
  );
  const remove = db.prepare<[string, string]>(
    'DELETE FROM session_positions WHERE agent_id = ? AND market = ?',
  );
  const removeAll = db.prepare<[string]>('DELETE FROM session_positions WHERE agent_id = ?');
  return {
    find: (agent_id, market) => {
      const values = find.get(agent_id, market);
      if (values === undefined) return undefined;
      const [quantity, cost, mark_price, opened_us, updated_us, changed_position] = values;
      return { agent_id, market, quantity, cost, mark_price, opened_us, updated_us, changed_position };
    },
    all: (agent_id) => all.all(agent_id),
    put: (row, is_new) => {
      if (is_new && (count.get(row.agent_id) ?? 0) >= MAX_POSITIONS) throw tooMany();
      const { agent_id, market, quantity, cost, mark_price, opened_us, updated_us, changed_position } = row;
      put.run(agent_id, market, quantity, cost, mark_price, opened_us, updated_us, changed_position);
    },
    remove: (agent_id, market) => remove.run(agent_id, market),
    removeAll: (agent_id) => removeAll.run(agent_id),
  };
}

function tooMany(): HoldfastError {
  return new HoldfastError('TOO_MANY', `market: a session has at most ${MAX_POSITIONS} positions`, {
    field: 'market',
    metadata: { limit: String(MAX_POSITIONS) },
  });
}
