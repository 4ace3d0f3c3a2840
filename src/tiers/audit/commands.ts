/** Commands of the audit tier. */
import type { Finding } from '../../journal/verify.js';
import type { Db } from '../../store/db.js';
import { type Command, type HandlersOf, idAt } from '../command.js';

export interface RecordActionArgs {
  readonly action: string;
  /** '' = none. */
  readonly market: string;
  readonly status: string;
  /** Canonical; null = none. */
  readonly pnl: string | null;
  readonly pnl_asset: string;
  /** What packAction made. */
  readonly payload: Uint8Array;
}

export interface AcceptDamageArgs {
  /** The head that the daemon goes on from. */
  readonly revision: number;
  readonly findings: readonly Finding[];
  /** The newest anchor that the database was held against; null = there was none to go by. */
  readonly anchor: { readonly revision: number; readonly time_us: number } | null;
}

export interface AuditCommands {
  record_action: Command<RecordActionArgs, { readonly action_id: string }>;
  /** Run by the daemon at a start that was told to accept what it found, never by a client. */
  accept_damage: Command<AcceptDamageArgs, Record<string, never>>;
}

export function actionId(position: number): string {
  return idAt('action', position);
}

export function auditCommands(db: Db): HandlersOf<AuditCommands> {
  const insert = db.prepare<unknown[]>(
    `INSERT INTO audit_actions (position, agent_id, time_us, action, market, status, pnl, pnl_asset, payload)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const accept = db.prepare<[string, number, string, number]>(
    'INSERT OR IGNORE INTO audit_accepted_damage (kind, revision, message, position) VALUES (?, ?, ?, ?)',
  );
  return {
    record_action: (tx, { action, market, status, pnl, pnl_asset, payload }) => {
      const { position } = tx.emit('audit.action', action, payload, 'tier');
      insert.run(position, tx.agent_id, tx.now_us, action, market, status, pnl, pnl_asset, payload);
      return { action_id: actionId(position) };
    },

    accept_damage: (tx, { revision, findings, anchor }) => {
      const payload = {
        revision,
        findings: findings.map((finding) => ({ ...finding })),
        ...(anchor !== null && { anchor_revision: anchor.revision, anchor_time_us: anchor.time_us }),
      };
      const { position } = tx.emit('audit.damage_accepted', String(revision), payload, 'journal');
      for (const finding of findings) accept.run(finding.kind, finding.revision, finding.message, position);
      return {};
    },
  };
}
