/** The registry of queries: pure reads, by tier, prepared on a read-only connection. */
import type { Db } from '../store/db.js';
import { type LedgerQueries, ledgerQueries } from './ledger/queries.js';
import { type StateQueries, stateQueries } from './state/queries.js';

export interface Queries {
  readonly state: StateQueries;
  readonly ledger: LedgerQueries;
}

export function queryHandlers(db: Db): Queries {
  return { state: stateQueries(db), ledger: ledgerQueries(db) };
}
