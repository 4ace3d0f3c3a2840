/**
 * What operations that are IN_FLIGHT or UNKNOWN would do to positions. A row stands from the begin of the operation to its
 * outcome, and goes before what that outcome commits is judged, so that nothing counts twice.
 *
 * Invariant: a market's row in guard_in_flight is the sum of its rows in guard_exposures; a market without one is summed
 * when it is asked for.
 */
import { addAmounts, subtractAmounts, sumText } from '../../codec/amount.js';
import type { Finding } from '../../journal/verify.js';
import type { Db } from '../../store/db.js';
import { soundly } from '../standing.js';
import type { Side } from './types.js';

/** Sums of what is in flight on a market, each '0' when nothing is. */
export interface InFlight {
  readonly buys: string;
  readonly sells: string;
}

export interface Exposures {
  /** What an operation has in flight; undefined when it told nothing, or has its outcome. */
  of(agent_id: string, operation_key: string): Exposure | undefined;
  put(agent_id: string, operation_key: string, market: string, side: Side, quantity: string): void;
  remove(agent_id: string, operation_key: string): void;
}

export interface Exposure {
  readonly market: string;
  readonly side: Side;
  readonly quantity: string;
}

const NOTHING: InFlight = { buys: '0', sells: '0' };

/** @returns what is in flight on a market, one operation left out ('' = none). */
export function exposureReads(db: Db): (agent_id: string, market: string, except_key: string) => InFlight {
  const sums = inFlightSums(db);
  const find = exposureFinder(db);
  return (agent_id, market, except_key) => {
    const all = sums(agent_id, market);
    const own = except_key === '' ? undefined : find.get(agent_id, except_key);
    return own?.market === market ? changed(all, own, subtractAmounts) : all;
  };
}

export function exposures(db: Db): Exposures {
  const sums = inFlightSums(db);
  const find = exposureFinder(db);
  const insert = db.prepare<[string, string, string, string, string]>(
    'INSERT INTO guard_exposures (agent_id, operation_key, market, side, quantity) VALUES (?, ?, ?, ?, ?)',
  );
  const remove = db.prepare<[string, string]>(
    'DELETE FROM guard_exposures WHERE agent_id = ? AND operation_key = ?',
  );
  const put_sums = db.prepare<[string, string, string, string]>(
    'INSERT OR REPLACE INTO guard_in_flight (agent_id, market, buys, sells) VALUES (?, ?, ?, ?)',
  );
  const remove_sums = db.prepare<[string, string]>(
    'DELETE FROM guard_in_flight WHERE agent_id = ? AND market = ?',
  );
  /** Before the exposure itself is written or removed: a market without sums is summed from what is there. */
  const change = (agent_id: string, exposure: Exposure, by: typeof addAmounts): void => {
    const { market } = exposure;
    const { buys, sells } = changed(sums(agent_id, market), exposure, by);
    if (buys === '0' && sells === '0') remove_sums.run(agent_id, market);
    else put_sums.run(agent_id, market, buys, sells);
  };
  const forget = (agent_id: string, operation_key: string): void => {
    const present = find.get(agent_id, operation_key);
    if (present === undefined) return;
    change(agent_id, present, subtractAmounts);
    remove.run(agent_id, operation_key);
  };
  return {
    of: (agent_id, operation_key) => find.get(agent_id, operation_key),
    put: (agent_id, operation_key, market, side, quantity) => {
      forget(agent_id, operation_key);
      change(agent_id, { market, side, quantity }, addAmounts);
      insert.run(agent_id, operation_key, market, side, quantity);
    },
    remove: forget,
  };
}

/** The sums of each market are what its exposures make. */
export function brokenSums(db: Db, limit: number): Finding[] {
  const sumUp = exposureSums(db);
  const rows = db.prepare<[], InFlight & { readonly agent_id: string; readonly market: string }>(
    'SELECT agent_id, market, buys, sells FROM guard_in_flight',
  );
  const findings: Finding[] = [];
  for (const { agent_id, market, buys, sells } of rows.iterate()) {
    const problem = soundly(() => {
      const actual = sumUp(agent_id, market);
      const is_same = actual.buys === buys && actual.sells === sells;
      return is_same ? '' : `its operations make ${actual.buys} and ${actual.sells}`;
    });
    if (problem === '') continue;
    const message = `${agent_id} is said to have ${buys} to buy and ${sells} to sell in flight on ${market}, but ${problem}`;
    findings.push({ kind: 'guard.in_flight', revision: 0, message });
    if (findings.length === limit) break;
  }
  return findings;
}

function exposureFinder(db: Db) {
  return db.prepare<[string, string], Exposure>(
    'SELECT market, side, quantity FROM guard_exposures WHERE agent_id = ? AND operation_key = ?',
  );
}

function inFlightSums(db: Db): (agent_id: string, market: string) => InFlight {
  const find = db.prepare<[string, string], InFlight>(
    'SELECT buys, sells FROM guard_in_flight WHERE agent_id = ? AND market = ?',
  );
  const sumUp = exposureSums(db);
  return (agent_id, market) => find.get(agent_id, market) ?? sumUp(agent_id, market);
}

function exposureSums(db: Db): (agent_id: string, market: string) => InFlight {
  const select = db.prepare<[string, string], Pick<Exposure, 'side' | 'quantity'>>(
    `SELECT side, quantity FROM guard_exposures INDEXED BY guard_exposures_by_market
     WHERE agent_id = ? AND market = ?`,
  );
  return (agent_id, market) => {
    const found = select.all(agent_id, market);
    if (found.length === 0) return NOTHING;
    const sumOf = (side: Side) =>
      sumText(found.filter((row) => row.side === side).map(({ quantity }) => quantity));
    return { buys: sumOf('BUY'), sells: sumOf('SELL') };
  };
}

function changed(
  { buys, sells }: InFlight,
  { side, quantity }: Exposure,
  by: (a: string, b: string) => string,
): InFlight {
  return side === 'BUY' ? { buys: by(buys, quantity), sells } : { buys, sells: by(sells, quantity) };
}
