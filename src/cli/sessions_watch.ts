/** `holdfast sessions watch`: a table redrawn in place that one would leave open, or a line per change for programs. */
import { setTimeout as sleep } from 'node:timers/promises';
import { HoldfastError } from '@holdfast/client';
import type { Session__Output } from '@holdfast/client/types/Session.js';
import { type Command, type Context, UsageError } from './command.js';
import { shown, toJson } from './output.js';
import { screenOf, stateCell } from './sessions_screen.js';
import { countArgument, timeCell } from './values.js';

/** How long one that has ended stays on the screen. */
const ENDED_SHOWN_MS = 60_000;
const REDRAW_MS = 1000;
const RETRY_MS = 500;

export const watch: Command = {
  name: 'sessions watch',
  summary: 'follow sessions live, over daemon restarts: a table on a terminal, lines elsewhere',
  details:
    'All agents unless --agent names one. With --json one JSON object per line. On a terminal sessions that need a look ' +
    '(LOST, HALTED) are marked "!" and stand first.',
  options: { count: { value: 'N', help: 'end after N sessions told' } },
  examples: ['holdfast sessions watch', 'holdfast sessions watch --json | jq .agent_id'],
  run: async (context) => {
    const count = context.text('count');
    const limit = count === undefined ? Number.POSITIVE_INFINITY : Number(countArgument(count, '--count'));
    if (limit === 0) throw new UsageError('--count must be at least 1');
    const stop = new AbortController();
    const end = (): void => stop.abort();
    process.once('SIGINT', end).once('SIGTERM', end);
    const view = context.out.screen && !context.out.json ? new Board(context) : lines(context);
    try {
      await follow(context, view, limit, stop.signal);
    } finally {
      view.drawn();
      view.close();
      process.off('SIGINT', end).off('SIGTERM', end);
    }
  },
};

/** Where what is told goes. */
interface View {
  session(session: Session__Output): void;
  /** The connection is new: every open session is told next. */
  begin(): void;
  /** Every open session has been told. */
  complete(): void;
  /** A message has been told. */
  drawn(): void;
  away(problem: string): void;
  close(): void;
}

async function follow(context: Context, view: View, limit: number, signal: AbortSignal): Promise<void> {
  const request = { agent_id: context.agent ?? '*' };
  // The first contact must succeed: a wrong address is an error, a restart later on is not.
  await context.daemon.admin.getServerInfo({}, { signal });
  let told = 0;
  while (!signal.aborted) {
    try {
      view.begin();
      for await (const message of context.daemon.sessions.watchSessions(request, { signal })) {
        for (const session of message.sessions) {
          view.session(session);
          told += 1;
          if (told >= limit) return;
        }
        if (message.snapshot_done) view.complete();
        view.drawn();
      }
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof HoldfastError) || !mayComeBack(error)) throw error;
      view.away(error.message);
    }
    await sleep(RETRY_MS, undefined, { signal }).catch(() => {});
  }
}

const AWAY: ReadonlySet<string> = new Set(['UNAVAILABLE', 'SHUTTING_DOWN', 'SLOW_CONSUMER', 'UNKNOWN']);

function mayComeBack({ reason }: HoldfastError): boolean {
  return AWAY.has(reason);
}

function lines({ out }: Context): View {
  let is_away = false;
  return {
    session: (session) => {
      if (is_away) out.remark('holdfast: the daemon is back');
      is_away = false;
      out.line(out.json ? toJson(session) : words(session));
    },
    begin: () => {},
    complete: () => {},
    drawn: () => {},
    away: (problem) => {
      if (!is_away) out.remark(`holdfast: ${problem}; waiting for the daemon`);
      is_away = true;
    },
    close: () => {},
  };
}

function words(session: Session__Output): string {
  const { agent_id, state, current_capital, asset, total_pnl, trades, last_heartbeat_at, reason } = session;
  const heard = last_heartbeat_at === null ? '' : `heard ${timeCell(last_heartbeat_at)}`;
  const capital = `${current_capital} ${asset}`;
  const cells = [agent_id, stateCell(state), capital, `p&l ${total_pnl}`, `${trades} trades`, heard, reason];
  return cells
    .filter((cell) => cell !== '')
    .map(shown)
    .join('  ');
}

interface Told {
  readonly session: Session__Output;
  readonly at_ms: number;
}

/** The table on a terminal. Redrawn when something is told, and each second for the ages in it. */
class Board implements View {
  readonly #out: Context['out'];
  readonly #sessions = new Map<string, Told>();
  #fresh: Set<string> | undefined;
  #problem = '';
  readonly #timer: NodeJS.Timeout;

  constructor(context: Context) {
    this.#out = context.out;
    this.#out.openScreen();
    this.#timer = setInterval(() => this.#draw(), REDRAW_MS);
  }

  session(session: Session__Output): void {
    this.#problem = '';
    this.#fresh?.add(session.session_id);
    this.#sessions.set(session.session_id, { session, at_ms: performance.now() });
  }

  begin(): void {
    this.#fresh = new Set();
  }

  /** What was open before and is not told any more has ended while nobody watched. */
  complete(): void {
    this.#problem = '';
    for (const id of this.#sessions.keys()) if (this.#fresh?.has(id) === false) this.#sessions.delete(id);
    this.#fresh = undefined;
  }

  drawn(): void {
    this.#draw();
  }

  away(problem: string): void {
    this.#problem = problem;
    this.#draw();
  }

  close(): void {
    clearInterval(this.#timer);
    this.#out.closeScreen();
  }

  #draw(): void {
    const now_ms = performance.now();
    for (const [id, { session, at_ms }] of this.#sessions)
      if (session.ended_at !== null && now_ms - at_ms > ENDED_SHOWN_MS) this.#sessions.delete(id);
    const sessions = [...this.#sessions.values()].map((told) => told.session);
    this.#out.draw(screenOf(sessions, Date.now(), this.#problem));
  }
}
