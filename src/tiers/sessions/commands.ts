/** What the session tier does alone: positions told outright, and changes of state. */
import { fitting, scaleAmount, scaleText, subtractText } from '../../codec/amount.js';
import type { DocObject } from '../../codec/value.js';
import { HoldfastError } from '../../errors.js';
import { revisionOf } from '../../journal/position.js';
import type { Db } from '../../store/db.js';
import { attribution, type HandlersOf, type Tx } from '../command.js';
import { dayOf } from './figures.js';
import { requireEpoch, type SessionLife, sessionLife, wrongState } from './life.js';
import { isDue, type PositionRow, type SessionRow } from './rows.js';
import {
  MAY_BE_LOST,
  type PositionView,
  pauseOf,
  type SessionCommands,
  type SessionState,
  type SessionView,
} from './types.js';
import { toPositionView, toView } from './views.js';

export function sessionCommands(db: Db): HandlersOf<SessionCommands> {
  const life = sessionLife(db);
  const view = (tx: Tx, row: SessionRow): { session: SessionView } => ({
    session: toView(row, tx.epoch, tx.now_us, life.rows.parameters(row.position)),
  });

  return {
    set_position: (tx, { session_id, market, quantity, average_price, mark_price }) => {
      requireEpoch(tx);
      const session = life.requireOpenId(tx, session_id);
      const before = life.positions.find(tx.agent_id, market);
      const cost = scaleAmount(quantity, average_price, '1');
      const told = {
        quantity,
        cost,
        mark_price: mark_price === '' ? (before?.mark_price ?? '') : mark_price,
      };
      return { position: putPosition(life, tx, session, market, before, told, attribution(tx)) };
    },

    mark_position: (tx, { session_id, market, mark_price }) => {
      requireEpoch(tx);
      const session = life.requireOpenId(tx, session_id);
      const before = requirePosition(life, tx, market);
      const told = { quantity: before.quantity, cost: before.cost, mark_price };
      return { position: putPosition(life, tx, session, market, before, told) };
    },

    clear_position: (tx, { session_id, market }) => {
      requireEpoch(tx);
      const session = life.requireOpenId(tx, session_id);
      const before = requirePosition(life, tx, market);
      const payload = { market, quantity: '0', cost: '0', mark_price: before.mark_price, ...attribution(tx) };
      const { position } = tx.emit('session.position', market, payload, 'journal');
      life.positions.remove(tx.agent_id, market);
      life.rows.touch({ position: session.position, changed_position: position });
      return { position: { ...toPositionView(before), revision: revisionOf(position) } };
    },

    pause_session: (tx, { reduce_only, reason }) => {
      const row = life.requireOpen(tx);
      if (row.state === 'HALTED') throw wrongState(row.state, 'use ResetHalt');
      const pause = reduce_only ? 'REDUCING' : 'PAUSED';
      if (pauseOf(row) === 'PAUSED' && reduce_only)
        throw wrongState(row.state, 'reduce_only would loosen a pause, and only ResumeSession does');
      if (row.state !== 'LOST') return view(tx, moveTo(life, tx, row, pause, reason));
      // Nobody is there: what comes back is paused.
      if (row.state_before === pause) return view(tx, row);
      const extra = { state_before: pause, pause_reason: reason } as const;
      return view(tx, life.change(tx, row, 'LOST', reason, { ...extra, ...attribution(tx) }, extra));
    },

    resume_session: (tx, { reason }) => {
      const row = life.requireOpen(tx);
      if (row.state === 'HALTED') throw wrongState(row.state, 'use ResetHalt');
      return view(tx, moveTo(life, tx, row, 'ACTIVE', reason));
    },

    halt_session: (tx, { reason }) => view(tx, moveTo(life, tx, life.requireOpen(tx), 'HALTED', reason)),

    reset_halt: (tx, { reason, operator, rebase, reduce_only }) => {
      const row = life.requireOpen(tx);
      if (row.state !== 'HALTED') throw wrongState(row.state, 'only a halt is reset');
      const because = { halted_because: row.reason, reset_because: reason };
      const told = { operator, ...attribution(tx), rebase, ...because };
      const extra = rebase
        ? {
            base_capital: row.current_capital,
            peak_capital: row.current_capital,
            day: dayOf(tx.now_us),
            day_pnl: '0',
          }
        : {};
      const { pause_under_halt: pause, pause_reason } = row;
      if (pause !== '') return view(tx, life.change(tx, row, pause, pause_reason || reason, told, extra));
      return view(tx, life.change(tx, row, reduce_only ? 'REDUCING' : 'ACTIVE', reason, told, extra));
    },

    close_session: (tx, { session_id, reason }) => {
      if (session_id !== '') requireEpoch(tx);
      const row = session_id === '' ? life.requireOpen(tx) : life.requireOpenId(tx, session_id);
      const [closed, positions] = life.end(tx, row, 'CLOSED', reason);
      return { ...view(tx, closed), positions: positions.map(toPositionView) };
    },

    lose_sessions: (tx, { sessions }) => {
      let lost = 0;
      for (const { agent_id, position, state_position } of sessions) {
        const row = life.rows.find(position);
        if (row === undefined || row.state_position !== state_position || isDue(row, tx.now_us)) continue;
        if (!MAY_BE_LOST.has(row.state)) continue;
        const reason = `no heartbeat within ${row.heartbeat_interval_ms} ms`;
        life.change(tx.as(agent_id), row, 'LOST', reason, {}, { state_before: row.state });
        lost += 1;
      }
      return { lost };
    },
  };
}

/** In that state already: nothing changes, the reason neither. */
function moveTo(life: SessionLife, tx: Tx, row: SessionRow, state: SessionState, reason: string): SessionRow {
  return row.state === state ? row : life.change(tx, row, state, reason, attribution(tx));
}

function requirePosition(life: SessionLife, tx: Tx, market: string): PositionRow {
  const row = life.positions.find(tx.agent_id, market);
  if (row !== undefined) return row;
  throw new HoldfastError('NOT_FOUND', `the session has no position of ${market}`, { field: 'market' });
}

type Told = Pick<PositionRow, 'quantity' | 'cost' | 'mark_price'>;

/** @throws HoldfastError LIMIT_EXCEEDED where what the position would have made at its mark price is no amount. */
function requireMarkFits({ quantity, cost, mark_price }: Told): void {
  if (mark_price === '') return;
  try {
    fitting(subtractText(scaleText(quantity, mark_price, '1'), cost));
  } catch (error) {
    if (!(error instanceof HoldfastError)) throw error;
    const message = `mark_price: ${quantity} at ${mark_price}, less the cost of ${cost}, has more than 38 integer digits`;
    throw new HoldfastError(error.reason, message, { ...error.details, field: 'mark_price' });
  }
}

function putPosition(
  life: SessionLife,
  tx: Tx,
  session: SessionRow,
  market: string,
  before: PositionRow | undefined,
  told: Told,
  attributed: DocObject = {},
): PositionView {
  const same =
    before?.quantity === told.quantity && before.cost === told.cost && before.mark_price === told.mark_price;
  if (before !== undefined && same) return toPositionView(before);
  requireMarkFits(told);
  const { position } = tx.emit('session.position', market, { market, ...told, ...attributed }, 'journal');
  const row: PositionRow = {
    agent_id: tx.agent_id,
    market,
    ...told,
    opened_us: before?.opened_us ?? tx.now_us,
    updated_us: tx.now_us,
    changed_position: position,
  };
  life.positions.put(row, before === undefined);
  life.rows.touch({ position: session.position, changed_position: position });
  return toPositionView(row);
}
