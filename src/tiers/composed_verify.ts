/** Checks what ties two tiers together: operations, the holds that they own, and what guards count as in flight. */
import { revisionOf } from '../journal/position.js';
import type { Finding } from '../journal/verify.js';
import type { Db } from '../store/db.js';
import { positionInId } from './command.js';

interface OwnedHoldRow {
  readonly agent_id: string;
  readonly position: number;
  readonly operation_key: string;
}

interface OpenOperationRow {
  readonly agent_id: string;
  readonly key: string;
  readonly position: number;
  readonly hold_ids: string;
}

const MAX_FINDINGS = 100;

/** An open hold of an operation belongs to an open one, and an open operation's holds are open and its own. */
export function verifyOwnedHolds(db: Db): Finding[] {
  // One transaction, so that an operation that settles meanwhile is seen either before or after, never between.
  return db.transaction(() => [...orphans(db), ...missing(db)].slice(0, MAX_FINDINGS)).deferred();
}

function orphans(db: Db): Finding[] {
  const rows = db.prepare<[number], OwnedHoldRow>(
    `SELECT h.agent_id, h.position, h.operation_key FROM ledger_holds h
     LEFT JOIN operations o ON o.agent_id = h.agent_id AND o.key = h.operation_key
     WHERE h.status = 'OPEN' AND h.operation_key IS NOT NULL AND (o.status IS NULL OR o.status NOT IN (1, 4))
     LIMIT ?`,
  );
  return rows.all(MAX_FINDINGS).map(({ agent_id, position, operation_key }) => ({
    kind: 'operation.orphaned_hold',
    revision: revisionOf(position),
    message: `an open hold of ${agent_id} belongs to operation ${operation_key}, which is not open`,
  }));
}

function missing(db: Db): Finding[] {
  const operations = db.prepare<[], OpenOperationRow>(
    "SELECT agent_id, key, position, hold_ids FROM operations WHERE status IN (1, 4) AND hold_ids <> ''",
  );
  const owner = db
    .prepare<[string, number], string>(
      "SELECT operation_key FROM ledger_holds WHERE agent_id = ? AND position = ? AND status = 'OPEN'",
    )
    .pluck();
  const findings: Finding[] = [];
  for (const { agent_id, key, position, hold_ids } of operations.all()) {
    for (const hold_id of hold_ids.split(' ')) {
      if (owner.get(agent_id, positionInId('hold', hold_id) ?? 0) === key) continue;
      const message = `operation ${key} of ${agent_id} names hold ${hold_id}, which is not open or not its own`;
      findings.push({ kind: 'operation.missing_hold', revision: revisionOf(position), message });
    }
  }
  return findings;
}

interface ExposureRow {
  readonly agent_id: string;
  readonly operation_key: string;
}

/** What is in flight for guards belongs to an operation that is IN_FLIGHT or UNKNOWN. */
export function verifyExposures(db: Db): Finding[] {
  const rows = db.prepare<[number], ExposureRow>(
    `SELECT e.agent_id, e.operation_key FROM guard_exposures e
     LEFT JOIN operations o ON o.agent_id = e.agent_id AND o.key = e.operation_key
     WHERE o.status IS NULL OR o.status NOT IN (1, 4) LIMIT ?`,
  );
  return rows.all(MAX_FINDINGS).map(({ agent_id, operation_key }) => ({
    kind: 'guard.orphaned_exposure',
    revision: 0,
    message: `guards of ${agent_id} count operation ${operation_key} as in flight, which is not open`,
  }));
}
