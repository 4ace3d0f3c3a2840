import { userInfo } from 'node:os';
import { listAll } from '@holdfast/client';
import type { Position__Output } from '@holdfast/client/types/Position.js';
import type { Session__Output } from '@holdfast/client/types/Session.js';
import { SessionState } from '@holdfast/client/types/SessionState.js';
import type { Command, Context, Option } from './command.js';
import { LIMIT, take } from './lists.js';
import type { Column } from './output.js';
import { stateCell } from './sessions_screen.js';
import { trades } from './sessions_trades.js';
import { watch } from './sessions_watch.js';
import { documentCell, durationCell, enumArgument, timeCell } from './values.js';

const PREFIX = 'SESSION_STATE_';
const REASON: Readonly<Record<string, Option>> = { reason: { value: 'TEXT', help: 'why' } };
const right = true;

const list: Command = {
  name: 'sessions list',
  summary: 'list sessions, newest first; of every agent unless --agent names one',
  options: {
    ...LIMIT,
    state: { value: 'STATE', help: 'only these, such as ACTIVE or HALTED', multiple: true },
  },
  examples: ['holdfast sessions list --state halted --state lost'],
  run: async (context) => {
    const states = context.texts('state').map((state) => enumArgument(SessionState, PREFIX, state, 'state'));
    const request = { agent_id: context.agent ?? '*', states };
    const found = await take(context, listAll(context.daemon.sessions.listSessions, request));
    context.out.reply(found, () =>
      context.out.table(
        [
          'AGENT',
          'STATE',
          'ASSET',
          { title: 'CAPITAL', right },
          { title: 'P&L', right },
          { title: 'FEES', right },
          { title: 'TRADES', right },
          'OPENED',
          'ENDED',
          'SESSION',
        ],
        found.map((one) => [
          one.agent_id,
          stateCell(one.state),
          one.asset,
          one.current_capital,
          one.total_pnl,
          one.total_fees,
          one.trades,
          timeCell(one.opened_at),
          timeCell(one.ended_at),
          one.session_id,
        ]),
        'no sessions',
      ),
    );
  },
};

const show: Command = {
  name: 'sessions show',
  summary: "show a session and its positions: the agent's newest, or one by its id",
  args: [{ name: 'SESSION', help: 'its id', optional: true }],
  examples: ['holdfast --agent alpha sessions show'],
  run: async (context) => {
    const reply = await context.holdfast.sessions.getSession({ session_id: context.arg(0) });
    const { session, positions } = reply;
    context.out.reply(reply, () => {
      if (session !== null) context.out.facts(facts(session));
      showPositions(context, positions);
    });
  },
};

function facts(session: Session__Output): [string, string][] {
  const limits: [string, string][] = [
    ['max drawdown', session.max_drawdown],
    ['max drawdown from peak', session.max_drawdown_from_peak],
    ['max daily loss', session.max_daily_loss],
  ];
  return [
    ['session', session.session_id],
    ['agent', session.agent_id],
    ['state', stateCell(session.state)],
    ['reason', session.reason],
    ['epoch', session.epoch],
    ['asset', session.asset],
    ['account', session.account],
    ['start capital', session.start_capital],
    ['current capital', session.current_capital],
    ['peak capital', session.peak_capital],
    ['p&l', session.total_pnl],
    ['fees', session.total_fees],
    ["today's p&l less fees", session.daily_pnl],
    ['drawdown from start', session.drawdown_from_start],
    ['drawdown from peak', session.drawdown_from_peak],
    ...limits.filter(([, value]) => value !== ''),
    ['trades (won, lost)', `${session.trades} (${session.wins}, ${session.losses})`],
    ['losses in a row', String(session.consecutive_losses)],
    ['opened', timeCell(session.opened_at)],
    ['closes', timeCell(session.closes_at)],
    ['ended', timeCell(session.ended_at)],
    ['heartbeat every', durationCell(session.heartbeat_interval)],
    ['last heartbeat', timeCell(session.last_heartbeat_at)],
    ['parameters', documentCell(session.parameters)],
  ];
}

const POSITION_COLUMNS: readonly (Column | string)[] = [
  'MARKET',
  { title: 'QUANTITY', right },
  { title: 'AVERAGE', right },
  { title: 'COST', right },
  { title: 'MARK', right },
  { title: 'UNREALIZED', right },
];

function showPositions({ out }: Context, positions: readonly Position__Output[]): void {
  if (positions.length === 0) return;
  out.line('');
  out.table(POSITION_COLUMNS, positions.map(positionRow));
}

function positionRow(position: Position__Output): string[] {
  const { market, quantity, average_price, cost, mark_price, unrealized_pnl } = position;
  return [market, quantity, average_price, cost, mark_price, unrealized_pnl];
}

type Change = (context: Context) => Promise<{
  readonly session: Session__Output | null;
  readonly positions?: readonly Position__Output[];
}>;

/** What changes a session's state and shows how it stands then. */
function change(command: Omit<Command, 'run'>, send: Change): Command {
  return {
    ...command,
    run: async (context) => {
      const reply = await send(context);
      context.out.reply(reply, () => {
        context.out.facts([
          ['session', reply.session?.session_id],
          ['state', stateCell(reply.session?.state ?? '')],
          ['reason', reply.session?.reason],
        ]);
        showPositions(context, reply.positions ?? []);
      });
    },
  };
}

const pause = change(
  {
    name: 'sessions pause',
    summary: 'take no new risk for now',
    options: {
      ...REASON,
      'reduce-only': { help: 'let through what brings positions closer to zero' },
    },
    examples: ['holdfast --agent alpha sessions pause --reduce-only --reason "thin market"'],
  },
  (context) =>
    context.holdfast.sessions.pauseSession({
      reduce_only: context.on('reduce-only'),
      reason: context.text('reason') ?? '',
    }),
);

const resume = change(
  {
    name: 'sessions resume',
    summary: 'go on after a pause, or after heartbeats were missed',
    options: REASON,
    examples: ['holdfast --agent alpha sessions resume'],
  },
  (context) => context.holdfast.sessions.resumeSession({ reason: context.text('reason') ?? '' }),
);

const halt = change(
  {
    name: 'sessions halt',
    summary: 'the kill switch: no operation and no trade until it is reset',
    options: REASON,
    examples: ['holdfast --agent alpha sessions halt --reason "exchange hacked"'],
  },
  (context) => context.holdfast.sessions.haltSession({ reason: context.text('reason') ?? '' }),
);

const reset = change(
  {
    name: 'sessions reset',
    summary: 'lift a halt, not the pause beneath it; who, why and whose credential are kept for good',
    options: {
      reason: { value: 'TEXT', help: 'why; required' },
      operator: { value: 'NAME', help: 'who [the user]' },
      rebase: { help: 'make the present capital the start and the peak, and the loss of the day zero' },
      'reduce-only': { help: 'let through only what brings positions closer to zero' },
    },
    examples: ['holdfast --agent alpha sessions reset --reason "fat finger, position closed" --rebase'],
  },
  (context) =>
    context.holdfast.sessions.resetHalt({
      reason: context.text('reason') ?? '',
      operator: context.text('operator') ?? userInfo().username,
      rebase: context.on('rebase'),
      reduce_only: context.on('reduce-only'),
    }),
);

const close = change(
  {
    name: 'sessions close',
    summary: 'end a session: the open one, or one by its id; shows the positions that end with it',
    args: [{ name: 'SESSION', help: 'its id', optional: true }],
    options: REASON,
    examples: ['holdfast --agent alpha sessions close --reason "strategy retired"'],
  },
  async (context) => {
    const { sessions } = context.holdfast;
    const session_id = context.arg(0);
    const reason = context.text('reason') ?? '';
    if (session_id === '') return sessions.closeSession({ reason });
    // Whoever names a session names the epoch as well; an operator acts for the process that has it now.
    const { session } = await sessions.getSession({ session_id });
    return sessions.closeSession({ session_id, reason, epoch: session?.epoch ?? '0' });
  },
);

export const sessionsCommands: readonly Command[] = [
  list,
  show,
  trades,
  watch,
  pause,
  resume,
  halt,
  reset,
  close,
];
