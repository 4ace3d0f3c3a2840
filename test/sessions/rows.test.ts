/** Sessions are read and written by place: each value must land under its own name. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { type SessionRow, sessionRows } from '../../src/tiers/sessions/rows.js';
import { Desk } from './support.js';

let desk: Desk;
beforeEach(() => {
  desk = new Desk();
});
afterEach(() => desk.close());

/** What the schema allows some columns to hold; one that is open has no end. */
const FIXED = { state: 'HALTED', state_before: 'REDUCING', pause_under_halt: 'PAUSED', ended_us: null };

/** A value of its own in every other column that the table has. */
function rowOf(from: number): SessionRow {
  const columns = desk.db.prepare<[], { name: string; type: string }>('PRAGMA table_info(sessions)').all();
  const values = columns.map(({ name, type }, n) => [
    name,
    type === 'INTEGER' ? from + n : `text-${from + n}`,
  ]);
  return { ...Object.fromEntries(values), ...FIXED };
}

/** As SQLite names it. */
function stored(position: number): object {
  return { ...(desk.db.prepare('SELECT * FROM sessions WHERE position = ?').get(position) as object) };
}

test('every column of a session is written and read under its name', () => {
  const rows = sessionRows(desk.db);
  const row = rowOf(1000);
  rows.insert(row, null);
  assert.deepEqual(stored(row.position), row);
  assert.deepEqual({ ...rows.find(row.position) }, row);
  assert.deepEqual({ ...rows.open(row.agent_id) }, row);
});

test('what a trade moves is written under its name, and nothing else', () => {
  const rows = sessionRows(desk.db);
  const row = rowOf(1000);
  rows.insert(row, null);
  const moved = rowOf(2000);
  const { current_capital, peak_capital, total_pnl, total_fees, day, day_pnl, trades, wins, losses } = moved;
  const { consecutive_losses, last_loss_us, changed_position } = moved;
  const amounts = { current_capital, peak_capital, total_pnl, total_fees, day, day_pnl };
  const counts = { trades, wins, losses, consecutive_losses, last_loss_us, changed_position };
  rows.updateTotals({ ...amounts, ...counts, position: row.position });
  assert.deepEqual(stored(row.position), { ...row, ...amounts, ...counts });
});
