/**
 * What operations that are IN_FLIGHT or UNKNOWN would do to positions. A row stands from the begin of the operation to its
 * outcome, and goes before what that outcome commits is judged, so that nothing counts twice.
 */
import { sumAmounts } from '../../codec/amount.js';
import type { Db } from '../../store/db.js';
import type { Side } from './types.js';

/** Sums of what is in flight on a market, each '0' when nothing is. */
export interface InFlight {
  readonly buys: string;
  readonly sells: string;
}

export interface Exposures {
  put(agent_id: string, operation_key: string, market: string, side: Side, quantity: string): void;
  remove(agent_id: string, operation_key: string): void;
}

/** @returns what is in flight on a market, one operation left out ('' = none). */
export function exposureReads(db: Db): (agent_id: string, market: string, except_key: string) => InFlight {
  const rows = db.prepare<[string, string, string], { readonly side: Side; readonly quantity: string }>(
    `SELECT side, quantity FROM guard_exposures INDEXED BY guard_exposures_by_market
     WHERE agent_id = ? AND market = ? AND operation_key <> ?`,
  );
  return (agent_id, market, except_key) => {
    const found = rows.all(agent_id, market, except_key);
    const sumOf = (side: Side) =>
      sumAmounts(found.filter((row) => row.side === side).map(({ quantity }) => quantity));
    return { buys: sumOf('BUY'), sells: sumOf('SELL') };
  };
}

export function exposures(db: Db): Exposures {
  const put = db.prepare<[string, string, string, string, string]>(
    `INSERT INTO guard_exposures (agent_id, operation_key, market, side, quantity) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (agent_id, operation_key) DO UPDATE SET market = excluded.market, side = excluded.side,
       quantity = excluded.quantity`,
  );
  const remove = db.prepare<[string, string]>(
    'DELETE FROM guard_exposures WHERE agent_id = ? AND operation_key = ?',
  );
  return {
    put: (agent_id, operation_key, market, side, quantity) =>
      void put.run(agent_id, operation_key, market, side, quantity),
    remove: (agent_id, operation_key) => void remove.run(agent_id, operation_key),
  };
}
