/** The registry of queries: pure reads, by tier, prepared on a read-only connection. */
import type { Db } from '../store/db.js';
import { type EpisodicQueries, episodicQueries } from './episodic/queries.js';
import { type LedgerQueries, ledgerQueries } from './ledger/queries.js';
import { type OperationQueries, operationQueries } from './operations/queries.js';
import { type SemanticQueries, semanticQueries } from './semantic/queries.js';
import { type StateQueries, stateQueries } from './state/queries.js';
import { type TaskQueries, taskQueries } from './tasks/queries.js';

export interface Queries {
  readonly episodic: EpisodicQueries;
  readonly operations: OperationQueries;
  readonly semantic: SemanticQueries;
  readonly state: StateQueries;
  readonly tasks: TaskQueries;
  readonly ledger: LedgerQueries;
}

export function queryHandlers(db: Db): Queries {
  return {
    episodic: episodicQueries(db),
    ledger: ledgerQueries(db),
    operations: operationQueries(db),
    semantic: semanticQueries(db),
    state: stateQueries(db),
    tasks: taskQueries(db),
  };
}
