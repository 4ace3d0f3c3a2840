/** Sessions and positions against the newest entries of them: state, reason, limits, base and totals; what is held. */
import { unpackDocument } from '../../codec/msgpack.js';
import type { DocObject } from '../../codec/value.js';
import { differing, type Newest, type Standing, sameDocument, soundly, type Told } from '../standing.js';
import { type PositionRow, type SessionRow, sessionId, sessionPosition } from './rows.js';

const STATE_KINDS: ReadonlySet<string> = new Set(['session.opened', 'session.taken_over', 'session.changed']);
const ENDED: ReadonlySet<string> = new Set(['CLOSED', 'EXPIRED']);
/** Trades of one session that a start reads to find the newest of each market. */
const MAX_TRADES = 5000;

interface NewestTrade {
  readonly position: number;
  readonly market: string;
  readonly payload: Uint8Array;
}

export function standingSessions(standing: Standing): void {
  const { db, journal, report } = standing;
  const find = db.prepare<[number], SessionRow>('SELECT * FROM sessions WHERE position = ?');
  const open = db.prepare<[], SessionRow>('SELECT * FROM sessions WHERE ended_us IS NULL').all();
  const wrongIn = sessionProblems(standing);
  const tell = (row: SessionRow): void => {
    const problem = soundly(() => wrongIn(row));
    if (problem !== '')
      report('session.altered', row.changed_position, subjectOf(row.position, row.agent_id), problem);
  };
  for (const row of open) tell(row);
  const seen = new Set(open.map(({ position }) => position));
  for (const { agent_id, key, position } of journal.of('session')) {
    const opened = sessionPosition(key) ?? 0;
    if (seen.has(opened)) continue;
    const row = find.get(opened);
    if (row === undefined)
      report('session.altered', position, subjectOf(opened, agent_id), 'it is not there');
    else tell(row);
  }
  const openings = new Map(open.map(({ agent_id, position }) => [agent_id, position]));
  standingPositions(standing, openings);
}

function subjectOf(position: number, agent_id: string): string {
  return `session ${sessionId(position)} of ${agent_id}`;
}

/** What is wrong with a session; '' = nothing that is known. */
function sessionProblems({ db, journal }: Standing): (row: SessionRow) => string {
  const newestTrade = db.prepare<[string, number], NewestTrade>(
    `SELECT position, market, payload FROM session_trades WHERE agent_id = ? AND position > ?
     ORDER BY position DESC LIMIT 1`,
  );
  const parameters = db
    .prepare<[number], Uint8Array>('SELECT parameters FROM session_parameters WHERE position = ?')
    .pluck();

  const wrongOpening = (row: SessionRow): string => {
    const told = journal.at(row.position);
    if (told === undefined) return row.position > journal.compacted ? 'no journal entry opened it' : '';
    if (told.kind !== 'session.opened' || told.agent_id !== row.agent_id)
      return `the entry that opened it is ${told.kind} of ${told.agent_id}`;
    const { closes_us, heartbeat_interval_ms } = told.payload;
    const wrong = differing(row, { closes_us, heartbeat_interval_ms, opened_us: told.time_us });
    if (wrong !== '') return wrong;
    const kept = parameters.get(row.position);
    const opened_with = told.payload.parameters ?? null;
    return sameDocument(kept === undefined ? null : unpackDocument(kept), opened_with)
      ? ''
      : 'its parameters are not those that it was opened with';
  };

  /** The last entry that changed it may also be a position told outright. */
  const wrongChange = (row: SessionRow, trade: NewestTrade | undefined): string => {
    const { changed_position, state_position, agent_id } = row;
    const least = Math.max(state_position, trade?.position ?? 0);
    const changed = journal.at(changed_position);
    const is_its = changed?.agent_id === agent_id && changed.kind.startsWith('session.');
    return changed_position >= least && is_its
      ? ''
      : `its last change is not the journal's, at ${least} or later`;
  };

  return (row) => {
    const last = journal.lastOf('session', row.agent_id, sessionId(row.position));
    if (last !== undefined && last.position !== row.state_position)
      return `its last change of state is not the journal's, ${last.kind} at ${last.position}`;
    const told = journal.at(row.state_position);
    if (told === undefined)
      return row.state_position > journal.compacted ? 'no journal entry has its last change of state' : '';
    if (!STATE_KINDS.has(told.kind) || told.key !== sessionId(row.position) || told.agent_id !== row.agent_id)
      return `its last change of state is ${told.kind} of ${told.key} of ${told.agent_id}`;
    const trade = ENDED.has(String(row.state))
      ? undefined
      : newestTrade.get(row.agent_id, row.state_position);
    const traded =
      trade === undefined ? {} : ((unpackDocument(trade.payload) as DocObject).session as DocObject);
    return (
      wrongChange(row, trade) ||
      differing(row, { ...(told.payload.session as DocObject), ...traded }) ||
      wrongState(row, told) ||
      wrongOpening(row)
    );
  };
}

function wrongState(row: SessionRow, { kind, time_us, payload }: Told): string {
  const has_ended = ENDED.has(row.state);
  const ended_us = !has_ended ? null : row.state === 'EXPIRED' ? row.closes_us : time_us;
  if (row.ended_us !== ended_us) return `it is ${row.state}, and its end is ${row.ended_us}, not ${ended_us}`;
  // What it hands on to the agent's next session. Entries from before pauses outlasted a session do not tell it.
  if (has_ended && kind === 'session.changed')
    return differing(row, { state_before: payload.outlasts ?? (payload.from === 'HALTED' ? 'HALTED' : '') });
  if (row.state !== 'LOST') return differing(row, { state_before: '' });
  // A take-over does not say what a session that was lost goes back to.
  return kind === 'session.changed'
    ? differing(row, { state_before: payload.state_before ?? payload.from })
    : '';
}

type Holding = Pick<PositionRow, 'quantity' | 'cost'>;

/** What an entry left of a position; undefined when it moved none. */
function leftBy({ kind, payload }: Pick<Told, 'kind' | 'payload'>): Holding | undefined {
  const left = kind === 'session.trade' ? (payload.position as DocObject | null) : payload;
  return left === null ? undefined : { quantity: String(left.quantity), cost: String(left.cost) };
}

/** Positions are those that the newest fill or position entry of their market left, in both directions. */
function standingPositions(
  { db, journal, whole, report }: Standing,
  openings: ReadonlyMap<string, number>,
): void {
  const rows = new Map<string, PositionRow>();
  for (const row of db.prepare<[], PositionRow>('SELECT * FROM session_positions').iterate())
    rows.set(`${row.agent_id} ${row.market}`, row);
  const newestOf = newestFills(db, journal, whole);
  const leftAt = leftIn(db, journal);
  const markets = new Map<string, Map<string, number>>();
  const note = (agent_id: string, market: string, position: number): void => {
    const known = markets.get(agent_id) ?? new Map<string, number>();
    markets.set(agent_id, known.set(market, Math.max(position, known.get(market) ?? 0)));
  };
  for (const { agent_id, key, position } of journal.of('position'))
    if (position > (openings.get(agent_id) ?? Number.POSITIVE_INFINITY)) note(agent_id, key, position);
  for (const [agent_id, opened] of openings)
    for (const [market, position] of newestOf(agent_id, opened)) note(agent_id, market, position);
  const tell = (agent_id: string, market: string, position: number, problem: string): void => {
    if (problem !== '')
      report('session.position', position, `the position of ${agent_id} in ${market}`, problem);
  };
  for (const row of rows.values()) {
    const newest = markets.get(row.agent_id)?.get(row.market);
    const opened = openings.get(row.agent_id);
    tell(
      row.agent_id,
      row.market,
      row.changed_position,
      opened === undefined
        ? 'there is no open session'
        : soundly(() => wrongPosition(journal, leftAt, row, opened, newest)),
    );
  }
  for (const [agent_id, of_agent] of markets) {
    for (const [market, position] of of_agent) {
      if (rows.has(`${agent_id} ${market}`)) continue;
      const problem = soundly(() => {
        const left = leftAt(agent_id, position)?.quantity ?? '0';
        return left === '0' ? '' : `it is not there, and ${left} in the journal`;
      });
      tell(agent_id, market, position, problem);
    }
  }
}

/** The newest fill of each market since a session was opened, as far as it is looked for. */
function newestFills(db: Standing['db'], journal: Newest, whole: boolean) {
  const trades = db.prepare<[string, number], NewestTrade>(
    `SELECT position, market, payload FROM session_trades WHERE agent_id = ? AND position > ? ORDER BY position DESC`,
  );
  let left = whole ? Number.POSITIVE_INFINITY : MAX_TRADES;
  return (agent_id: string, opened: number): Map<string, number> => {
    const newest = new Map<string, number>();
    if (left <= 0) return newest;
    for (const { position, market, payload } of trades.iterate(agent_id, Math.max(opened, journal.from))) {
      if (left-- <= 0) break;
      if (!newest.has(market) && isFill(payload)) newest.set(market, position);
    }
    return newest;
  };
}

/** One that is damaged is for the journal's check to name. */
function isFill(payload: Uint8Array): boolean {
  let moved = false;
  soundly(() => {
    moved = leftBy({ kind: 'session.trade', payload: unpackDocument(payload) as DocObject }) !== undefined;
    return '';
  });
  return moved;
}

function wrongPosition(
  journal: Newest,
  leftAt: LeftAt,
  row: PositionRow,
  opened: number,
  newest: number | undefined,
): string {
  const { agent_id, market, changed_position } = row;
  if (changed_position <= opened) return 'it is older than the session';
  if (newest !== undefined && newest > changed_position)
    return `the journal has a newer entry of it, at ${newest}`;
  const told = journal.at(changed_position);
  if (told === undefined)
    return changed_position > journal.compacted ? 'no journal entry has its position' : '';
  const left = leftAt(agent_id, changed_position);
  if (left === undefined || left.market !== market) return `its journal entry is ${told.kind} of ${told.key}`;
  const { market: _, mark_price, ...holding } = left;
  return (
    differing(row, { ...holding, updated_us: told.time_us }) ||
    (mark_price === undefined ? '' : differing(row, { mark_price }))
  );
}

type LeftAt = ReturnType<typeof leftIn>;

/** What the entry at a position left, and of which market. */
function leftIn(db: Standing['db'], journal: Newest) {
  const trade = db
    .prepare<[string, number], Uint8Array>(
      'SELECT payload FROM session_trades WHERE agent_id = ? AND position = ?',
    )
    .pluck();
  return (agent_id: string, position: number) => {
    const told = journal.at(position);
    if (told === undefined || told.agent_id !== agent_id) return undefined;
    if (told.kind === 'session.position') {
      const { mark_price } = told.payload;
      return { ...leftBy(told), market: told.key, mark_price: String(mark_price) };
    }
    if (told.kind !== 'session.trade') return undefined;
    const bytes = trade.get(agent_id, position);
    if (bytes === undefined) return undefined;
    const payload = unpackDocument(bytes) as DocObject;
    const left = leftBy({ kind: told.kind, payload });
    return left && { ...left, market: String(payload.market), mark_price: undefined };
  };
}
