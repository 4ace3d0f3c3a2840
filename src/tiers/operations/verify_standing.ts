/** Each operation's status against the entry that changed it last: what is in flight, and what must not be done again. */
import { differing, type Standing, soundly } from '../standing.js';
import { STATUS } from './rows.js';

const STATUS_AFTER: Readonly<Record<string, number>> = {
  'operation.begun': STATUS.IN_FLIGHT,
  'operation.lease_extended': STATUS.IN_FLIGHT,
  'operation.lease_ended': STATUS.IN_FLIGHT,
  'operation.unknown': STATUS.UNKNOWN,
  'operation.completed': STATUS.COMPLETED,
  'operation.failed': STATUS.FAILED,
};

interface Row {
  readonly agent_id: string;
  readonly key: string;
  readonly status: number;
  readonly attempt: number;
  readonly updated_us: number;
  readonly updated_position: number;
}

/** A start looks at those that are open. */
export function standingOperations({ db, journal, whole, report }: Standing): void {
  const rows = db.prepare<[], Row>(
    `SELECT agent_id, key, status, attempt, updated_us, updated_position FROM operations
     ${whole ? '' : 'INDEXED BY operations_open WHERE status IN (1, 4)'}`,
  );
  for (const row of rows.iterate()) {
    const problem = soundly(() => {
      const told = journal.at(row.updated_position);
      if (told === undefined)
        return row.updated_position > journal.compacted ? 'no journal entry has its last change' : '';
      if (told.agent_id !== row.agent_id || told.key !== row.key)
        return `its last change is ${told.kind} of ${told.key} of ${told.agent_id}`;
      const { attempt } = told.payload;
      const expected = { status: STATUS_AFTER[told.kind], updated_us: told.time_us };
      return differing(row, attempt === undefined ? expected : { ...expected, attempt });
    });
    if (problem !== '')
      report('operation.altered', row.updated_position, `operation ${row.key} of ${row.agent_id}`, problem);
  }
}
