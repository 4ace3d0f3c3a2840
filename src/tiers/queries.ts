/** The registry of queries: pure reads, by tier, prepared on a read-only connection. */
import type { Db } from '../store/db.js';
import { type OperationQueries, operationQueries } from './operations/queries.js';
import { type StateQueries, stateQueries } from './state/queries.js';
import { type TaskQueries, taskQueries } from './tasks/queries.js';

export interface Queries {
  readonly operations: OperationQueries;
  readonly state: StateQueries;
  readonly tasks: TaskQueries;
}

export function queryHandlers(db: Db): Queries {
  return { operations: operationQueries(db), state: stateQueries(db), tasks: taskQueries(db) };
}
