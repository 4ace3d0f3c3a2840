// Long because a consumer's life is one: delivered, acknowledged, given back, given up on, handed out again.
/**
 * Named consumers: a signal that matches waits, is pending, is a dead letter or was acknowledged, and which of these it is
 * follows from the revisions alone. Deliveries are made by the daemon; the journal says of each what it handed out.
 */
import {
  allPages,
  type Entry,
  expectRead,
  expectReply,
  type JournalEntry,
  type Scope,
  type Step,
  type TierModel,
  textOf,
} from './tier.js';
import { matcherOf, positionOf, type SignalsModel, signalIdOf } from './tier_signals.js';
import { insist } from './violation.js';
import type { Message, Wire } from './wire.js';

interface Pending {
  deliveries: number;
  due_us: number;
}

interface ModelConsumer {
  readonly agent_id: string;
  readonly name: string;
  patterns: readonly string[];
  min_confidence: number;
  ack_timeout_us: number;
  max_deliveries: number;
  /** Of the newest signal that was looked at. */
  cursor: number;
  /** By the signal's position. */
  readonly pending: Map<number, Pending>;
  readonly dead: Set<number>;
  readonly acknowledged: Set<number>;
}

/** A delivery that the journal has. */
export interface Delivery {
  readonly signal_id: string;
  readonly delivery: number;
  readonly revision: number;
}

const DEFAULT_ACK_TIMEOUT_US = 30_000_000;

export class ConsumersModel implements TierModel {
  readonly names = ['put_consumer', 'delete_consumer', 'ack_signals', 'nack_signals', 'redrive_dead_letters'];
  readonly #signals: SignalsModel;
  readonly #consumers = new Map<string, ModelConsumer>();
  readonly #agents = new Set<string>();
  /** Of all consumers that ever were, by agent and name. */
  readonly #deliveries = new Map<string, Delivery[]>();

  acknowledged = 0;
  buried = 0;

  constructor(signals: SignalsModel) {
    this.#signals = signals;
  }

  apply(step: Step): Entry[] {
    const { agent_id, name, request, result } = step;
    if (name === 'put_consumer') return this.#put(step);
    const consumer = this.#require(step.agent_id, textOf(request.name), step);
    switch (name) {
      case 'delete_consumer':
        this.#consumers.delete(keyOf(consumer));
        return [[agent_id, 'consumer.deleted', consumer.name]];
      case 'ack_signals':
        return this.#ack(step, consumer);
      case 'nack_signals':
        return nack(step, consumer);
      default: {
        const ids = request.signal_ids as readonly string[] | undefined;
        const positions =
          ids === undefined || ids.length === 0 ? [...consumer.dead].slice(0, 1000) : ids.map(positionIn);
        const dead = positions.filter((position) => consumer.dead.delete(position));
        expectReply(step, 'redriven', [result.redriven, dead.length], [positions.length, positions.length]);
        for (const position of dead) consumer.pending.set(position, { deliveries: 0, due_us: step.time_us });
        return dead.length > 0 ? [[agent_id, 'consumer.redriven', consumer.name]] : [];
      }
    }
  }

  /** What the daemon did by itself: it handed signals to a stream, or gave up on some. */
  happened({ agent_id, kind, key, payload }: JournalEntry, revision: number, time_us: number): void {
    const consumer = this.#require(agent_id, key, { kind, revision });
    insist(payload !== undefined, 'lost', 'consumer', `the journal does not hold a ${kind}`, { revision });
    if (kind === 'consumer.delivered') {
      this.#delivered(consumer, payload as DeliveredPayload, revision, time_us);
      return;
    }
    for (const position of (payload as { signals: number[] }).signals) {
      const known = consumer.pending.get(position);
      insist(
        known !== undefined && known.deliveries >= consumer.max_deliveries && known.due_us <= time_us,
        'lost',
        'consumer',
        `${consumer.name} gave up on ${signalIdOf(position)} before its time`,
        { consumer, known, time_us },
      );
      bury(consumer, position);
      this.buried += 1;
    }
  }

  /** What the journal says was handed to a consumer's streams, oldest first. */
  deliveriesOf(agent_id: string, name: string): readonly Delivery[] {
    return this.#deliveries.get(`${agent_id} ${name}`) ?? [];
  }

  async compare({ wire }: Scope): Promise<void> {
    await Promise.all(
      [...this.#agents].map(async (agent_id) => {
        const rows = await allPages(wire, 'Signals/ListConsumers', { agent_id }, 'consumers');
        const mine = [...this.#consumers.values()]
          .filter((consumer) => consumer.agent_id === agent_id)
          .sort((a, b) => (a.name < b.name ? -1 : 1));
        expectRead(
          `the consumers of ${agent_id}`,
          rows.map(({ name }) => name),
          mine.map(({ name }) => name),
        );
        await Promise.all(mine.map((consumer, index) => this.#compareOne(wire, consumer, rows[index] ?? {})));
      }),
    );
  }

  #put(step: Step): Entry[] {
    const { agent_id, request, result, revision } = step;
    const name = textOf(request.name);
    const key = `${agent_id} ${name}`;
    const present = this.#consumers.get(key);
    expectReply(step, 'created', result.created, present === undefined);
    const from = request.from_revision === undefined ? undefined : Number(request.from_revision);
    const settings = {
      patterns: [...(request.patterns as string[])].sort(),
      min_confidence: (request.min_confidence as number | undefined) ?? 0,
      ack_timeout_us: microseconds(request.ack_timeout) ?? DEFAULT_ACK_TIMEOUT_US,
      max_deliveries: (request.max_deliveries as number | undefined) || 5,
    };
    if (present !== undefined) Object.assign(present, settings);
    else {
      const cursor = from === undefined ? positionOf(revision, 0) : positionOf(from + 1, 0) - 1;
      const nothing = { pending: new Map(), dead: new Set<number>(), acknowledged: new Set<number>() };
      this.#consumers.set(key, { agent_id, name, ...settings, cursor, ...nothing });
      this.#agents.add(agent_id);
    }
    return [[agent_id, 'consumer.put', name]];
  }

  #ack(step: Step, consumer: ModelConsumer): Entry[] {
    const positions = (step.request.signal_ids as string[]).map(positionIn);
    const { pending, dead, acknowledged } = consumer;
    const never = positions.filter(
      (position) => !pending.has(position) && !dead.has(position) && !acknowledged.has(position),
    );
    expectReply(step, 'signals that were never delivered', never, []);
    // Nested ones have no request_id of their own, and every signal must be pending.
    const is_nested = textOf(step.request.request_id) === '';
    if (is_nested)
      expectReply(
        step,
        'all were pending',
        positions.every((each) => pending.has(each)),
        true,
      );
    const done = positions.filter((position) => pending.delete(position) || dead.delete(position));
    for (const position of done) acknowledged.add(position);
    this.acknowledged += done.length;
    expectReply(step, 'acknowledged', step.result.acknowledged, done.length);
    return done.length > 0 ? [[step.agent_id, 'consumer.acked', consumer.name]] : [];
  }

  #delivered(consumer: ModelConsumer, payload: DeliveredPayload, revision: number, time_us: number): void {
    const { pending, dead, acknowledged, max_deliveries, name } = consumer;
    const log = this.#deliveries.get(keyOf(consumer)) ?? [];
    this.#deliveries.set(keyOf(consumer), log);
    const fresh: number[] = [];
    for (const [position, delivery] of payload.signals) {
      const known = pending.get(position);
      const facts = { consumer: { ...consumer, pending: [...pending] }, payload, known, revision, time_us };
      const what = `${signalIdOf(position)} was delivered to ${name} for the ${delivery}. time`;
      insist(
        !acknowledged.has(position),
        'duplicated',
        'consumer',
        `${what} after it was acknowledged`,
        facts,
      );
      insist(!dead.has(position), 'duplicated', 'consumer', `${what} after it was given up on`, facts);
      const is_due = known === undefined || known.due_us <= time_us;
      insist(is_due, 'duplicated', 'consumer', `${what} before it was due`, facts);
      const is_next = delivery === (known?.deliveries ?? 0) + 1 && delivery <= max_deliveries;
      insist(is_next, 'violation', 'consumer', `${what}, which is not the next`, facts);
      if (known === undefined) fresh.push(position);
      pending.set(position, { deliveries: delivery, due_us: time_us + consumer.ack_timeout_us });
      log.push({ signal_id: signalIdOf(position), delivery, revision });
    }
    const wanted = this.#waiting(consumer).filter((position) => position <= payload.cursor);
    insist(
      wanted.join() === fresh.join(),
      fresh.length > wanted.length ? 'duplicated' : 'lost',
      'consumer',
      `${name} went past signals that it was not handed, or was handed others`,
      { consumer: { ...consumer, pending: [...pending] }, payload, wanted, fresh },
    );
    consumer.cursor = payload.cursor;
  }

  /** Positions of the signals that match and that it has not come to. */
  #waiting({ cursor, patterns, min_confidence }: ModelConsumer): number[] {
    const matches = matcherOf(patterns);
    const first = this.#signals.all.findLastIndex(({ position }) => position <= cursor) + 1;
    return this.#signals.all
      .slice(first)
      .filter(({ channel, confidence }) => confidence >= min_confidence && matches(channel))
      .map(({ position }) => position);
  }

  async #compareOne(wire: Wire, consumer: ModelConsumer, row: Message): Promise<void> {
    const { agent_id, name, patterns, min_confidence, max_deliveries, pending, dead } = consumer;
    const { waiting, pending: pending_now, dead: dead_now } = row;
    const out = [pending, dead].map(({ size }) => size);
    // Those after their last delivery become dead letters while this is asked.
    const ending = [...pending].filter(([, { deliveries }]) => deliveries >= max_deliveries);
    const is_moving = ending.length > 0;
    const found = [Number(pending_now), Number(dead_now)];
    expectRead(
      `consumer ${name} of ${agent_id}`,
      [
        row.patterns,
        row.min_confidence,
        row.max_deliveries,
        Number(waiting),
        is_moving ? sumOf(found) : found,
      ],
      [
        patterns,
        min_confidence,
        max_deliveries,
        this.#waiting(consumer).length,
        is_moving ? sumOf(out) : out,
      ],
    );
    const letters = await allPages(wire, 'Signals/ListDeadLetters', { agent_id, name }, 'signals');
    const may_be = new Set(ending.map(([position]) => signalIdOf(position)));
    expectRead(
      `the dead letters of ${name} of ${agent_id}`,
      letters.map(({ signal_id }) => textOf(signal_id)).filter((signal_id) => !may_be.has(signal_id)),
      [...dead].sort((a, b) => b - a).map(signalIdOf),
    );
  }

  #require(agent_id: string, name: string, facts: unknown): ModelConsumer {
    const consumer = this.#consumers.get(`${agent_id} ${name}`);
    insist(consumer !== undefined, 'violation', 'consumer', `${agent_id} has no consumer ${name}`, facts);
    return consumer;
  }
}

interface DeliveredPayload {
  readonly signals: readonly (readonly [position: number, delivery: number])[];
  readonly cursor: number;
}

/** Those that are not pending any more stay as they are; one after its last delivery is a dead letter at once. */
function nack(step: Step, consumer: ModelConsumer): Entry[] {
  const { agent_id, request, time_us } = step;
  const { name, pending, max_deliveries } = consumer;
  const given_back = (request.signal_ids as string[]).map(positionIn).filter((each) => pending.has(each));
  if (given_back.length === 0) return [];
  const due_us = time_us + (microseconds(request.delay) ?? 0);
  let buried = 0;
  for (const position of given_back) {
    const known = pending.get(position);
    if (known === undefined) continue;
    if (known.deliveries < max_deliveries) known.due_us = due_us;
    else {
      bury(consumer, position);
      buried += 1;
    }
  }
  const gave_up: Entry[] = buried > 0 ? [[agent_id, 'consumer.gave_up', name]] : [];
  return [[agent_id, 'consumer.nacked', name], ...gave_up];
}

function bury({ pending, dead }: ModelConsumer, position: number): void {
  pending.delete(position);
  dead.add(position);
}

function positionIn(signal_id: string): number {
  return Number.parseInt(signal_id.replace('signal-', ''), 36);
}

function microseconds(duration: unknown): number | undefined {
  if (duration === undefined || duration === null) return undefined;
  const { seconds, nanos } = duration as { seconds: string; nanos: number };
  return Number(seconds) * 1_000_000 + nanos / 1000;
}

function keyOf({ agent_id, name }: ModelConsumer): string {
  return `${agent_id} ${name}`;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
