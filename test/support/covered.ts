/** What the checks of a file say they cover beside the journal: by table, the columns; the rest is named in ARCHITECTURE.md. */
import type { Db } from '../../src/store/db.js';

export const COVERED: Readonly<Record<string, string>> = {
  agents: 'agent_id, epoch',
  alert_rules: '*',
  audit_actions: '*',
  counters: '*',
  guards: '*',
  ledger_balances: 'agent_id, account, asset, posted, held, must_not_go_negative',
  ledger_holds:
    'agent_id, position, account, asset, amount, status, operation_key, placed_us, expires_us, description',
  ledger_postings: '*',
  ledger_transactions: '*',
  session_parameters: '*',
  session_positions: 'agent_id, market, quantity, cost, updated_us, changed_position',
  session_trade_ids: '*',
  session_trades: '*',
  sessions: '*',
  signal_consumers:
    'position, agent_id, name, patterns, min_confidence, ack_timeout_us, max_deliveries, begins, cursor, put_position',
  signals: 'position, agent_id, channel, time_us, payload',
  state_versions: 'agent_id, name, position, version, deleted, payload',
  vault_credentials: '*',
};

/** All of it as a reader gets it. @throws SqliteError when it cannot be read. */
export function coveredRows(db: Db): string {
  const rows = Object.entries(COVERED).map(([table, columns]) => {
    // Bytes that are no UTF-8 any more read alike as text.
    const names = db.prepare(`SELECT ${columns} FROM ${table}`).columns();
    const hex = names.map(({ name }) => `typeof(${name}) || ' ' || hex(${name})`).join(', ');
    return [table, db.prepare(`SELECT ${hex} FROM ${table}`).raw().all().map(String).sort()];
  });
  return JSON.stringify(rows);
}
