/** What `holdfast sessions watch` draws: what matters most stands within 80 columns, the terminal cuts off the rest. */
import type { Session__Output } from '@holdfast/client/types/Session.js';
import { compareProducts } from '../codec/amount.js';
import { type Column, formatTable, shown } from './output.js';

const PREFIX = 'SESSION_STATE_';

/** A session's state as it is shown everywhere: ACTIVE, HALTED. */
export function stateCell(state: string): string {
  return state.slice(PREFIX.length);
}

const right = true;
const COLUMNS: readonly Column[] = [
  { title: '' },
  { title: 'AGENT' },
  { title: 'STATE' },
  { title: 'CAPITAL', right },
  { title: 'P&L', right },
  { title: 'TODAY', right },
  { title: 'DRAWDOWN', right },
  { title: 'HEARD', right },
  { title: 'ASSET' },
  { title: 'TRADES', right },
  { title: 'WON', right },
  { title: 'LOST', right },
  { title: 'REASON' },
];

const URGENT: ReadonlySet<string> = new Set(['SESSION_STATE_LOST', 'SESSION_STATE_HALTED']);

/** The whole screen as lines: what needs a look first, then by agent. */
export function screenOf(sessions: readonly Session__Output[], now_ms: number, problem: string): string[] {
  const urgent = sessions.filter(({ state }) => URGENT.has(state)).length;
  const open = sessions.filter(({ ended_at }) => ended_at === null).length;
  const time = new Date(now_ms).toISOString().slice(0, 19).replace('T', ' ');
  const title = `holdfast sessions  ${time} UTC  ${open} open, ${urgent} need a look`;
  const rows = [...sessions].sort(byUrgency).map((session) => rowOf(session, now_ms));
  return [
    problem === '' ? title : `${title}  NO ANSWER: ${shown(problem)}`,
    '',
    ...(rows.length === 0 ? ['no open sessions'] : formatTable(COLUMNS, rows).split('\n')),
  ];
}

function byUrgency(a: Session__Output, b: Session__Output): number {
  const rank = ({ state, ended_at }: Session__Output): number =>
    URGENT.has(state) ? 0 : ended_at === null ? 1 : 2;
  return rank(a) - rank(b) || (a.agent_id < b.agent_id ? -1 : 1);
}

function rowOf(session: Session__Output, now_ms: number): string[] {
  return [
    URGENT.has(session.state) ? '!' : ' ',
    shortName(session.agent_id),
    stateCell(session.state),
    rounded(session.current_capital),
    rounded(session.total_pnl),
    rounded(session.daily_pnl),
    drawdown(session),
    age(session.last_heartbeat_at, now_ms),
    session.asset,
    session.trades,
    session.wins,
    session.losses,
    session.reason,
  ];
}

const NAME_CHARACTERS = 12;
/** What is kept of a long name's end, where names of a kind differ. */
const NAME_END = 5;

function shortName(name: string): string {
  if (name.length <= NAME_CHARACTERS) return name;
  return `${name.slice(0, NAME_CHARACTERS - NAME_END - 1)}…${name.slice(-NAME_END)}`;
}

const DIGITS = 6;

/** An amount to six digits for the eye: all of its integer digits, and as many of its fraction as are left. */
function rounded(amount: string): string {
  const [whole = '', fraction = ''] = amount.replace('-', '').split('.');
  const keep = Math.max(0, DIGITS - (whole === '0' ? 0 : whole.length));
  if (fraction.length <= keep) return amount;
  const up = (fraction[keep] ?? '') >= '5' ? 1n : 0n;
  const digits = String(BigInt(`${whole}${fraction.slice(0, keep)}`) + up).padStart(keep + 1, '0');
  const point = digits.length - keep;
  const rest = keep === 0 ? '' : `.${digits.slice(point)}`;
  return `${amount.startsWith('-') ? '-' : ''}${digits.slice(0, point)}${rest}`;
}

/** Used of what may be lost, by the limit that is nearer; without a limit what is lost of the capital it began with. */
function drawdown(session: Session__Output): string {
  const { drawdown_from_start: start, drawdown_from_peak: peak } = session;
  const { max_drawdown: of_start, max_drawdown_from_peak: of_peak } = session;
  const by_peak = of_peak !== '' && (of_start === '' || compareProducts(peak, of_start, start, of_peak) > 0);
  if (by_peak) return `${percent(peak)} of ${plainPercent(of_peak)} peak`;
  return of_start === '' ? percent(start) : `${percent(start)} of ${plainPercent(of_start)}`;
}

/** A fraction such as 0.0123 as 1.23%, cut to two digits; text all the way, since it speaks of money. */
function percent(fraction: string): string {
  const [whole = '0', digits = ''] = fraction.split('.');
  const padded = digits.padEnd(4, '0');
  const units = `${whole}${padded.slice(0, 2)}`.replace(/^0+(?=\d)/, '');
  return `${units}.${padded.slice(2, 4)}%`;
}

/** 0.125 as 12.5%, 0.1 as 10%. */
function plainPercent(fraction: string): string {
  return percent(fraction).replace(/\.?0+%$/, '%');
}

function age(time: Session__Output['last_heartbeat_at'], now_ms: number): string {
  if (time === null) return '';
  const seconds = Math.max(0, Math.round(now_ms / 1000 - Number(time.seconds)));
  return seconds < 120
    ? `${seconds}s`
    : seconds < 7200
      ? `${Math.floor(seconds / 60)}m`
      : `${Math.floor(seconds / 3600)}h`;
}
