/** What an account has available at a time, read without changing anything: also before the sweep has come by. */
import { subtractText, sumText } from '../../codec/amount.js';
import type { Db } from '../../store/db.js';

/** posted - held, however long, where holds that are due by `now_us` are not held any more. */
export function availableReads(
  db: Db,
): (agent_id: string, account: string, asset: string, now_us: number) => string {
  const balance = db.prepare<[string, string, string], { readonly posted: string; readonly held: string }>(
    'SELECT posted, held FROM ledger_balances WHERE agent_id = ? AND account = ? AND asset = ?',
  );
  const due = db
    .prepare<[string, string, string, number], string>(
      `SELECT amount FROM ledger_holds
       WHERE agent_id = ? AND account = ? AND asset = ? AND expires_us <= ? AND status = 'OPEN'`,
    )
    .pluck();
  return (agent_id, account, asset, now_us) => {
    const row = balance.get(agent_id, account, asset);
    if (row === undefined) return '0';
    if (row.held === '0') return row.posted;
    const freed = sumText(due.all(agent_id, account, asset, now_us));
    return subtractText(row.posted, subtractText(row.held, freed));
  };
}
