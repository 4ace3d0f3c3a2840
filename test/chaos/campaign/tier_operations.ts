// Long because an operation has one life, and each step of it says what it leaves.
import {
  documentOf,
  type Entry,
  expectRead,
  expectReply,
  inChunks,
  listOf,
  type Scope,
  type Step,
  type TierModel,
  textOf,
} from './tier.js';
import type { LedgerModel } from './tier_ledger.js';
import { insist } from './violation.js';
import type { Message } from './wire.js';

type Status = 'IN_FLIGHT' | 'COMPLETED' | 'FAILED' | 'UNKNOWN';

export interface ModelOperation {
  readonly agent_id: string;
  readonly key: string;
  readonly client_order_id: string;
  readonly params: unknown;
  readonly retry: boolean;
  status: Status;
  attempt: number;
  hold_ids: string[];
  leased: boolean;
  /** In the journal's time. */
  readonly lease_ends_us: number;
  result: unknown;
  revision: number;
}

export class OperationsModel implements TierModel {
  readonly names = [
    'begin_operation',
    'complete_operation',
    'fail_operation',
    'resolve_operation',
    'take_over',
  ];
  readonly #ledger: LedgerModel;
  readonly #applyNested: (mutations: unknown, results: unknown, outer: Step) => Entry[];
  readonly #operations = new Map<string, ModelOperation>();
  readonly #epochs = new Map<string, number>();
  readonly #touched = new Set<string>();

  constructor(
    ledger: LedgerModel,
    applyNested: (mutations: unknown, results: unknown, outer: Step) => Entry[],
  ) {
    this.#ledger = ledger;
    this.#applyNested = applyNested;
  }

  epochOf(agent_id: string): number {
    return this.#epochs.get(agent_id) ?? 0;
  }

  get all(): Iterable<ModelOperation> {
    return this.#operations.values();
  }

  apply(step: Step): Entry[] {
    switch (step.name) {
      case 'begin_operation':
        return this.#begin(step);
      case 'complete_operation':
        return this.#complete(step, this.#require(step), step.request);
      case 'fail_operation':
        return this.#fail(step, this.#require(step));
      case 'take_over':
        return this.#takeOver(step);
      default: {
        const operation = this.#require(step);
        expectReply(step, 'only an UNKNOWN operation is resolved', operation.status, 'UNKNOWN');
        const happened = step.request.happened as Message | undefined;
        return happened == null ? this.#fail(step, operation) : this.#complete(step, operation, happened);
      }
    }
  }

  /** What the daemon does by itself when a lease is over. */
  leaseEnded(agent_id: string, key: string, revision: number, time_us: number): void {
    const operation = this.#operations.get(`${agent_id} ${key}`);
    insist(
      operation?.status === 'IN_FLIGHT',
      'violation',
      'operation',
      `${key} became UNKNOWN without being in flight`,
      operation,
    );
    insist(operation.lease_ends_us <= time_us, 'violation', 'operation', `the lease of ${key} ended early`, {
      operation,
      time_us,
    });
    this.#change(operation, 'UNKNOWN', revision);
  }

  async compare({ wire, full }: Scope): Promise<void> {
    const keys = full ? [...this.#operations.keys()] : [...this.#touched];
    await inChunks(keys, async (each) => {
      const operation = this.#operations.get(each);
      if (operation === undefined) return;
      const { agent_id, key, status, attempt, client_order_id, params, result, hold_ids, revision } =
        operation;
      const reply = await wire.call('Operations/GetOperation', { agent_id, key });
      const found = reply.operation as Message;
      expectRead(
        `operation ${key} of ${agent_id}`,
        {
          status: found.status,
          attempt: found.attempt,
          client_order_id: found.client_order_id,
          params: documentOf(found.params),
          result: documentOf(found.result),
          hold_ids: [...(found.hold_ids as string[])].sort(),
          revision: Number(found.revision),
        },
        {
          status: `OPERATION_STATUS_${status}`,
          attempt,
          client_order_id,
          params,
          result,
          hold_ids: [...hold_ids].sort(),
          revision,
        },
      );
    });
    for (const agent_id of this.#epochs.keys()) await this.#compareResume(agent_id, wire);
    this.#touched.clear();
  }

  /** At most one effect outside each; exactly one of what completed, none of what failed. */
  checkEffects(effects: Readonly<Record<string, number>>): void {
    const known = new Map(
      [...this.#operations.values()].map((operation) => [operation.client_order_id, operation]),
    );
    for (const [id, count] of Object.entries(effects)) {
      const operation = known.get(id);
      insist(
        operation !== undefined,
        'lost',
        'effects',
        `the exchange executed ${id}, of which the daemon knows nothing`,
      );
      insist(count <= 1, 'duplicated', 'effects', `the exchange executed ${id} ${count} times`, operation);
    }
    for (const operation of known.values()) {
      const count = effects[operation.client_order_id] ?? 0;
      const { status, key } = operation;
      const sound = status === 'COMPLETED' ? count === 1 : status === 'FAILED' ? count === 0 : true;
      insist(
        sound,
        'violation',
        'effects',
        `operation ${key} is ${status}, and the exchange executed it ${count} times`,
        operation,
      );
    }
  }

  #begin(step: Step): Entry[] {
    const { agent_id, request, result, revision } = step;
    const key = textOf(request.key);
    if (result.outcome === 'BEGIN_OUTCOME_DENIED') return [[agent_id, 'operation.denied', key]];
    const reply = result.operation as Message;
    const present = this.#operations.get(`${agent_id} ${key}`);
    const is_leased = present?.leased === true && present.lease_ends_us > step.time_us;
    const again =
      present?.status === 'FAILED' || (present?.status === 'IN_FLIGHT' && !is_leased && present.retry);
    expectReply(step, 'it may not be begun', present === undefined || again, true);
    expectReply(
      step,
      'client_order_id',
      reply.client_order_id,
      present?.client_order_id ?? reply.client_order_id,
    );
    const hold_ids = reply.hold_ids as string[];
    const keeps = present?.status === 'IN_FLIGHT';
    const holds = keeps ? [] : listOf(request.holds);
    expectReply(step, 'the number of holds', hold_ids.length, keeps ? present.hold_ids.length : holds.length);
    const entries = holds.map((hold, index) =>
      this.#ledger.place(agent_id, hold_ids[index] ?? '', hold, key),
    );
    const operation: ModelOperation = {
      agent_id,
      key,
      client_order_id: textOf(reply.client_order_id),
      params: present?.params ?? documentOf(request.params),
      retry: request.on_crash === 'ON_CRASH_RETRY',
      status: 'IN_FLIGHT',
      attempt: (present?.attempt ?? 0) + 1,
      hold_ids,
      leased: true,
      lease_ends_us:
        step.time_us + Number((request.lease as { seconds: string } | undefined)?.seconds ?? 60) * 1e6,
      result: undefined,
      revision,
    };
    expectReply(step, 'attempt', reply.attempt, operation.attempt);
    this.#operations.set(`${agent_id} ${key}`, operation);
    this.#touched.add(`${agent_id} ${key}`);
    return [...entries, [agent_id, 'operation.begun', key]];
  }

  #complete(step: Step, operation: ModelOperation, outcome: Message): Entry[] {
    const { agent_id, revision } = step;
    const settlements = listOf(outcome.settlements);
    const settled = new Set(settlements.map(({ hold_id }) => textOf(hold_id)));
    const entries = settlements.flatMap((settlement) =>
      this.#ledger.settle(step, settlement, '', operation.key),
    );
    for (const hold_id of operation.hold_ids) {
      if (!settled.has(hold_id))
        entries.push(this.#ledger.release(agent_id, hold_id, operation.key, 'RELEASED'));
    }
    entries.push(...this.#applyNested(outcome.mutations, step.result.results, step));
    this.#change(operation, 'COMPLETED', revision);
    operation.hold_ids = [];
    operation.result = documentOf(outcome.result);
    return [...entries, [agent_id, 'operation.completed', operation.key]];
  }

  #fail(step: Step, operation: ModelOperation): Entry[] {
    const released = operation.hold_ids.map((hold_id) =>
      this.#ledger.release(step.agent_id, hold_id, operation.key, 'RELEASED'),
    );
    this.#change(operation, 'FAILED', step.revision);
    operation.hold_ids = [];
    return [...released, [step.agent_id, 'operation.failed', operation.key]];
  }

  #takeOver(step: Step): Entry[] {
    const { agent_id, result, revision } = step;
    const entries = this.fence(agent_id, revision);
    expectReply(step, 'epoch', Number(result.epoch), this.epochOf(agent_id));
    expectReply(step, 'fenced_operations', Number(result.fenced_operations), entries.length - 1);
    return entries;
  }

  /** With an agent's first session, when nobody had taken it over before. */
  firstEpoch(agent_id: string): void {
    this.#epochs.set(agent_id, 1);
  }

  /** What was sent with an epoch may be committed in that epoch only. */
  checkEpoch({ method, request, revision }: { method: string; request: Message; revision: number }): void {
    const agent_id = textOf(request.agent_id);
    const told = Number(textOf(request.epoch) || '0');
    const epoch = this.epochOf(agent_id);
    insist(
      told === 0 || told === epoch,
      'violation',
      'fencing',
      `${method} was committed at revision ${revision} with epoch ${told} of ${agent_id}, which is at ${epoch}`,
      request,
    );
  }

  /** The next epoch; the leases of the one before are over. */
  fence(agent_id: string, revision: number): Entry[] {
    this.#epochs.set(agent_id, this.epochOf(agent_id) + 1);
    const leased = [...this.#operations.values()].filter(
      (operation) => operation.agent_id === agent_id && operation.status === 'IN_FLIGHT' && operation.leased,
    );
    const entries: Entry[] = [[agent_id, 'agent.taken_over', agent_id]];
    for (const operation of leased) {
      this.#change(operation, operation.retry ? 'IN_FLIGHT' : 'UNKNOWN', revision);
      entries.push([
        agent_id,
        operation.retry ? 'operation.lease_ended' : 'operation.unknown',
        operation.key,
      ]);
    }
    return entries;
  }

  #require(step: Step): ModelOperation {
    const key = textOf(step.request.key);
    const operation = this.#operations.get(`${step.agent_id} ${key}`);
    insist(
      operation !== undefined,
      'violation',
      'operation',
      `operation ${key} was ended, but never begun`,
      step,
    );
    return operation;
  }

  #change(operation: ModelOperation, status: Status, revision: number): void {
    operation.status = status;
    operation.leased = false;
    operation.revision = revision;
    this.#touched.add(`${operation.agent_id} ${operation.key}`);
  }

  async #compareResume(agent_id: string, wire: Scope['wire']): Promise<void> {
    const reply = await wire.call('Operations/Resume', { agent_id });
    const keysOf = (list: unknown) =>
      listOf(list)
        .map(({ key }) => textOf(key))
        .sort();
    const mine = [...this.#operations.values()].filter((operation) => operation.agent_id === agent_id);
    const keysIn = (status: Status) =>
      mine
        .filter((each) => each.status === status)
        .map(({ key }) => key)
        .sort();
    expectRead(
      `what ${agent_id} resumes with`,
      {
        epoch: Number(reply.epoch),
        unknown: keysOf(reply.unknown_operations),
        in_flight: keysOf(reply.in_flight_operations),
        open_holds: listOf(reply.open_holds)
          .map(({ hold_id }) => textOf(hold_id))
          .sort(),
      },
      {
        epoch: this.epochOf(agent_id),
        unknown: keysIn('UNKNOWN'),
        in_flight: keysIn('IN_FLIGHT'),
        open_holds: this.#ledger.openHoldsOf(agent_id).sort(),
      },
    );
  }
}
