/** Checks the audit tier's own invariants over a whole file. */
import { readFloor } from '../../journal/append.js';
import { lastPositionOf, revisionOf } from '../../journal/position.js';
import type { Finding } from '../../journal/verify.js';
import type { Db } from '../../store/db.js';
import { type ActionContent, unpackAction } from './payload.js';

const MAX_FINDINGS = 100;

interface Row {
  readonly position: number;
  readonly agent_id: string;
  readonly time_us: number;
  readonly action: string;
  readonly market: string;
  readonly status: string;
  readonly pnl: string | null;
  readonly pnl_asset: string;
  readonly payload: Uint8Array;
  readonly journaled: number;
}

/**
 * Every row above the journal's floor has its entry, and the columns that sums and filters go by say what the payload says,
 * which the chain covers. That no row is missing is the journal's own check: nothing removes such payloads.
 */
export function verifyActions(db: Db): Finding[] {
  return db
    .transaction(() => {
      const findings: Finding[] = [];
      for (const finding of wrongRows(db)) if (findings.push(finding) === MAX_FINDINGS) break;
      return findings;
    })
    .deferred();
}

function* wrongRows(db: Db): Generator<Finding, void> {
  const floor = lastPositionOf(readFloor(db).revision);
  const rows = db.prepare<[number], Row>(
    `SELECT a.*, a.position <= ? OR j.position IS NOT NULL AS journaled FROM audit_actions a
     LEFT JOIN journal j ON j.position = a.position AND j.kind = 'audit.action' AND j.agent_id = a.agent_id
       AND j.key = a.action AND j.time_us = a.time_us ORDER BY a.position`,
  );
  for (const row of rows.iterate(floor)) {
    if (row.journaled === 1 && agrees(row)) continue;
    const message = `action ${row.action} of ${row.agent_id} is not as it was journaled`;
    yield { kind: 'audit.action_changed', revision: revisionOf(row.position), message };
  }
}

function agrees({ action, market, status, pnl, pnl_asset, payload }: Row): boolean {
  let content: ActionContent;
  try {
    content = unpackAction(payload);
  } catch {
    return false;
  }
  return (
    content.action === action &&
    (content.market ?? '') === market &&
    (content.status ?? '') === status &&
    (content.pnl ?? null) === pnl &&
    (content.pnl_asset ?? '') === pnl_asset
  );
}
