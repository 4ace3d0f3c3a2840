/** Checks the sessions' own invariants over a whole file: totals are those of the trades, positions have a session. */
import { AmountTotal, compareAmounts, isNegativeAmount } from '../../codec/amount.js';
import { revisionOf } from '../../journal/position.js';
import type { Finding } from '../../journal/verify.js';
import type { Db } from '../../store/db.js';
import { soundly } from '../standing.js';
import { type SessionRow, sessionId } from './rows.js';
import { type TradeRow, toTradeView } from './trades.js';

const MAX_FINDINGS = 100;
const OPEN_STATES = new Set(['ACTIVE', 'REDUCING', 'PAUSED', 'HALTED', 'LOST']);

export function verifySessions(db: Db): Finding[] {
  const findings: Finding[] = [];
  const after = db.prepare<[number], SessionRow>(
    'SELECT * FROM sessions WHERE position > ? ORDER BY position LIMIT 1',
  );
  // They were recorded before the agent's next session was opened.
  const trades = db.prepare<[{ agent_id: string; position: number }], TradeRow>(
    `SELECT * FROM session_trades
     WHERE agent_id = :agent_id AND session_position = :position AND position > :position AND position < coalesce(
       (SELECT min(position) FROM sessions WHERE agent_id = :agent_id AND position > :position), 9e15)
     ORDER BY position`,
  );
  const positionOf = db
    .prepare<[string, string, string], number>(
      'SELECT position FROM session_trade_ids WHERE agent_id = ? AND venue = ? AND trade_id = ?',
    )
    .pluck();
  // One session at a time in a transaction of its own: a long read would hold up checkpoints.
  const next = db.transaction((position: number): SessionRow | undefined => {
    const row = after.get(position);
    if (row === undefined) return undefined;
    const tell = (problem: string): void => {
      const message = `session ${sessionId(row.position)} of ${row.agent_id}: ${problem}`;
      findings.push({ kind: 'session.totals', revision: revisionOf(row.changed_position), message });
    };
    const unreadable = soundly(() => {
      const { agent_id, position } = row;
      const of_session = trades.iterate({ agent_id, position });
      problemsOf(row, of_session, (venue, trade_id) => positionOf.get(agent_id, venue, trade_id)).forEach(
        tell,
      );
      return '';
    });
    if (unreadable !== '') tell(unreadable);
    return row;
  });
  let row = next.deferred(0);
  while (row !== undefined && findings.length < MAX_FINDINGS) row = next.deferred(row.position);
  return [...findings, ...strays(db)].slice(0, MAX_FINDINGS);
}

function problemsOf(
  row: SessionRow,
  trades: Iterable<TradeRow>,
  positionOf: (venue: string, trade_id: string) => number | undefined,
): string[] {
  const problems: string[] = [];
  const pnl = new AmountTotal();
  const fees = new AmountTotal();
  const capital = new AmountTotal();
  capital.add(row.start_capital);
  let last_loss_us = row.last_loss_us;
  const counted = { trades: 0, wins: 0, losses: 0 };
  for (const each of trades) {
    const trade = toTradeView(each);
    const { venue, trade_id, session_id, market } = trade;
    const is_known = positionOf(venue, trade_id) === each.position;
    if (!is_known || session_id !== sessionId(row.position) || market !== each.market)
      problems.push(`its trade ${trade_id} of ${venue} is not kept as it was recorded`);
    pnl.add(trade.pnl);
    fees.add(trade.fee);
    capital.add(trade.pnl);
    capital.subtract(trade.fee);
    counted.trades += 1;
    if (isNegativeAmount(trade.pnl)) {
      counted.losses += 1;
      last_loss_us = each.time_us;
    } else if (trade.pnl !== '0') counted.wins += 1;
  }
  const expect = (name: string, stored: string | number, actual: string | number): void => {
    if (stored !== actual) problems.push(`it has ${name} ${stored}, but its trades make ${actual}`);
  };
  expect('total_pnl', row.total_pnl, pnl.text());
  expect('total_fees', row.total_fees, fees.text());
  expect('trades', row.trades, counted.trades);
  expect('wins', row.wins, counted.wins);
  expect('losses', row.losses, counted.losses);
  expect('last_loss_us', row.last_loss_us, last_loss_us);
  expect('current_capital', row.current_capital, capital.text());
  if (compareAmounts(row.peak_capital, row.current_capital) < 0)
    problems.push(`it has the peak ${row.peak_capital}, below its capital ${row.current_capital}`);
  const is_open = OPEN_STATES.has(row.state);
  if (is_open !== (row.ended_us === null))
    problems.push(`it is ${row.state}, but ${is_open ? 'has an end' : 'has none'}`);
  return problems;
}

/** What is there without what it belongs to. */
function strays(db: Db): Finding[] {
  const positions = db.prepare<[number], { agent_id: string; market: string; changed_position: number }>(
    `SELECT p.agent_id, p.market, p.changed_position FROM session_positions p
     WHERE NOT EXISTS (SELECT 1 FROM sessions s WHERE s.agent_id = p.agent_id AND s.ended_us IS NULL) LIMIT ?`,
  );
  const trades = db.prepare<[number], { agent_id: string; position: number }>(
    `SELECT t.agent_id, t.position FROM session_trades t
     LEFT JOIN sessions s ON s.position = t.session_position LEFT JOIN journal j ON j.position = t.position
     WHERE s.agent_id IS NOT t.agent_id OR j.time_us <> t.time_us LIMIT ?`,
  );
  const ids = db.prepare<[number], { agent_id: string; trade_id: string; position: number }>(
    `SELECT i.agent_id, i.trade_id, i.position FROM session_trade_ids i
     LEFT JOIN session_trades t ON t.agent_id = i.agent_id AND t.position = i.position
     WHERE t.position IS NULL LIMIT ?`,
  );
  const counts = db.prepare<[], { trades: number; ids: number }>(
    `SELECT (SELECT count(*) FROM session_trades) AS trades, (SELECT count(*) FROM session_trade_ids) AS ids`,
  );
  return db
    .transaction((): Finding[] => {
      const count = counts.get() ?? { trades: 0, ids: 0 };
      return [
        ...positions.all(MAX_FINDINGS).map(({ agent_id, market, changed_position }) => ({
          kind: 'session.position',
          revision: revisionOf(changed_position),
          message: `${agent_id} has a position of ${market} without an open session`,
        })),
        ...trades.all(MAX_FINDINGS).map(({ agent_id, position }) => ({
          kind: 'session.trade',
          revision: revisionOf(position),
          message: `a trade in revision ${revisionOf(position)} of ${agent_id}: it belongs to no session of its own, or has another time`,
        })),
        ...ids.all(MAX_FINDINGS).map(({ agent_id, trade_id, position }) => ({
          kind: 'session.trade',
          revision: revisionOf(position),
          message: `trade id ${trade_id} of ${agent_id} names no trade`,
        })),
        ...(count.trades === count.ids
          ? []
          : [
              {
                kind: 'session.trade',
                revision: 0,
                message: `there are ${count.trades} trades, but ${count.ids} trade ids`,
              },
            ]),
      ];
    })
    .deferred();
}
