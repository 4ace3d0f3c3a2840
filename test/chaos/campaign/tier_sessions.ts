// Long because a session's life is one table of what may follow what, and a trade is one transaction over it.
/** Sessions, positions and trades. What a guard says of a trade is in tier_guards.ts. */
import { fromUnits, ONE, scaled, toUnits } from './amounts.js';
import { compareSessions, expectFenced, expectLost, type ModelTrade } from './compare_sessions.js';
import { type Fill, fill, reduces } from './position_model.js';
import {
  addTrade,
  factsOfPosition,
  factsOfRead,
  factsOfReadPosition,
  factsOfSession,
  factsOfTrade,
  figuresOf,
  isAtLimit,
  isOpen,
  LOSABLE_US,
  type ModelPosition,
  type ModelSession,
  NOTHING,
  pauseOf,
  type State,
  stopOf,
  totalsOf,
} from './session_facts.js';
import {
  type Entry,
  expectRead,
  expectReply,
  type JournalEntry,
  listOf,
  type Scope,
  type Step,
  type TierModel,
  textOf,
} from './tier.js';
import type { LedgerModel } from './tier_ledger.js';
import type { OperationsModel } from './tier_operations.js';
import { dayOf, usOf } from './times.js';
import { canonical, insist } from './violation.js';
import type { Message } from './wire.js';

/** What RecordTrade moves, worked out before it is applied. */
export interface TradeMove {
  readonly session: ModelSession;
  readonly fill: Fill | undefined;
  readonly pnl: bigint;
  readonly fee: bigint;
  readonly postings: readonly Message[];
}

const NO_CHANGE: ReadonlySet<string> = new Set(['pause_session', 'resume_session', 'halt_session']);

export class SessionsModel implements TierModel {
  readonly names = [
    ...['open_session', 'record_trade', 'set_position', 'mark_position', 'clear_position'],
    ...['pause_session', 'resume_session', 'halt_session', 'reset_halt', 'close_session'],
  ];
  readonly #ledger: LedgerModel;
  readonly #operations: OperationsModel;
  readonly #sessions = new Map<string, ModelSession>();
  /** Newest last. */
  readonly #byAgent = new Map<string, ModelSession[]>();
  readonly #positions = new Map<string, Map<string, ModelPosition>>();
  /** By agent, then by `venue/trade_id`. */
  readonly #trades = new Map<string, Map<string, ModelTrade>>();
  /** What the entries of the present revision must say of their session. */
  #told: { readonly entry: string; readonly figures: unknown }[] = [];
  /** Where the sessions of the present revision stood before it. */
  readonly #stood = new Map<string, State>();
  #compared_revision = 0;
  /** How often sessions came to each state, and how many trades there were. */
  readonly seen = { ACTIVE: 0, REDUCING: 0, PAUSED: 0, HALTED: 0, LOST: 0, CLOSED: 0, EXPIRED: 0, trades: 0 };

  constructor(ledger: LedgerModel, operations: OperationsModel) {
    this.#ledger = ledger;
    this.#operations = operations;
  }

  openOf(agent_id: string, time_us: number): ModelSession | undefined {
    const session = this.#byAgent.get(agent_id)?.at(-1);
    return session !== undefined && isOpen(session, time_us) ? session : undefined;
  }

  /** The agent's last session, whether it has ended or not. */
  lastOf(agent_id: string): ModelSession | undefined {
    return this.#byAgent.get(agent_id)?.at(-1);
  }

  /** What the agent has lost today in assets other than its last session's. */
  lostElsewhere(agent_id: string, time_us: number): bigint {
    const newest = new Map(
      (this.#byAgent.get(agent_id) ?? []).map((each) => [textOf(each.asked.asset), each]),
    );
    newest.delete(textOf(this.lastOf(agent_id)?.asked.asset));
    const today = [...newest.values()].filter(({ day }) => day === dayOf(time_us));
    return today.reduce((sum, { day_pnl }) => (day_pnl < 0n ? sum - day_pnl : sum), 0n);
  }

  positionOf(agent_id: string, market: string): ModelPosition | undefined {
    return this.#positions.get(agent_id)?.get(market);
  }

  apply(step: Step): Entry[] {
    switch (step.name) {
      case 'open_session':
        return this.#open(step);
      case 'record_trade':
        return this.#record(step);
      case 'set_position':
      case 'mark_position':
      case 'clear_position':
        return this.#tellPosition(step);
      case 'close_session':
        return this.#close(step);
      default:
        return this.#steer(step);
    }
  }

  /** What the trade will move; undefined for one that was recorded before. */
  moveOf(step: Step): TradeMove | undefined {
    const { agent_id, request, result } = step;
    if (result.duplicate === true) return undefined;
    const session = this.#require(step);
    const signed = textOf(request.side) === 'TRADE_SIDE_SELL' ? -1n : 1n;
    const quantity = textOf(request.quantity);
    const filling =
      quantity === ''
        ? undefined
        : { quantity: signed * toUnits(quantity), price: toUnits(textOf(request.price)) };
    const before = this.positionOf(agent_id, textOf(request.market)) ?? NOTHING;
    const told = textOf(request.pnl);
    const pnl = told !== '' ? toUnits(told) : filling === undefined ? 0n : fill(before, filling).pnl;
    const fee = toUnits(textOf(request.fee) || '0');
    const own = listOf(request.postings);
    const asset = textOf(session.asked.asset);
    const net = [
      { account: session.account, asset, amount: fromUnits(pnl - fee) },
      { account: 'world', asset, amount: fromUnits(fee - pnl) },
    ];
    return { session, fill: filling, pnl, fee, postings: own.length > 0 ? own : pnl === fee ? [] : net };
  }

  /** What the daemon did by itself: LOST or EXPIRED. */
  timeMade({ agent_id, key, payload }: JournalEntry, revision: number, time_us: number): void {
    const session = this.#sessions.get(key);
    const { state, reason } = (payload as { session?: { state?: string; reason?: string } })?.session ?? {};
    insist(
      session !== undefined && session.agent_id === agent_id && session.ended_us === undefined,
      'violation',
      'session',
      `session ${key} of ${agent_id} was changed by time, but is not open`,
      session,
    );
    // A compacted entry has no payload: then it is the one that time alone allows.
    const expires =
      state === undefined
        ? session.closes_us !== undefined && time_us >= session.closes_us
        : state === 'EXPIRED';
    if (expires) {
      this.#end(session, 'EXPIRED', revision, time_us);
      session.reason = reason ?? session.reason;
      this.#tell(session, 'session.changed');
      return;
    }
    const may_be = ['ACTIVE', 'REDUCING', 'PAUSED'].includes(session.state);
    const short = (usOf(session.asked.heartbeat_interval) ?? 0) < LOSABLE_US;
    insist(
      may_be && short && isOpen(session, time_us),
      'violation',
      'session',
      `session ${key} became ${state ?? 'LOST'}, which it could not`,
      session,
    );
    session.before = session.state;
    this.#change(session, 'LOST', reason ?? '', revision);
    this.#tell(session, 'session.changed');
  }

  /** The alerts that the revision owes: each session's net change to LOST or HALTED. */
  takeAlerts(): Entry[] {
    const alerts = [...this.#stood].flatMap(([session_id, before]): Entry[] => {
      const { state, agent_id } = this.#sessions.get(session_id) ?? { state: before, agent_id: '' };
      const alerting = state !== before && (state === 'LOST' || state === 'HALTED');
      return alerting ? [['_system', 'signal.published', `pf:alerts:${agent_id}`]] : [];
    });
    this.#stood.clear();
    return alerts;
  }

  /** The figures that the entries of the revision tell of their sessions. */
  checkFigures(revision: number, entries: readonly JournalEntry[]): void {
    const told = this.#told;
    this.#told = [];
    for (const { kind, key, payload } of entries) {
      const figures = (payload as { session?: unknown } | undefined)?.session;
      if (!kind.startsWith('session.') || figures === undefined) continue;
      const expected = told.filter(({ entry }) => entry === `${kind} ${key}`);
      insist(
        expected.some((each) => canonical(each.figures) === canonical(figures)),
        'violation',
        'figures',
        `revision ${revision}: ${kind} of ${key} tells other figures than follow from the trades before it`,
        { figures, expected },
      );
    }
  }

  /** A reply that says that the trade was recorded before must be of one that was. */
  checkDuplicate(request: Message, reply: Message): void {
    const agent_id = textOf(request.agent_id);
    const key = `${textOf(request.venue)}/${textOf(request.trade_id)}`;
    const known = this.#trades.get(agent_id)?.get(key);
    insist(
      known !== undefined,
      'lost',
      'trades',
      `trade ${key} of ${agent_id} was called recorded, and is not`,
      request,
    );
    expectRead(`trade ${key} of ${agent_id}`, factsOfTrade(reply.trade as Message), known.reply);
    insist(
      known.content === contentOf(request),
      'violation',
      'trades',
      `trade ${key} of ${agent_id} was called the same with other numbers`,
      { request, known },
    );
  }

  async compare(scope: Scope): Promise<void> {
    const { wire, revision, full } = scope;
    const agents = [...this.#byAgent].map(([agent_id, sessions]) => ({
      agent_id,
      epoch: this.#operations.epochOf(agent_id),
      sessions,
      positions: this.#positionsOf(agent_id),
      trades: [...(this.#trades.get(agent_id)?.values() ?? [])],
    }));
    await Promise.all(agents.map((agent) => compareSessions(scope, agent, this.#compared_revision)));
    await Promise.all(agents.map((agent) => expectFenced(wire, agent)));
    if (full) await expectLost(wire, agents);
    this.#compared_revision = revision;
  }

  #open(step: Step): Entry[] {
    const { agent_id, request, result, revision, time_us } = step;
    const entries: Entry[] = [];
    const last = this.#byAgent.get(agent_id)?.at(-1);
    if (last !== undefined && last.ended_us === undefined && !isOpen(last, time_us)) {
      this.#stand(last);
      this.#end(last, 'EXPIRED', revision, time_us);
      last.reason = 'closes_at was reached';
      this.#tell(last, 'session.changed');
      entries.push([agent_id, 'session.changed', last.session_id]);
    }
    if (request.take_over === true) entries.push(...this.#operations.fence(agent_id, revision));
    else if (this.#operations.epochOf(agent_id) === 0) this.#operations.firstEpoch(agent_id);
    const epoch = this.#operations.epochOf(agent_id);
    expectReply(step, 'epoch', Number(result.epoch), epoch);
    const present = this.openOf(agent_id, time_us);
    expectReply(step, 'opened', result.opened, present === undefined);
    const session = present ?? this.#make(step);
    this.#stand(session);
    if (present === undefined) {
      entries.push([agent_id, 'session.opened', session.session_id]);
      this.#tell(session, 'session.opened');
    } else if (request.take_over === true) {
      session.revision = revision;
      entries.push([agent_id, 'session.taken_over', session.session_id]);
      this.#tell(session, 'session.taken_over');
    }
    if (session.state === 'LOST') {
      this.#change(session, session.before, session.pause_reason, revision);
      this.#tell(session, 'session.changed');
      entries.push([agent_id, 'session.changed', session.session_id]);
    }
    this.#expectSession(step, session);
    return entries;
  }

  #make(step: Step): ModelSession {
    const { agent_id, request, result, revision, time_us } = step;
    const capital = toUnits(textOf(request.start_capital));
    const ttl_us = usOf(request.ttl);
    const earlier = this.#byAgent.get(agent_id) ?? [];
    const last = earlier.at(-1);
    const same = earlier.findLast(({ asked }) => textOf(asked.asset) === textOf(request.asset));
    const today = dayOf(time_us);
    const session: ModelSession = {
      session_id: textOf((result.session as Message).session_id),
      agent_id,
      asked: request,
      account: textOf(request.account) || 'trading',
      opened_us: time_us,
      closes_us: ttl_us === undefined ? usOf(request.closes_at) : time_us + ttl_us,
      state: 'ACTIVE',
      before: 'ACTIVE',
      under_halt: undefined,
      pause_reason: last?.pause_reason ?? '',
      reason: '',
      base: capital,
      capital,
      peak: capital,
      pnl: 0n,
      fees: 0n,
      day: today,
      day_pnl: same?.day === today ? same.day_pnl : 0n,
      trades: 0,
      wins: 0,
      losses: 0,
      losses_in_a_row: last?.losses_in_a_row ?? 0,
      last_loss_us: last?.last_loss_us ?? 0,
      ended_us: undefined,
      revision,
    };
    const most = textOf(request.max_daily_loss);
    const stop = last === undefined ? undefined : stopOf(last);
    if (last !== undefined && stop !== undefined) {
      session.state = stop;
      session.reason = `session ${last.session_id} ended while it was ${stop.toLowerCase()}`;
    }
    if (stop !== 'HALTED' && most !== '' && session.day_pnl <= -toUnits(most)) {
      session.state = 'HALTED';
      session.reason = `max_daily_loss ${most} reached: P&L less fees of the day is ${fromUnits(session.day_pnl)}`;
    }
    if (session.state === 'HALTED' && last !== undefined) session.under_halt = pauseOf(last);
    expectReply(step, 'the id is new', this.#sessions.has(session.session_id), false);
    this.#sessions.set(session.session_id, session);
    this.#byAgent.set(agent_id, [...(this.#byAgent.get(agent_id) ?? []), session]);
    return session;
  }

  #record(step: Step): Entry[] {
    const { agent_id, request, result, revision, time_us } = step;
    const key = `${textOf(request.venue)}/${textOf(request.trade_id)}`;
    const known = this.#trades.get(agent_id)?.get(key);
    expectReply(step, 'duplicate', result.duplicate, known !== undefined);
    const move = this.moveOf(step);
    if (move === undefined) {
      this.checkDuplicate({ ...request, agent_id }, result);
      return [];
    }
    const { session, pnl, fee } = move;
    const market = textOf(request.market);
    const before = this.positionOf(agent_id, market);
    const takes =
      session.state === 'ACTIVE' ||
      request.executed === true ||
      (session.state === 'REDUCING' &&
        move.fill !== undefined &&
        reduces(before ?? NOTHING, move.fill.quantity));
    insist(takes, 'violation', 'session', `a session that is ${session.state} took a trade`, {
      step,
      session,
    });
    const trade = result.trade as Message;
    const entries: Entry[] = [[agent_id, 'session.trade', key]];
    expectReply(step, 'a ledger transaction', trade.transaction_id !== '', move.postings.length > 0);
    if (move.postings.length > 0)
      entries.push(
        this.#ledger.post(
          step,
          move.postings,
          textOf(trade.transaction_id),
          request.executed === true && listOf(request.postings).length === 0,
        ),
      );
    this.#stand(session);
    addTrade(session, pnl, fee, time_us);
    session.revision = revision;
    const halts = session.state !== 'HALTED' && isAtLimit(session);
    expectReply(step, 'halted', result.halted, halts);
    if (halts) {
      this.#change(session, 'HALTED', textOf((result.session as Message).reason), revision);
      this.#tell(session, 'session.changed');
      entries.push([agent_id, 'session.changed', session.session_id]);
    }
    this.#tell(session, 'session.trade', key);
    if (move.fill !== undefined) {
      const { quantity, cost, is_new } = fill(before ?? NOTHING, move.fill);
      const opened_us = is_new ? time_us : (before?.opened_us ?? time_us);
      const rest = { mark_price: before?.mark_price ?? '', opened_us, updated_us: time_us, revision };
      this.#setPosition(agent_id, market, quantity === 0n ? undefined : { quantity, cost, ...rest });
    }
    this.#remember(step, key, trade, move);
    this.#expectSession(step, session);
    this.#expectPosition(step, market, result.position);
    return entries;
  }

  #remember(step: Step, key: string, trade: Message, { pnl, fee }: TradeMove): void {
    const { agent_id, request, revision, time_us } = step;
    const { venue, trade_id, session_id, market, side, quantity, price } = request;
    const told = { venue, trade_id, session_id, market };
    const filled = { side: side ?? 'TRADE_SIDE_UNSPECIFIED', quantity: quantity ?? '', price: price ?? '' };
    const reply = factsOfTrade(trade);
    const expected = factsOfTrade({
      ...told,
      ...filled,
      pnl: fromUnits(pnl),
      fee: fromUnits(fee),
      transaction_id: trade.transaction_id,
      recorded_at: trade.recorded_at,
      occurred_at: trade.occurred_at,
      metadata: request.metadata,
      revision,
      executed: request.executed === true,
    });
    expectReply(step, 'the trade', reply, expected);
    expectReply(step, 'when it was recorded', usOf(trade.recorded_at), time_us);
    const trades = this.#trades.get(agent_id) ?? new Map<string, ModelTrade>();
    this.#trades.set(agent_id, trades);
    this.seen.trades += 1;
    trades.set(key, { revision, content: contentOf(request), reply });
  }

  #tellPosition(step: Step): Entry[] {
    const { name, agent_id, request, result, revision, time_us } = step;
    const session = this.#require(step);
    const market = textOf(request.market);
    const before = this.positionOf(agent_id, market);
    if (name !== 'set_position')
      insist(before !== undefined, 'violation', 'session', `there is no position of ${market}`, step);
    const mark_price = textOf(request.mark_price) || (before?.mark_price ?? '');
    if (name === 'clear_position') {
      const was = factsOfPosition(market, before);
      this.#setPosition(agent_id, market, undefined);
      expectReply(step, 'position', factsOfReadPosition(result.position), { ...was, revision });
    } else {
      const quantity = name === 'set_position' ? toUnits(textOf(request.quantity)) : (before?.quantity ?? 0n);
      const cost =
        name === 'set_position'
          ? scaled(quantity, toUnits(textOf(request.average_price)), ONE)
          : (before?.cost ?? 0n);
      if (before?.quantity === quantity && before.cost === cost && before.mark_price === mark_price)
        return [];
      const opened_us = before?.opened_us ?? time_us;
      this.#setPosition(agent_id, market, {
        quantity,
        cost,
        mark_price,
        opened_us,
        updated_us: time_us,
        revision,
      });
      this.#expectPosition(step, market, result.position);
    }
    session.revision = revision;
    return [[agent_id, 'session.position', market]];
  }

  #steer(step: Step): Entry[] {
    const { name, agent_id, request, revision, time_us } = step;
    const session = this.openOf(agent_id, time_us);
    insist(session !== undefined, 'violation', 'session', `${name} without an open session`, step);
    const { state } = session;
    if (name === 'pause_session' && state === 'LOST') return this.#pauseLost(step, session);
    const [to, from]: [State, readonly State[]] = {
      pause_session:
        request.reduce_only === true
          ? ['REDUCING', ['ACTIVE', 'REDUCING']]
          : ['PAUSED', ['ACTIVE', 'REDUCING', 'PAUSED']],
      resume_session: ['ACTIVE', ['ACTIVE', 'REDUCING', 'PAUSED', 'LOST']],
      halt_session: ['HALTED', ['ACTIVE', 'REDUCING', 'PAUSED', 'LOST', 'HALTED']],
      reset_halt: [session.under_halt ?? (request.reduce_only === true ? 'REDUCING' : 'ACTIVE'), ['HALTED']],
    }[name] as [State, readonly State[]];
    insist(from.includes(state), 'violation', 'session', `${name} of a session that is ${state}`, step);
    if (NO_CHANGE.has(name) && to === state) return [];
    const kept = name === 'reset_halt' && session.under_halt !== undefined ? session.pause_reason : '';
    this.#change(session, to, kept || textOf(request.reason), revision);
    if (request.rebase === true) {
      Object.assign(session, { base: session.capital, peak: session.capital });
      Object.assign(session, { day: dayOf(time_us), day_pnl: 0n });
    }
    this.#tell(session, 'session.changed');
    this.#expectSession(step, session);
    return [[agent_id, 'session.changed', session.session_id]];
  }

  /** It stays LOST, and comes back in the pause. */
  #pauseLost(step: Step, session: ModelSession): Entry[] {
    const { agent_id, request, revision } = step;
    const pause = request.reduce_only === true ? 'REDUCING' : 'PAUSED';
    const loosens = pause === 'REDUCING' && session.before === 'PAUSED';
    insist(!loosens, 'violation', 'session', 'reduce_only loosened a pause', step);
    if (session.before === pause) return [];
    this.#change(session, 'LOST', textOf(request.reason), revision);
    session.before = pause;
    session.pause_reason = textOf(request.reason);
    this.#tell(session, 'session.changed');
    this.#expectSession(step, session);
    return [[agent_id, 'session.changed', session.session_id]];
  }

  #close(step: Step): Entry[] {
    const { agent_id, request, result, revision, time_us } = step;
    const session = textOf(request.session_id) === '' ? this.openOf(agent_id, time_us) : this.#require(step);
    insist(session !== undefined, 'violation', 'session', 'closed without an open session', step);
    const positions = this.#positionsOf(agent_id);
    expectReply(step, 'positions', listOf(result.positions).map(factsOfReadPosition), positions);
    this.#stand(session);
    this.#end(session, 'CLOSED', revision, time_us);
    session.reason = textOf(request.reason);
    this.#tell(session, 'session.changed');
    this.#expectSession(step, session);
    return [[agent_id, 'session.changed', session.session_id]];
  }

  /** The session that the request names, which must be open. */
  #require({ agent_id, request, name, time_us }: Step): ModelSession {
    const session_id = textOf(request.session_id);
    const session = this.#sessions.get(session_id);
    insist(
      session?.agent_id === agent_id && isOpen(session, time_us),
      'violation',
      'session',
      `${name} for session ${session_id} of ${agent_id}, which is not open`,
      session,
    );
    return session;
  }

  #change(session: ModelSession, state: State, reason: string, revision: number): void {
    this.#stand(session);
    const halts =
      state === 'HALTED' || ((state === 'CLOSED' || state === 'EXPIRED') && stopOf(session) === 'HALTED');
    const under_halt = halts ? pauseOf(session) : undefined;
    Object.assign(session, { state, reason, revision, under_halt });
    const pause = pauseOf(session);
    if (pause === undefined) session.pause_reason = '';
    else if (pause === state) session.pause_reason = reason;
    this.seen[state] += 1;
  }

  #end(session: ModelSession, state: 'CLOSED' | 'EXPIRED', revision: number, time_us: number): void {
    const { closes_us = time_us } = session;
    const in_time = state === 'CLOSED' || time_us >= closes_us;
    insist(in_time, 'violation', 'session', `${session.session_id} expired before its time`, session);
    if (session.state !== 'LOST') session.before = session.state;
    this.#change(session, state, '', revision);
    session.ended_us = state === 'EXPIRED' ? closes_us : time_us;
    this.#positions.delete(session.agent_id);
  }

  #stand({ session_id, state }: ModelSession): void {
    if (!this.#stood.has(session_id)) this.#stood.set(session_id, state);
  }

  #tell(session: ModelSession, kind: string, key = session.session_id): void {
    const figures = kind === 'session.trade' ? totalsOf(session) : figuresOf(session);
    this.#told.push({ entry: `${kind} ${key}`, figures });
  }

  #setPosition(agent_id: string, market: string, position: ModelPosition | undefined): void {
    const positions = this.#positions.get(agent_id) ?? new Map<string, ModelPosition>();
    this.#positions.set(agent_id, positions);
    if (position === undefined) positions.delete(market);
    else positions.set(market, position);
  }

  #positionsOf(agent_id: string) {
    const positions = [...(this.#positions.get(agent_id) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));
    return positions.map(([market, position]) => factsOfPosition(market, position));
  }

  #expectSession(step: Step, session: ModelSession): void {
    const epoch = this.#operations.epochOf(session.agent_id);
    const told = factsOfRead(step.result.session as Message, true);
    const expected = factsOfSession(session, epoch, true);
    // A day that was over before this revision is told as zero.
    const daily_pnl = session.day === dayOf(step.time_us) ? expected.daily_pnl : '0';
    expectReply(step, 'session', told, { ...expected, daily_pnl });
  }

  #expectPosition(step: Step, market: string, told: unknown): void {
    const position = this.positionOf(step.agent_id, market);
    expectReply(step, `position of ${market}`, factsOfReadPosition(told), factsOfPosition(market, position));
  }
}

/** What makes a trade the same: not who sends it, and not whether it is told as executed. */
function contentOf(request: Message): string {
  const { market, side, quantity, price, pnl, fee, postings, occurred_at, metadata } = request;
  return canonical({
    ...{ market, side, quantity, price, pnl, fee: textOf(fee) || '0' },
    ...{ postings, occurred_at, metadata },
  });
}
