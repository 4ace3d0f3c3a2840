/** The registry of queries: pure reads, by tier, prepared on a read-only connection. */
import type { Db } from '../store/db.js';
import { type EpisodicQueries, episodicQueries } from './episodic/queries.js';
import { type StateQueries, stateQueries } from './state/queries.js';

export interface Queries {
  readonly episodic: EpisodicQueries;
  readonly state: StateQueries;
}

export function queryHandlers(db: Db): Queries {
  return { state: stateQueries(db), episodic: episodicQueries(db) };
}
