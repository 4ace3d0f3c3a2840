/** The table `operations`: its rows, its statements, and how a row is shown. */
import { packDocument, unpackDocument } from '../../codec/msgpack.js';
import type { DocObject } from '../../codec/value.js';
import { revisionOf } from '../../journal/position.js';
import type { Db } from '../../store/db.js';
import type { OnCrash, OperationStatus, OperationView } from './types.js';

export const STATUS = { IN_FLIGHT: 1, COMPLETED: 2, FAILED: 3, UNKNOWN: 4 } as const satisfies Record<
  OperationStatus,
  number
>;
export const ON_CRASH = { UNKNOWN: 1, RETRY: 2 } as const satisfies Record<OnCrash, number>;

const STATUS_NAMES: readonly OperationStatus[] = ['IN_FLIGHT', 'COMPLETED', 'FAILED', 'UNKNOWN'];

export interface OperationRow {
  readonly agent_id: string;
  readonly position: number;
  readonly key: string;
  readonly operation: string;
  readonly status: number;
  readonly attempt: number;
  readonly lease_token: string;
  readonly lease_expires_us: number;
  readonly on_crash: number;
  readonly epoch: number;
  readonly hold_ids: string;
  readonly task_id: string;
  readonly step: string;
  readonly begun_us: number;
  readonly updated_us: number;
  readonly updated_position: number;
  readonly begun: Uint8Array;
  readonly outcome: Uint8Array | null;
}

export function toView(row: OperationRow): OperationView {
  return {
    key: row.key,
    operation: row.operation,
    status: statusName(row.status),
    attempt: row.attempt,
    lease_expires_us: row.lease_expires_us,
    on_crash: row.on_crash === ON_CRASH.RETRY ? 'RETRY' : 'UNKNOWN',
    epoch: row.epoch,
    hold_ids: holdIds(row),
    task_id: row.task_id,
    step: row.step,
    begun_us: row.begun_us,
    updated_us: row.updated_us,
    revision: revisionOf(row.updated_position),
    begun: row.begun,
    outcome: row.outcome,
  };
}

/** The params of an operation, out of the payload that began it. */
export function packedParams(begun: Uint8Array): Uint8Array {
  return packDocument((unpackDocument(begun) as DocObject).params ?? null);
}

export function statusName(status: number): OperationStatus {
  const name = STATUS_NAMES[status - 1];
  if (name === undefined) throw new Error(`no operation status ${status}`);
  return name;
}

function holdIds(row: OperationRow): string[] {
  return row.hold_ids === '' ? [] : row.hold_ids.split(' ');
}

/** True when time alone has ended the lease and nobody has been told yet. */
export function leaseIsOver(row: OperationRow, now_us: number): boolean {
  return row.lease_expires_us <= now_us;
}

export interface OperationRows {
  find(agent_id: string, key: string): OperationRow | undefined;
  insert(row: OperationRow): void;
  /** Writes everything that can change after the first begin. */
  update(row: OperationRow): void;
  /** Operations of an agent in flight, at most `limit`. */
  countInFlight(agent_id: string, limit: number): number;
  /** In flight, oldest first. */
  inFlight(agent_id: string): OperationRow[];
  /** In flight, to become UNKNOWN, with a lease that is over: those over longest first. */
  lapsed(now_us: number, limit: number): OperationRow[];
}

/** SQLite takes a partial index only where the query repeats its condition word for word: hence `status IN (1, 4)`.
 * Without statistics it may still prefer the whole range of the agent: hence INDEXED BY. */
export function operationRows(db: Db): OperationRows {
  const find = db.prepare<[string, string], OperationRow>(
    'SELECT * FROM operations WHERE agent_id = ? AND key = ?',
  );
  const insert = db.prepare<[OperationRow]>(
    `INSERT INTO operations VALUES (:agent_id, :position, :key, :operation, :status, :attempt, :lease_token,
       :lease_expires_us, :on_crash, :epoch, :hold_ids, :task_id, :step, :begun_us, :updated_us, :updated_position,
       :begun, :outcome)`,
  );
  const update = db.prepare<[OperationRow]>(
    `UPDATE operations SET status = :status, attempt = :attempt, lease_token = :lease_token,
       lease_expires_us = :lease_expires_us, on_crash = :on_crash, epoch = :epoch, hold_ids = :hold_ids,
       task_id = :task_id, step = :step, updated_us = :updated_us, updated_position = :updated_position,
       outcome = :outcome
     WHERE agent_id = :agent_id AND position = :position`,
  );
  const count = db.prepare<[string, number], { count: number }>(
    `SELECT count(*) AS count FROM (SELECT 1 FROM operations INDEXED BY operations_open
       WHERE agent_id = ? AND status = 1 AND status IN (1, 4) LIMIT ?)`,
  );
  const inFlight = db.prepare<[string], OperationRow>(
    `SELECT * FROM operations INDEXED BY operations_open
     WHERE agent_id = ? AND status = 1 AND status IN (1, 4) ORDER BY position`,
  );
  const lapsed = db.prepare<[number, number], OperationRow>(
    `SELECT * FROM operations WHERE status = 1 AND on_crash = 1 AND lease_expires_us <= ?
     ORDER BY lease_expires_us, agent_id, position LIMIT ?`,
  );
  return {
    find: (agent_id, key) => find.get(agent_id, key),
    insert: (row) => void insert.run(row),
    update: (row) => void update.run(row),
    countInFlight: (agent_id, limit) => count.get(agent_id, limit)?.count ?? 0,
    inFlight: (agent_id) => inFlight.all(agent_id),
    lapsed: (now_us, limit) => lapsed.all(now_us, limit),
  };
}
