/** What the operations tier does alone: extending leases, and ending them by time or by a take-over. */
import { HoldfastError } from '../../errors.js';
import type { Db } from '../../store/db.js';
import type { HandlersOf, Tx } from '../command.js';
import { agentEpochs } from '../epochs.js';
import { operationLife } from './life.js';
import { leaseIsOver, ON_CRASH, type OperationRow, operationRows } from './rows.js';
import { MAX_SWEPT_LEASES, type OperationCommands } from './types.js';

export function operationCommands(db: Db): HandlersOf<OperationCommands> {
  const rows = operationRows(db);
  const life = operationLife(db);
  const epochs = agentEpochs(db);

  /** Takes the lease from an operation that may be begun again: it stays in flight, and nobody holds it. */
  const endLease = (tx: Tx, row: OperationRow): void => {
    const payload = { operation: row.operation, attempt: row.attempt, cause: 'taken_over' };
    const { position } = tx.emit('operation.lease_ended', row.key, payload, 'journal');
    rows.update({
      ...row,
      lease_token: '',
      lease_expires_us: Math.min(row.lease_expires_us, tx.now_us),
      updated_us: tx.now_us,
      updated_position: position,
    });
  };

  return {
    extend_lease: (tx, { key, lease_token, lease_ms }) => {
      const row = life.requireLease(tx, key, lease_token);
      if (leaseIsOver(row, tx.now_us)) {
        throw new HoldfastError(
          'STALE_LEASE',
          `lease_token: the lease on operation ${key} is over; it can still be completed or failed`,
          { field: 'lease_token', metadata: { status: 'IN_FLIGHT', attempt: String(row.attempt) } },
        );
      }
      const lease_expires_us = tx.now_us + lease_ms * 1000;
      const payload = { operation: row.operation, attempt: row.attempt, lease_ms };
      const { position } = tx.emit('operation.lease_extended', key, payload, 'journal');
      rows.update({ ...row, lease_expires_us, updated_us: tx.now_us, updated_position: position });
      return { lease_expires_us };
    },

    // The epoch named in the request was compared by the executor, as for every mutation.
    take_over: (tx, { reason }) => {
      const epoch = epochs.raise(tx.agent_id);
      const leased = rows.inFlight(tx.agent_id).filter((row) => row.lease_token !== '');
      const payload = { epoch, reason, fenced_operations: leased.length };
      tx.emit('agent.taken_over', tx.agent_id, payload, 'journal');
      for (const row of leased) {
        if (row.on_crash === ON_CRASH.RETRY) endLease(tx, row);
        else life.markUnknown(tx, row, 'taken_over');
      }
      return { epoch, fenced_operations: leased.length };
    },
  };
}

/** A step of `sweep`: leases of all agents that are over become UNKNOWN, at most 1,000; says how many. */
export function leaseSweeper(db: Db): (tx: Tx) => number {
  const rows = operationRows(db);
  const life = operationLife(db);
  return (tx) => {
    const lapsed = rows.lapsed(tx.now_us, MAX_SWEPT_LEASES);
    for (const row of lapsed) life.markUnknown(tx.as(row.agent_id), row, 'lease_over');
    return lapsed.length;
  };
}
