/** Reads of operations. */
import type { EntryHeader } from '../../journal/entry.js';
import type { Db } from '../../store/db.js';
import { type Page, takePage } from '../page.js';
import { type OperationRow, STATUS } from './rows.js';
import type { OperationStatus } from './types.js';

export interface OperationFilter {
  /** Empty = all. */
  readonly statuses: readonly OperationStatus[];
  /** Empty = all. */
  readonly operation: string;
  /** Empty = all. */
  readonly task_id: string;
}

export interface OperationQueries {
  find(agent_id: string, key: string): OperationRow | undefined;
  /** Newest first by first begin; only those begun before the position `before`. */
  list(agent_id: string, filter: OperationFilter, before: number, limit: number): Page<OperationRow>;
  /** Oldest first. */
  open(agent_id: string, status: 'IN_FLIGHT' | 'UNKNOWN', limit: number): Page<OperationRow>;
  /** The agent's fencing number. */
  epoch(agent_id: string): number;
}

export function operationQueries(db: Db): OperationQueries {
  const find = db.prepare<[string, string], OperationRow>(
    'SELECT * FROM operations WHERE agent_id = ? AND key = ?',
  );
  const list = db.prepare<[Record<string, string | number>], OperationRow>(
    `SELECT * FROM operations
     WHERE agent_id = :agent_id AND position < :before AND (:statuses >> status) & 1
       AND (:operation = '' OR operation = :operation) AND (:task_id = '' OR task_id = :task_id)
     ORDER BY position DESC`,
  );
  const open = db.prepare<[string, number], OperationRow>(
    `SELECT * FROM operations INDEXED BY operations_open
     WHERE agent_id = ? AND status = ? AND status IN (1, 4) ORDER BY position`,
  );
  const epoch = db.prepare<[string], { epoch: number }>('SELECT epoch FROM agents WHERE agent_id = ?');
  return {
    find: (agent_id, key) => find.get(agent_id, key),
    list: (agent_id, { statuses, operation, task_id }, before, limit) =>
      takePage(
        list.iterate({ agent_id, statuses: bits(statuses), operation, task_id, before }),
        limit,
        documentSize,
      ),
    open: (agent_id, status, limit) => takePage(open.iterate(agent_id, STATUS[status]), limit, documentSize),
    epoch: (agent_id) => epoch.get(agent_id)?.epoch ?? 0,
  };
}

function documentSize({ begun, outcome }: OperationRow): number {
  return begun.length + (outcome?.length ?? 0);
}

/** A set of statuses as bits, so that one prepared statement serves every filter. */
function bits(statuses: readonly OperationStatus[]): number {
  const wanted = statuses.length === 0 ? (Object.keys(STATUS) as OperationStatus[]) : statuses;
  return wanted.reduce((set, status) => set | (1 << STATUS[status]), 0);
}

/** Payloads that the operation's row keeps: that of its first begin and that of its completion. */
export function operationPayloads(db: Db): (entry: EntryHeader) => Uint8Array | null {
  const find = db.prepare<
    [string, string],
    Pick<OperationRow, 'position' | 'updated_position' | 'begun' | 'outcome'>
  >('SELECT position, updated_position, begun, outcome FROM operations WHERE agent_id = ? AND key = ?');
  return ({ agent_id, key, position }) => {
    const row = find.get(agent_id, key);
    if (row === undefined) return null;
    if (row.position === position) return row.begun;
    // Completion is an operation's last change.
    return row.updated_position === position ? row.outcome : null;
  };
}
