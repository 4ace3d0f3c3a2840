/** All tiers of the checker's model, and what it means that a request was committed. */
import type { Intent } from './ack_log.js';
import { type Entry, listOf, type Scope, type Step, type TierModel, textOf } from './tier.js';
import { EpisodesModel } from './tier_episodes.js';
import { LedgerModel } from './tier_ledger.js';
import { OperationsModel } from './tier_operations.js';
import { StateModel } from './tier_state.js';
import { TasksModel } from './tier_tasks.js';
import { canonical, insist } from './violation.js';
import type { Message } from './wire.js';

/** A request that is known to be committed, with the reply that was given for it. */
export interface Claim extends Intent {
  readonly revision: number;
  readonly reply: Message;
}

export interface JournalEntry {
  readonly agent_id: string;
  readonly kind: string;
  readonly key: string;
  /** The payload as JSON text. */
  readonly payload: unknown;
}

/** What the daemon does by itself, because time has passed. */
const TIME_MADE = new Set(['operation.unknown', 'ledger.hold_expired']);

export class Model {
  readonly state = new StateModel();
  readonly ledger = new LedgerModel();
  readonly operations: OperationsModel;
  readonly #tiers: readonly TierModel[];
  readonly #byName: ReadonlyMap<string, TierModel>;

  constructor() {
    this.operations = new OperationsModel(this.ledger, (mutations, results, outer) =>
      this.#applyNested(mutations, results, outer),
    );
    this.#tiers = [this.state, this.ledger, this.operations, new TasksModel(), new EpisodesModel()];
    this.#byName = new Map(this.#tiers.flatMap((tier) => tier.names.map((name) => [name, tier] as const)));
  }

  /** Applies one revision and compares what the journal says of it. */
  apply(revision: number, entries: readonly JournalEntry[], claim: Claim | undefined): void {
    if (claim === undefined) {
      this.#applyTime(revision, entries);
      return;
    }
    const expected = this.#applyClaim(claim);
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

  async compare(scope: Scope): Promise<void> {
    await Promise.all(this.#tiers.map((tier) => tier.compare(scope)));
  }

  #applyClaim({ method, request, reply, revision }: Claim): Entry[] {
    const agent_id = textOf(request.agent_id);
    const [, rpc = ''] = method.split('/');
    if (rpc === 'Transact') {
      const outer = { name: 'transact', agent_id, request, result: reply, revision };
      return this.#applyNested(request.mutations, reply.results, outer);
    }
    return this.#applyOne({ name: snakeCase(rpc), agent_id, request, result: reply, revision });
  }

  #applyNested(mutations: unknown, results: unknown, outer: Step): Entry[] {
    const given = listOf(results);
    return listOf(mutations).flatMap((mutation, index) => {
      const [[name, request] = ['', {}]] = Object.entries(mutation) as [string, Message][];
      const result = (given[index]?.[name] ?? {}) as Message;
      return this.#applyOne({ name, agent_id: outer.agent_id, request, result, revision: outer.revision });
    });
  }

  #applyOne(step: Step): Entry[] {
    const tier = this.#byName.get(step.name);
    if (tier === undefined) throw new Error(`the model does not know ${step.name}`);
    return tier.apply(step);
  }

  #applyTime(revision: number, entries: readonly JournalEntry[]): void {
    const made = entries.every(({ kind }) => TIME_MADE.has(kind));
    insist(
      made && entries.length > 0,
      'duplicated',
      'claims',
      `revision ${revision} was made by no request that is left to explain it`,
      entries,
    );
    for (const { agent_id, kind, key } of entries) {
      if (kind === 'operation.unknown') this.operations.leaseEnded(agent_id, key, revision);
      else this.ledger.release(agent_id, key, '', 'EXPIRED');
    }
  }
}

/** True when the reply is that of a call that changed nothing, whose revision is not its own. */
export function changedNothing({ method, reply }: { method: string; reply: Message }): boolean {
  if (method !== 'Operations/BeginOperation') return false;
  return reply.outcome !== 'BEGIN_OUTCOME_STARTED' && reply.outcome !== 'BEGIN_OUTCOME_DENIED';
}

function snakeCase(rpc: string): string {
  return rpc.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
}
