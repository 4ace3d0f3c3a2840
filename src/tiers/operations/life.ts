/**
 * The life of an operation: every change of its status, in one place.
 *
 *   (none) -> IN_FLIGHT -> COMPLETED                     final
 *                       -> FAILED -> IN_FLIGHT           another attempt
 *                       -> UNKNOWN -> COMPLETED, FAILED  by evidence only
 *                       -> IN_FLIGHT                     on_crash RETRY, the lease over: another attempt, the holds stay
 *                       -> COMPLETED, FAILED             the same, by evidence
 *
 * Invariants: an attempt has one lease token, given out once; whoever does not name it changes nothing. COMPLETED is
 * final. Nothing but evidence moves UNKNOWN. Holds are the caller's business: it settles or releases them in the same
 * transaction.
 */
import { unpackDocument } from '../../codec/msgpack.js';
import type { DocObject } from '../../codec/value.js';
import { HoldfastError } from '../../errors.js';
import type { Db } from '../../store/db.js';
import { idAt, type Tx } from '../command.js';
import { leaseIsOver, ON_CRASH, type OperationRow, operationRows, STATUS, statusName } from './rows.js';
import { type BeginOperationArgs, clientOrderId, MAX_IN_FLIGHT } from './types.js';

export interface OperationLife {
  find(agent_id: string, key: string): OperationRow | undefined;
  /** @throws HoldfastError NOT_FOUND. */
  require(agent_id: string, key: string): OperationRow;
  /** The operation of a caller who holds its lease. @throws HoldfastError NOT_FOUND, STALE_LEASE, WRONG_STATE. */
  requireLease(tx: Tx, key: string, lease_token: string): OperationRow;
  /** The operation of a caller who brings evidence. @throws HoldfastError NOT_FOUND, WRONG_STATE. */
  requireInDoubt(tx: Tx, key: string): OperationRow;
  /** @throws HoldfastError TOO_MANY when the agent has as many operations in flight as it may. */
  checkRoom(agent_id: string): void;
  begin(tx: Tx, args: BeginOperationArgs, hold_ids: readonly string[]): OperationRow;
  /** Another attempt after FAILED, or after a lease that ended with on_crash RETRY. */
  beginAgain(tx: Tx, row: OperationRow, args: BeginOperationArgs, hold_ids: readonly string[]): OperationRow;
  /** @param cause 'lease_over' or 'taken_over'. */
  markUnknown(tx: Tx, row: OperationRow, cause: string): OperationRow;
  complete(tx: Tx, row: OperationRow, result: Uint8Array | null, evidence: Uint8Array | null): OperationRow;
  fail(tx: Tx, row: OperationRow, evidence: Uint8Array | null): OperationRow;
}

export function operationLife(db: Db): OperationLife {
  const rows = operationRows(db);

  const require = (agent_id: string, key: string): OperationRow => {
    const row = rows.find(agent_id, key);
    if (row === undefined) throw new HoldfastError('NOT_FOUND', `no operation ${key}`, { field: 'key' });
    return row;
  };

  const change = (row: OperationRow, tx: Tx, position: number, values: Partial<OperationRow>) => {
    const changed = { ...row, ...values, updated_us: tx.now_us, updated_position: position };
    rows.update(changed);
    return changed;
  };

  const attemptOf = (tx: Tx, args: BeginOperationArgs, hold_ids: readonly string[]) => ({
    status: STATUS.IN_FLIGHT,
    lease_token: idAt('lease', tx.next_position),
    lease_expires_us: tx.now_us + args.lease_ms * 1000,
    on_crash: ON_CRASH[args.on_crash],
    epoch: tx.epoch,
    hold_ids: hold_ids.join(' '),
    task_id: args.task_id,
    step: args.step,
    outcome: null,
  });

  const begunPayload = (
    tx: Tx,
    args: BeginOperationArgs,
    attempt: number,
    holds: readonly string[],
  ): DocObject => ({
    operation: args.operation,
    client_order_id: clientOrderId(tx.agent_id, args.key),
    attempt,
    lease_ms: args.lease_ms,
    on_crash: args.on_crash,
    epoch: tx.epoch,
    hold_ids: [...holds],
    task_id: args.task_id,
    step: args.step,
  });

  const unknown = (tx: Tx, row: OperationRow, cause: string): OperationRow => {
    const payload = { operation: row.operation, attempt: row.attempt, cause };
    const { position } = tx.emit('operation.unknown', row.key, payload, 'journal');
    return change(row, tx, position, { status: STATUS.UNKNOWN, lease_token: '' });
  };

  return {
    find: rows.find,
    require,
    requireLease: (tx, key, lease_token) => {
      const row = require(tx.agent_id, key);
      // A lease that is over but was not yet reported is still the truth: its holder knows, and nobody was told otherwise.
      if (row.status === STATUS.IN_FLIGHT && row.lease_token === lease_token) return row;
      throw staleLease(row);
    },
    requireInDoubt: (tx, key) => {
      const row = require(tx.agent_id, key);
      if (row.status === STATUS.UNKNOWN) return row;
      if (row.status !== STATUS.IN_FLIGHT || !leaseIsOver(row, tx.now_us))
        throw wrongState(row, 'only an UNKNOWN operation, or one whose lease is over, is resolved');
      // To begin it again is not the only way on: a guard or the session may deny that for good, and its holds would stay.
      if (row.on_crash === ON_CRASH.RETRY) return row;
      // The lease ended and only the sweep has not said so yet.
      return unknown(tx, row, 'lease_over');
    },
    checkRoom: (agent_id) => {
      if (rows.countInFlight(agent_id, MAX_IN_FLIGHT) < MAX_IN_FLIGHT) return;
      throw new HoldfastError('TOO_MANY', `agent ${agent_id} has ${MAX_IN_FLIGHT} operations in flight`, {
        metadata: { limit: String(MAX_IN_FLIGHT) },
      });
    },
    begin: (tx, args, hold_ids) => {
      const attempt = attemptOf(tx, args, hold_ids);
      const payload = { ...begunPayload(tx, args, 1, hold_ids), params: unpackDocument(args.params) };
      const { position, bytes } = tx.emit('operation.begun', args.key, payload, 'tier');
      const row: OperationRow = {
        agent_id: tx.agent_id,
        position,
        key: args.key,
        operation: args.operation,
        attempt: 1,
        ...attempt,
        begun_us: tx.now_us,
        updated_us: tx.now_us,
        updated_position: position,
        begun: bytes,
      };
      rows.insert(row);
      return row;
    },
    beginAgain: (tx, row, args, hold_ids) => {
      const attempt = attemptOf(tx, args, hold_ids);
      const number = row.attempt + 1;
      // Without params: they are those of the first begin, or the key would have been refused.
      const { position } = tx.emit(
        'operation.begun',
        row.key,
        begunPayload(tx, args, number, hold_ids),
        'journal',
      );
      return change(row, tx, position, { ...attempt, attempt: number });
    },
    markUnknown: unknown,
    complete: (tx, row, result, evidence) => {
      const payload = outcomePayload(row, result, evidence);
      // Final, so the row can keep the entry's payload for ever.
      const { position, bytes } = tx.emit('operation.completed', row.key, payload, 'tier');
      return change(row, tx, position, {
        status: STATUS.COMPLETED,
        lease_token: '',
        hold_ids: '',
        outcome: bytes,
      });
    },
    fail: (tx, row, evidence) => {
      const payload = outcomePayload(row, null, evidence);
      // Another attempt overwrites the row's outcome, so the journal keeps the payload as well.
      const { position, bytes } = tx.emit('operation.failed', row.key, payload, 'journal');
      return change(row, tx, position, {
        status: STATUS.FAILED,
        lease_token: '',
        hold_ids: '',
        outcome: bytes,
      });
    },
  };
}

function outcomePayload(
  row: OperationRow,
  result: Uint8Array | null,
  evidence: Uint8Array | null,
): DocObject {
  return {
    operation: row.operation,
    attempt: row.attempt,
    ...(result === null ? {} : { result: unpackDocument(result) }),
    ...(evidence === null ? {} : { evidence: unpackDocument(evidence) }),
  };
}

function staleLease(row: OperationRow): HoldfastError {
  if (row.status === STATUS.COMPLETED || row.status === STATUS.FAILED) {
    return wrongState(row, 'its lease has ended');
  }
  const advice =
    row.status === STATUS.UNKNOWN
      ? 'the lease ended and the operation became UNKNOWN: find out what happened and call ResolveOperation'
      : 'it is not the present lease';
  return new HoldfastError('STALE_LEASE', `lease_token: operation ${row.key}: ${advice}`, {
    field: 'lease_token',
    metadata: { status: statusName(row.status), attempt: String(row.attempt) },
  });
}

function wrongState(row: OperationRow, why: string): HoldfastError {
  const status = statusName(row.status);
  return new HoldfastError('WRONG_STATE', `operation ${row.key} is ${status}: ${why}`, {
    field: 'key',
    metadata: { status },
  });
}
