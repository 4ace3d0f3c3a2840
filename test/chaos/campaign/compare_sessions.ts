/** Compares the model's sessions with what the daemon reads back, and what it must refuse and must do by itself. */
import { setTimeout as pause } from 'node:timers/promises';
import { fromUnits } from './amounts.js';
import {
  factsOfRead,
  factsOfReadPosition,
  factsOfSession,
  factsOfTrade,
  LOSABLE_US,
  type ModelSession,
} from './session_facts.js';
import { allPages, expectRead, listOf, type Scope, textOf } from './tier.js';
import { usOf } from './times.js';
import { canonical, insist } from './violation.js';
import { type Message, type Wire, WireError } from './wire.js';

export interface ModelTrade {
  readonly revision: number;
  /** What was told of it. */
  readonly content: string;
  readonly reply: Message;
}

/** All that the model knows of an agent's sessions. */
export interface AgentSessions {
  readonly agent_id: string;
  readonly epoch: number;
  /** Newest last. */
  readonly sessions: readonly ModelSession[];
  /** Of the open one. */
  readonly positions: readonly unknown[];
  readonly trades: readonly ModelTrade[];
}

/** With those that changed after revision `after`, or all. */
export async function compareSessions(scope: Scope, known: AgentSessions, after: number): Promise<void> {
  const { wire, full } = scope;
  const { agent_id, epoch, sessions } = known;
  const changed = full
    ? sessions
    : sessions.filter(({ revision }, n) => revision > after || n === sessions.length - 1);
  for (const session of changed) {
    const { session_id } = session;
    const reply = await wire.call('Sessions/GetSession', { agent_id, session_id });
    const read = reply.session as Message;
    // Changed by time since the journal was read: the next check sees it. One that is due is shown as expired.
    if (Number(read.revision) > scope.revision || isShownExpired(session, read)) continue;
    const what = `session ${session_id} of ${agent_id}`;
    expectRead(what, factsOfRead(read, false), factsOfSession(session, epoch, false));
    // The day may be over by now, which the daemon's clock says.
    const days = [fromUnits(session.day_pnl), '0'];
    insist(days.includes(textOf(read.daily_pnl)), 'lost', 'read', `the day's P&L of ${what}`, {
      session,
      read,
    });
    const positions = session.ended_us === undefined ? known.positions : [];
    expectRead(`the positions of ${what}`, listOf(reply.positions).map(factsOfReadPosition), positions);
  }
  await compareTrades(scope, known, full ? 0 : after);
  const listed = await allPages(wire, 'Sessions/ListSessions', { agent_id, states: [] }, 'sessions');
  const ids = (list: readonly { session_id?: unknown }[]) =>
    list.map(({ session_id }) => textOf(session_id)).sort();
  expectRead(`the sessions of ${agent_id}`, ids(listed), ids(sessions));
}

/** Those after the last comparison, or all; that the totals are the sums of all trades follows from the model. */
async function compareTrades(
  { wire }: Scope,
  { agent_id, trades }: AgentSessions,
  after: number,
): Promise<void> {
  const known = trades.filter(({ revision }) => revision > after);
  const found: Message[] = [];
  for (let page_token = ''; ; ) {
    const reply = await wire.call('Sessions/ListTrades', { agent_id, page_size: 1000, page_token });
    const rows = listOf(reply.trades);
    const newer = rows.filter(({ revision }) => Number(revision) > after);
    found.push(...newer);
    page_token = textOf(reply.next_page_token);
    if (page_token === '' || newer.length < rows.length) break;
  }
  const harm = found.length > known.length ? 'duplicated' : 'lost';
  insist(
    found.length === known.length,
    harm,
    'trades',
    `${agent_id} has ${found.length} trades after revision ${after}, not ${known.length}`,
  );
  const inOrder = (list: readonly unknown[]) => list.map(canonical).sort();
  expectRead(
    `the trades of ${agent_id} after revision ${after}`,
    inOrder(found.map(factsOfTrade)),
    inOrder(known.map(({ reply }) => reply)),
  );
}

/** A heartbeat of a replaced process is refused. */
export async function expectFenced(wire: Wire, { agent_id, epoch, sessions }: AgentSessions): Promise<void> {
  const session = sessions.at(-1);
  if (epoch < 2 || session === undefined) return;
  const { session_id } = session;
  const reason = await wire
    .call('Sessions/Heartbeat', { agent_id, session_id, epoch: String(epoch - 1) })
    .then(
      () => 'nothing',
      (error: unknown) => {
        if (error instanceof WireError && error.reason !== '') return error.reason;
        throw error;
      },
    );
  insist(
    reason === 'STALE_EPOCH' || (session.ended_us !== undefined && reason === 'WRONG_STATE'),
    'violation',
    'fencing',
    `a heartbeat of ${agent_id} with an epoch that is over was refused with ${reason}`,
  );
}

/** Whoever is silent for longer than its interval is LOST. */
export async function expectLost(wire: Wire, agents: readonly AgentSessions[]): Promise<void> {
  const deadline_ms = Date.now() + 15_000;
  for (const { agent_id, sessions } of agents) {
    const session = sessions.at(-1);
    const short = (usOf(session?.asked.heartbeat_interval) ?? LOSABLE_US) < LOSABLE_US;
    const may_be = ['ACTIVE', 'REDUCING', 'PAUSED'].includes(session?.state ?? '');
    if (session === undefined || session.ended_us !== undefined || !short || !may_be) continue;
    const { session_id } = session;
    for (;;) {
      const reply = await wire.call('Sessions/GetSession', { agent_id, session_id });
      const { state } = reply.session as Message;
      if (state === 'SESSION_STATE_LOST' || state === 'SESSION_STATE_EXPIRED') break;
      insist(Date.now() < deadline_ms, 'violation', 'session', `${session_id} is silent and not LOST`, reply);
      await pause(50);
    }
  }
}

/** Its time is over, whether or not that was recorded: the clock says, and the entry is checked when it comes. */
function isShownExpired({ closes_us, ended_us }: ModelSession, { state }: Message): boolean {
  return closes_us !== undefined && ended_us === undefined && state === 'SESSION_STATE_EXPIRED';
}
