/** Rows of sessions on either connection. */
import type { Db } from '../../store/db.js';
import { idAt, positionInId } from '../command.js';
import type { Pause, SessionState } from './types.js';

/** A row of `sessions`; see the migration for what each column says. */
export interface SessionRow {
  readonly position: number;
  readonly agent_id: string;
  readonly state: SessionState;
  readonly state_before: SessionState | '';
  /** What a reset of its halt goes back to, or hands on; '' = no pause, or no halt. */
  readonly pause_under_halt: Pause | '';
  /** Why the pause came that holds in, beside or beneath its state; '' = there is none, or nobody said why. */
  readonly pause_reason: string;
  readonly reason: string;
  readonly asset: string;
  readonly account: string;
  readonly start_capital: string;
  readonly base_capital: string;
  readonly current_capital: string;
  readonly peak_capital: string;
  readonly total_pnl: string;
  readonly total_fees: string;
  readonly day: number;
  readonly day_pnl: string;
  readonly max_drawdown: string;
  readonly max_drawdown_from_peak: string;
  readonly max_daily_loss: string;
  readonly trades: number;
  readonly wins: number;
  readonly losses: number;
  readonly consecutive_losses: number;
  readonly last_loss_us: number;
  readonly opened_us: number;
  readonly closes_us: number | null;
  readonly ended_us: number | null;
  readonly heartbeat_interval_ms: number;
  readonly state_position: number;
  readonly changed_position: number;
}

export interface PositionRow {
  readonly agent_id: string;
  readonly market: string;
  readonly quantity: string;
  readonly cost: string;
  readonly mark_price: string;
  readonly opened_us: number;
  readonly updated_us: number;
  readonly changed_position: number;
}

/** What a trade moves. */
export type Totals = Pick<
  SessionRow,
  | 'current_capital'
  | 'peak_capital'
  | 'total_pnl'
  | 'total_fees'
  | 'day'
  | 'day_pnl'
  | 'trades'
  | 'wins'
  | 'losses'
  | 'consecutive_losses'
  | 'last_loss_us'
>;

/** What a change of state, a reset or a take-over may touch. */
export type StateChange = Pick<
  SessionRow,
  | 'state'
  | 'state_before'
  | 'pause_under_halt'
  | 'pause_reason'
  | 'reason'
  | 'base_capital'
  | 'peak_capital'
  | 'day'
  | 'day_pnl'
  | 'ended_us'
  | 'state_position'
  | 'changed_position'
>;

export interface SessionRows {
  find(position: number): SessionRow | undefined;
  /** The one that has not ended, due or not. */
  open(agent_id: string): SessionRow | undefined;
  /** The agent's last one, ended or not. */
  newest(agent_id: string): SessionRow | undefined;
  /** The same in that asset. */
  newestIn(agent_id: string, asset: string): SessionRow | undefined;
  insert(row: SessionRow, parameters: Uint8Array | null): void;
  /** The packed document that it was opened with; null = none. */
  parameters(position: number): Uint8Array | null;
  /** Two statements, so that a trade touches no index but one. */
  updateTotals(row: Totals & Pick<SessionRow, 'position' | 'changed_position'>): void;
  updateState(row: StateChange & Pick<SessionRow, 'position'>): void;
  touch(row: Pick<SessionRow, 'position' | 'changed_position'>): void;
  /** Open sessions whose time is over, the earliest first. */
  due(now_us: number, limit: number): SessionRow[];
}

/** What every trade reads, so by place: SQLite's values under their names cost more than the query. */
const COLUMNS = [
  'position',
  'agent_id',
  'state',
  'state_before',
  'pause_under_halt',
  'reason',
  'asset',
  'account',
  'start_capital',
  'base_capital',
  'current_capital',
  'peak_capital',
  'total_pnl',
  'total_fees',
  'day',
  'day_pnl',
  'max_drawdown',
  'max_drawdown_from_peak',
  'max_daily_loss',
  'trades',
  'wins',
  'losses',
  'consecutive_losses',
  'last_loss_us',
  'opened_us',
  'closes_us',
  'ended_us',
  'heartbeat_interval_ms',
  'state_position',
  'changed_position',
  'pause_reason',
] as const satisfies readonly (keyof SessionRow)[];

type Columns = typeof COLUMNS;
type Values = {
  readonly [At in keyof Columns]: Columns[At] extends keyof SessionRow ? SessionRow[Columns[At]] : never;
};

function toRow(values: Values): SessionRow {
  return {
    position: values[0],
    agent_id: values[1],
    state: values[2],
    state_before: values[3],
    pause_under_halt: values[4],
    reason: values[5],
    asset: values[6],
    account: values[7],
    start_capital: values[8],
    base_capital: values[9],
    current_capital: values[10],
    peak_capital: values[11],
    total_pnl: values[12],
    total_fees: values[13],
    day: values[14],
    day_pnl: values[15],
    max_drawdown: values[16],
    max_drawdown_from_peak: values[17],
    max_daily_loss: values[18],
    trades: values[19],
    wins: values[20],
    losses: values[21],
    consecutive_losses: values[22],
    last_loss_us: values[23],
    opened_us: values[24],
    closes_us: values[25],
    ended_us: values[26],
    heartbeat_interval_ms: values[27],
    state_position: values[28],
    changed_position: values[29],
    pause_reason: values[30],
  };
}

export function sessionRows(db: Db): SessionRows {
  const find = db
    .prepare<[number], Values>(`SELECT ${COLUMNS.join(', ')} FROM sessions WHERE position = ?`)
    .raw();
  const open = db.prepare<[string], SessionRow>(
    'SELECT * FROM sessions WHERE agent_id = ? AND ended_us IS NULL',
  );
  const newest = db.prepare<[string], SessionRow>(
    'SELECT * FROM sessions WHERE agent_id = ? ORDER BY position DESC LIMIT 1',
  );
  const newestIn = db.prepare<[string, string], SessionRow>(
    'SELECT * FROM sessions WHERE agent_id = ? AND asset = ? ORDER BY position DESC LIMIT 1',
  );
  const insert = db.prepare<[SessionRow]>(
    `INSERT INTO sessions (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map((name) => `:${name}`).join(', ')})`,
  );
  const insertParameters = db.prepare<[number, Uint8Array]>(
    'INSERT INTO session_parameters (position, parameters) VALUES (?, ?)',
  );
  const parameters = db
    .prepare<[number], Uint8Array>('SELECT parameters FROM session_parameters WHERE position = ?')
    .pluck();
  // By place, as all that a trade writes: bound by name, parameters cost more than the statement.
  const updateTotals = db.prepare<unknown[]>(
    `UPDATE sessions SET current_capital = ?, peak_capital = ?, total_pnl = ?, total_fees = ?, day = ?, day_pnl = ?,
       trades = ?, wins = ?, losses = ?, consecutive_losses = ?, last_loss_us = ?, changed_position = ?
     WHERE position = ?`,
  );
  const updateState = db.prepare<[StateChange & Pick<SessionRow, 'position'>]>(
    `UPDATE sessions SET state = :state, state_before = :state_before, pause_under_halt = :pause_under_halt,
       pause_reason = :pause_reason, reason = :reason, base_capital = :base_capital, peak_capital = :peak_capital, day = :day,
       day_pnl = :day_pnl, ended_us = :ended_us, state_position = :state_position, changed_position = :changed_position
     WHERE position = :position`,
  );
  const touch = db.prepare<[number, number]>('UPDATE sessions SET changed_position = ? WHERE position = ?');
  const due = db.prepare<[number, number], SessionRow>(
    `SELECT * FROM sessions WHERE ended_us IS NULL AND closes_us IS NOT NULL AND closes_us <= ?
     ORDER BY closes_us LIMIT ?`,
  );
  return {
    find: (position) => {
      const values = find.get(position);
      return values && toRow(values);
    },
    open: (agent_id) => open.get(agent_id),
    newest: (agent_id) => newest.get(agent_id),
    newestIn: (agent_id, asset) => newestIn.get(agent_id, asset),
    insert: (row, parameters) => {
      insert.run(row);
      if (parameters !== null) insertParameters.run(row.position, parameters);
    },
    parameters: (position) => parameters.get(position) ?? null,
    updateTotals: (row) =>
      updateTotals.run(
        row.current_capital,
        row.peak_capital,
        row.total_pnl,
        row.total_fees,
        row.day,
        row.day_pnl,
        row.trades,
        row.wins,
        row.losses,
        row.consecutive_losses,
        row.last_loss_us,
        row.changed_position,
        row.position,
      ),
    updateState: (row) => updateState.run(row),
    touch: ({ position, changed_position }) => touch.run(changed_position, position),
    due: (now_us, limit) => due.all(now_us, limit),
  };
}

const ID_PREFIX = 'session';
export const EXPIRED_REASON = 'closes_at was reached';

export function sessionId(position: number): string {
  return idAt(ID_PREFIX, position);
}

/** Undefined for anything that sessionId did not make. */
export function sessionPosition(session_id: string): number | undefined {
  return positionInId(ID_PREFIX, session_id);
}

/** Its time is over, whether or not that was recorded. */
export function isDue(
  { ended_us, closes_us }: Pick<SessionRow, 'ended_us' | 'closes_us'>,
  now_us: number,
): boolean {
  return ended_us === null && closes_us !== null && closes_us <= now_us;
}
