/** All tiers of the checker's model, and what it means that a request was committed. */
import type { Intent } from './ack_log.js';
import { HeardCheck } from './compare_heard.js';
import type { Revision } from './journal.js';
import {
  type Entry,
  type JournalEntry,
  listOf,
  type Scope,
  type Step,
  type TierModel,
  textOf,
} from './tier.js';
import { AlertsModel } from './tier_alerts.js';
import { AuditModel } from './tier_audit.js';
import { ConsumersModel } from './tier_consumers.js';
import { ConversationsModel } from './tier_conversations.js';
import { CountersModel } from './tier_counters.js';
import { EpisodesModel } from './tier_episodes.js';
import { GuardsModel } from './tier_guards.js';
import { KnowledgeModel } from './tier_knowledge.js';
import { LedgerModel } from './tier_ledger.js';
import { MemoriesModel } from './tier_memories.js';
import { OperationsModel } from './tier_operations.js';
import { PromptsModel } from './tier_prompts.js';
import { SessionsModel } from './tier_sessions.js';
import { SignalsModel } from './tier_signals.js';
import { SlotsModel } from './tier_slots.js';
import { StateModel } from './tier_state.js';
import { TasksModel } from './tier_tasks.js';
import { VaultModel } from './tier_vault.js';
import { canonical, insist } from './violation.js';
import type { Message } from './wire.js';

/** A request that is known to be committed, with the reply that was given for it. */
export interface Claim extends Intent {
  readonly revision: number;
  readonly reply: Message;
}

/** What the daemon does by itself, because time has passed or in the background. */
const TIME_MADE = new Set([
  'operation.unknown',
  'ledger.hold_expired',
  'slot.expired',
  'memory.generation',
  'conversation.summarized',
  'conversation.due',
  'signal.published',
  'alert.armed',
  'consumer.delivered',
  'consumer.gave_up',
  'vault.read',
  'vault.expired',
  'session.changed',
  'signal.published',
]);

export class Model {
  readonly state = new StateModel();
  readonly ledger = new LedgerModel();
  readonly operations: OperationsModel;
  readonly conversations = new ConversationsModel();
  readonly memories = new MemoriesModel();
  readonly signals = new SignalsModel();
  readonly consumers = new ConsumersModel(this.signals);
  readonly heard = new HeardCheck(this.signals, this.consumers);
  readonly alerts = new AlertsModel(this.ledger, this.signals);
  readonly #audit = new AuditModel();
  readonly #vault = new VaultModel();
  readonly sessions: SessionsModel;
  readonly guards: GuardsModel;
  readonly #slots = new SlotsModel();
  readonly #tiers: readonly TierModel[];
  readonly #byName: ReadonlyMap<string, TierModel>;

  constructor() {
    this.operations = new OperationsModel(this.ledger, (mutations, results, outer) =>
      this.#applyNested(mutations, results, outer),
    );
    this.sessions = new SessionsModel(this.ledger, this.operations);
    this.guards = new GuardsModel(this.ledger, this.sessions, this.operations);
    this.#tiers = [
      ...[this.state, this.ledger, this.operations, new TasksModel(), new EpisodesModel()],
      ...[this.memories, this.conversations, this.#slots, new KnowledgeModel(), new PromptsModel()],
      ...[this.signals, this.consumers, this.alerts, this.#audit, this.#vault],
      ...[this.sessions, this.guards, new CountersModel()],
    ];
    this.#byName = new Map(this.#tiers.flatMap((tier) => tier.names.map((name) => [name, tier] as const)));
  }

  /** Applies one revision and compares what the journal says of it. */
  apply({ revision, time_us, entries: all }: Revision, claim: Claim | undefined): void {
    this.signals.observe(revision, all);
    if (claim === undefined) {
      this.#applyTime(revision, time_us, all);
      return;
    }
    this.operations.checkEpoch(claim);
    const expected = [
      ...this.#applyClaim(claim, time_us),
      ...this.alerts.react(revision),
      ...this.sessions.takeAlerts(),
    ];
    this.sessions.checkFigures(revision, all);
    // A new generation of vectors takes over as soon as none is missing, which may be because the memory is forgotten.
    const forgets = expected.some(([, kind]) => kind === 'memory.forgotten');
    const isSwitch = ({ kind }: JournalEntry) => forgets && kind === 'memory.generation';
    for (const entry of all.filter(isSwitch)) this.memories.generationChanged(entry);
    this.memories.checkGenerations(revision);
    const entries = all.filter((entry) => !isSwitch(entry));
    // The id of a transaction that a settlement made is in no reply: any will do.
    const shape = ([agent_id, kind, key]: Entry) =>
      `${agent_id} ${kind} ${kind === 'ledger.posted' ? '' : key}`;
    const actual = entries.map(({ agent_id, kind, key }): Entry => [agent_id, kind, key]);
    insist(
      canonical(actual.map(shape).sort()) === canonical(expected.map(shape).sort()),
      'violation',
      'whole',
      `revision ${revision} does not hold exactly what request ${claim.id} asked for`,
      { expected, actual, claim },
    );
    for (const { agent_id, kind, key, payload } of entries) {
      const document = kind === 'state.put' ? this.state.writtenAt(agent_id, key, revision) : undefined;
      if (document === undefined || payload === undefined) continue;
      const written = (payload as { document: unknown }).document;
      insist(
        canonical(written) === canonical(document),
        'lost',
        'whole',
        `revision ${revision} holds another document than was acknowledged`,
        {
          written,
          document,
        },
      );
    }
  }

  /** Adds what was checked of signals and what goes with them. */
  countSignals(counts: Map<string, number>): void {
    const found = {
      published: this.signals.all.length,
      heard: this.heard.heard,
      'handed to consumers': this.heard.handed,
      acknowledged: this.consumers.acknowledged,
      'dead letters': this.consumers.buried,
      alerts: this.alerts.fired,
      actions: this.#audit.count,
      'credentials read': this.#vault.reads,
      'grants of tokens': this.heard.granted,
    };
    for (const [what, count] of Object.entries(found)) counts.set(what, (counts.get(what) ?? 0) + count);
  }

  async compare(scope: Scope): Promise<void> {
    await Promise.all(this.#tiers.map((tier) => tier.compare(scope)));
  }

  #applyClaim({ method, request, reply, revision }: Claim, time_us: number): Entry[] {
    const agent_id = textOf(request.agent_id);
    const [, rpc = ''] = method.split('/');
    if (rpc === 'Transact') {
      const outer = { name: 'transact', agent_id, request, result: reply, revision, time_us };
      return this.#applyNested(request.mutations, reply.results, outer);
    }
    return this.#applyOne({ name: snakeCase(rpc), agent_id, request, result: reply, revision, time_us });
  }

  #applyNested(mutations: unknown, results: unknown, outer: Step): Entry[] {
    const given = listOf(results);
    const is_outcome = outer.name !== 'transact';
    return listOf(mutations).flatMap((mutation, index) => {
      const [[name, request] = ['', {}]] = Object.entries(mutation) as [string, Message][];
      const result = (given[index]?.[name] ?? {}) as Message;
      const { agent_id, revision, time_us } = outer;
      // A trade that an outcome tells has happened.
      const whole = is_outcome && name === 'record_trade' ? { ...request, executed: true } : request;
      return this.#applyOne({ name, agent_id, request: whole, result, revision, time_us, is_outcome });
    });
  }

  #applyOne(step: Step): Entry[] {
    const tier = this.#byName.get(step.name);
    if (tier === undefined) throw new Error(`the model does not know ${step.name}`);
    // Guards judge by what was true before it.
    const warned = this.guards.before(step);
    return [...warned, ...tier.apply(step)];
  }

  #applyTime(revision: number, time_us: number, entries: readonly JournalEntry[]): void {
    const made = entries.every(({ kind }) => TIME_MADE.has(kind));
    insist(
      made && entries.length > 0,
      'duplicated',
      'claims',
      `revision ${revision} was made by no request that is left to explain it`,
      entries,
    );
    if (entries.some(({ kind }) => kind.startsWith('conversation.'))) {
      this.conversations.summarized(entries);
      return;
    }
    for (const entry of entries) {
      const { agent_id, kind, key } = entry;
      if (kind === 'operation.unknown') this.operations.leaseEnded(agent_id, key, revision, time_us);
      else if (kind === 'slot.expired') this.#slots.expired(agent_id, key, time_us);
      else if (kind.startsWith('consumer.')) this.consumers.happened(entry, revision, time_us);
      else if (kind.startsWith('vault.')) this.#vault.happened(agent_id, kind, key, time_us);
      else if (kind === 'signal.published' || kind === 'alert.armed') continue;
      else if (kind === 'memory.generation') this.memories.generationChanged(entry);
      else if (kind === 'session.changed') this.sessions.timeMade(entry, revision, time_us);
      else this.ledger.release(agent_id, key, '', 'EXPIRED');
    }
    this.alerts.reactToTime(revision, entries, this.sessions.takeAlerts());
    this.memories.checkGenerations(revision);
    this.sessions.checkFigures(revision, entries);
  }
}

/** True when the reply is that of a call that changed nothing, whose revision is not its own. */
export function changedNothing({ method, request, reply }: Answered): boolean {
  switch (method) {
    case 'Operations/BeginOperation':
      return reply.outcome !== 'BEGIN_OUTCOME_STARTED' && reply.outcome !== 'BEGIN_OUTCOME_DENIED';
    case 'Semantic/StoreMemory':
      return reply.duplicate === true;
    case 'Semantic/StoreMemories':
      return listOf(reply.memories).every(({ duplicate }) => duplicate === true);
    case 'Knowledge/PutRecord':
      // The same record again keeps its version, and who sends it again says which it has.
      return reply.version === request.expected_version;
    case 'Signals/Publish':
      return request.durable !== true;
    case 'Signals/AckSignals':
      return reply.acknowledged === 0;
    case 'Signals/RedriveDeadLetters':
      return reply.redriven === 0;
    // Labels come with new texts only.
    case 'Procedural/PutPromptTemplate':
      return reply.unchanged === true;
    case 'Limits/ResetCounter':
      return (reply.counter as Message).value === '0';
    case 'Sessions/RecordTrade':
      return reply.duplicate === true;
    case 'Sessions/OpenSession':
      return reply.opened === false && request.take_over !== true && !isOfItself(reply, reply.session);
    case 'Sessions/PauseSession':
    case 'Sessions/ResumeSession':
    case 'Sessions/HaltSession':
      return (reply.session as Message).reason !== request.reason;
    case 'Sessions/SetPosition':
    case 'Sessions/MarkPosition':
      return !isOfItself(reply, reply.position);
    case 'Procedural/PutGuard':
      return !isOfItself(reply, reply.guard);
    case 'Procedural/SetPromptLabel':
      return reply.previous_version === request.version;
    default:
      return false;
  }
}

/**
 * Of a reply that may be that of a call that changed something or not, because what it found may have been changed by
 * another, at the newest revision: the kind of entry it then made. The revision is its own if nobody else made it.
 */
export function mayHaveMade({ method, request, reply }: Answered): string | undefined {
  switch (method) {
    case 'Sessions/OpenSession':
      return reply.opened === false && request.take_over !== true ? 'session.changed' : undefined;
    case 'Sessions/SetPosition':
    case 'Sessions/MarkPosition':
      return 'session.position';
    case 'Procedural/PutGuard':
      return 'guard.put';
    default:
      return undefined;
  }
}

/** What is told was changed last at the revision that is told. */
function isOfItself(reply: Message, told: unknown): boolean {
  return (told as Message).revision === (reply.header as Message).revision;
}

interface Answered {
  readonly method: string;
  readonly request: Message;
  readonly reply: Message;
}

function snakeCase(rpc: string): string {
  return rpc.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
}
