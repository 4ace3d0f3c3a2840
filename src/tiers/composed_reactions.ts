/**
 * Alerts: what a command changed is looked at once it is done, still inside its transaction, and what an agent must hear of
 * is published as a durable signal on its alerts channel.
 *
 * A command is judged by what it leaves behind, all mutations of a Transact together: a balance that falls and comes back
 * within it alerts nobody. A rule fires when its figure crosses to the wrong side and is armed again when it is back.
 */
import { amountUnits, compareAmounts } from '../codec/amount.js';
import { packDocument, unpackDocument } from '../codec/msgpack.js';
import type { DocObject } from '../codec/value.js';
import type { Db, Statement } from '../store/db.js';
import type { Emitted, Tx } from './command.js';
import type { Derived } from './derived.js';
import { availableOf } from './ledger/accounts.js';
import type { AnyHandlers } from './nested.js';
import { dayOf, type SessionFigures, sessionReads } from './sessions/figures.js';
import type { RuleJudge } from './signals/commands.js';
import { alertChannel } from './signals/patterns.js';
import { type Publisher, signalPublisher } from './signals/publish.js';
import { Rules } from './signals/rules.js';
import type { RuleRow } from './signals/types.js';

/** What no client can be: see background/command.ts. */
const SYSTEM_AGENT = '_system';
/** What no client can give as its source. */
export const ALERT_SOURCE = 'holdfast';
/** Alerts about sessions, by the state that they came to. */
const SESSION_ALERTS: Readonly<Record<string, string>> = { LOST: 'session_lost', HALTED: 'session_halted' };

/** An entry that a command made and that somebody may have to hear of. */
interface Note {
  readonly agent_id: string;
  readonly kind: string;
  readonly key: string;
  readonly payload: DocObject | Uint8Array;
}

/** The same handlers, each followed by what it calls for. For the outermost commands only. */
export function withReactions<Handlers extends AnyHandlers>(db: Db, handlers: Handlers): Handlers {
  const reactions = new Reactions(db);
  const wrapped = Object.entries(handlers).map(([name, handler]) => {
    const reacting = (tx: Tx, args: never): unknown => {
      const notes: Note[] = [];
      const result = handler(new RecordingTx(tx, notes), args);
      if (notes.length > 0) reactions.to(tx, notes);
      return result;
    };
    return [name, reacting];
  });
  return Object.fromEntries(wrapped) as Handlers;
}

/** Notes what is emitted through it; what a savepoint undoes is not noted. */
class RecordingTx implements Tx {
  readonly #tx: Tx;
  readonly #notes: Note[];

  constructor(tx: Tx, notes: Note[]) {
    this.#tx = tx;
    this.#notes = notes;
  }

  get agent_id(): string {
    return this.#tx.agent_id;
  }
  get now_us(): number {
    return this.#tx.now_us;
  }
  get revision(): number {
    return this.#tx.revision;
  }
  get epoch(): number {
    return this.#tx.epoch;
  }
  get is_fenced(): boolean {
    return this.#tx.is_fenced;
  }
  get principal(): string {
    return this.#tx.principal;
  }
  get next_position(): number {
    return this.#tx.next_position;
  }
  get derived(): Derived {
    return this.#tx.derived;
  }

  emit(kind: string, key: string, payload: DocObject | Uint8Array, stored: 'journal' | 'tier'): Emitted {
    if (kind.startsWith('ledger.') || kind.startsWith('session.') || kind === 'alert.rule_put')
      this.#notes.push({ agent_id: this.#tx.agent_id, kind, key, payload });
    return this.#tx.emit(kind, key, payload, stored);
  }

  as(agent_id: string): Tx {
    return new RecordingTx(this.#tx.as(agent_id), this.#notes);
  }

  savepoint<T>(part: () => T): T {
    const before = this.#notes.length;
    try {
      return this.#tx.savepoint(part);
    } catch (error) {
      this.#notes.length = before;
      throw error;
    }
  }
}

/** What an entry 'session.changed' says. */
interface SessionChange extends DocObject {
  from: string;
  session: { state: string; reason: string; day: number; day_pnl: string } & DocObject;
}

/** What of an agent was touched by a command. */
interface Touched {
  /** `account asset`; the space stands in neither. */
  readonly accounts: Set<string>;
  readonly expired: DocObject[];
  has_session: boolean;
  /** First and last state of each session that changed. */
  readonly sessions: Map<string, { readonly from: string; last: SessionChange }>;
  readonly rules: Set<string>;
}

class Reactions {
  readonly #rules: Rules;
  readonly #publish: Publisher;
  readonly #figures: AlertFigures;

  constructor(db: Db) {
    this.#rules = new Rules(db);
    this.#publish = signalPublisher(db);
    this.#figures = new AlertFigures(db);
  }

  to(tx: Tx, notes: readonly Note[]): void {
    for (const [agent_id, touched] of touchedBy(notes)) {
      const own = tx.as(agent_id);
      for (const hold of touched.expired) this.#alert(own, { alert: 'hold_expired', ...hold });
      for (const [session_id, { from, last }] of touched.sessions) {
        const alert = last.session.state === from ? undefined : SESSION_ALERTS[last.session.state];
        if (alert !== undefined)
          this.#alert(own, { alert, session_id, from, session: sessionFacts(last, tx.now_us) });
      }
      if (touched.accounts.size > 0 || touched.has_session || touched.rules.size > 0) {
        this.#judge(own, touched);
      }
    }
  }

  #judge(tx: Tx, touched: Touched): void {
    for (const rule of this.#rules.of(tx.agent_id)) {
      const concerned =
        touched.rules.has(rule.name) ||
        (rule.kind === 'balance_below'
          ? touched.accounts.has(accountKey(rule.account, rule.asset))
          : touched.has_session);
      if (!concerned) continue;
      const facts = this.#figures.beyond(tx, rule);
      if ((facts !== undefined) === (rule.fired === 1)) continue;
      this.#rules.mark(tx, rule, facts !== undefined);
      if (facts !== undefined) this.#alert(tx, { alert: rule.kind, rule: rule.name, ...facts });
    }
  }

  #alert(tx: Tx, facts: DocObject): void {
    this.#publish(tx.as(SYSTEM_AGENT), {
      channel: alertChannel(tx.agent_id),
      payload: packDocument({ agent_id: tx.agent_id, ...facts }),
      confidence: 1,
      source: ALERT_SOURCE,
    });
  }
}

function accountKey(account: string, asset: string): string {
  return `${account} ${asset}`;
}

function touchedBy(notes: readonly Note[]): Map<string, Touched> {
  const by_agent = new Map<string, Touched>();
  for (const note of notes) {
    const touched = by_agent.get(note.agent_id) ?? {
      accounts: new Set(),
      expired: [],
      has_session: false,
      sessions: new Map(),
      rules: new Set(),
    };
    by_agent.set(note.agent_id, touched);
    if (note.kind === 'alert.rule_put') touched.rules.add(note.key);
    else if (note.kind.startsWith('ledger.')) noteLedger(touched, note);
    else {
      touched.has_session = true;
      if (note.kind === 'session.changed') noteSession(touched, note);
    }
  }
  return by_agent;
}

function noteLedger(touched: Touched, { kind, key, payload }: Note): void {
  const content = contentOf(payload);
  const { postings, account, asset } = content;
  for (const posting of Array.isArray(postings) ? (postings as DocObject[]) : []) {
    touched.accounts.add(accountKey(String(posting.account), String(posting.asset)));
  }
  if (account !== undefined && asset !== undefined) {
    touched.accounts.add(accountKey(String(account), String(asset)));
  }
  if (kind === 'ledger.hold_expired') touched.expired.push({ ...content, hold_id: key });
}

function noteSession(touched: Touched, { key, payload }: Note): void {
  const last = contentOf(payload) as SessionChange;
  const known = touched.sessions.get(key);
  if (known === undefined) touched.sessions.set(key, { from: last.from, last });
  else known.last = last;
}

/** A session's figures under the names that the API has for them, as of now: a day that is over counts no more. */
function sessionFacts({ session }: SessionChange, now_us: number): DocObject {
  const { day, day_pnl, pause_under_halt: _, pause_reason: __, ...facts } = session;
  return { ...facts, daily_pnl: day === dayOf(now_us) ? day_pnl : '0' };
}

function contentOf(payload: DocObject | Uint8Array): DocObject {
  return payload instanceof Uint8Array ? (unpackDocument(payload) as DocObject) : payload;
}

/** The figures that rules watch, read on the connection that runs the command. */
class AlertFigures {
  readonly #balance: Statement<[string, string, string], { posted: string; held: string }>;
  readonly #sessions;

  constructor(db: Db) {
    this.#balance = db.prepare(
      'SELECT posted, held FROM ledger_balances WHERE agent_id = ? AND account = ? AND asset = ?',
    );
    this.#sessions = sessionReads(db);
  }

  /** What the alert says, when the figure is on the wrong side; undefined when it is not. */
  beyond(tx: Tx, rule: RuleRow): DocObject | undefined {
    return rule.kind === 'balance_below' ? this.#balanceBelow(rule) : this.#drawdownNear(tx, rule);
  }

  /** An account that does not exist holds nothing. */
  #balanceBelow({ agent_id, account, asset, amount }: RuleRow): DocObject | undefined {
    const row = this.#balance.get(agent_id, account, asset);
    const available = row === undefined ? '0' : availableOf(row);
    return compareAmounts(available, amount) < 0 ? { account, asset, amount, available } : undefined;
  }

  /** Without an open session there is no drawdown. */
  #drawdownNear(tx: Tx, { agent_id, amount: fraction }: RuleRow): DocObject | undefined {
    const figures = this.#sessions.open(agent_id, tx.now_us);
    if (figures === undefined) return undefined;
    const { base_capital, current_capital, peak_capital, asset } = figures;
    const facts = { fraction_of_limit: fraction, base_capital, current_capital, peak_capital, asset };
    for (const [limit, from] of drawdownLimits(figures)) {
      if (hasUsed(fraction, figures[limit], figures[from], current_capital)) {
        return { ...facts, limit, max: figures[limit] };
      }
    }
    return undefined;
  }
}

function drawdownLimits({ max_drawdown, max_drawdown_from_peak }: SessionFigures) {
  return (
    [
      ['max_drawdown', 'base_capital', max_drawdown],
      ['max_drawdown_from_peak', 'peak_capital', max_drawdown_from_peak],
    ] as const
  ).filter(([, , limit]) => limit !== '');
}

/** amountUnits counts in units of 10^-18; a product of three has 10^-54. */
const UNITS_PER_ONE = 10n ** 18n;

/** True when what was lost is at least that fraction of what may be lost: lost >= fraction * limit * from, exactly. */
function hasUsed(fraction: string, limit: string, from: string, current: string): boolean {
  const lost = amountUnits(from) - amountUnits(current);
  if (lost <= 0n) return false;
  return (
    lost * UNITS_PER_ONE * UNITS_PER_ONE >= amountUnits(fraction) * amountUnits(limit) * amountUnits(from)
  );
}

/** For put_alert_rule, which tells at once where its figure stands. */
export function alertJudge(db: Db): RuleJudge {
  const figures = new AlertFigures(db);
  return (tx, rule) => figures.beyond(tx, rule) !== undefined;
}
