/** Holds what clients heard, were handed and were granted against the signals, deliveries and sizes that are known. */

import type { AckLogReader } from './ack_log.js';
import { checkGrants } from './buckets.js';
import type { Granted, Handed, HeardSignal, Note } from './notes.js';
import type { ConsumersModel } from './tier_consumers.js';
import { type ModelSignal, matcherOf, type SignalsModel, viewOf } from './tier_signals.js';
import { canonical, insist } from './violation.js';

type NoteOf<T extends Note['t']> = Extract<Note, { readonly t: T }>;

/** Where one client's subscription stands. */
interface Subscription {
  matches: (channel: string) => boolean;
  /** In the list of all signals: everything before was heard or does not match. */
  place: number;
  told: number;
  readonly ephemeral: Set<string>;
}

export class HeardCheck {
  readonly #signals: SignalsModel;
  readonly #consumers: ConsumersModel;
  readonly #subscriptions = new Map<number, Subscription>();
  /** How often each delivery reached a stream. */
  readonly #handed = new Map<string, number>();
  heard = 0;
  handed = 0;
  granted = 0;

  constructor(signals: SignalsModel, consumers: ConsumersModel) {
    this.#signals = signals;
    this.#consumers = consumers;
  }

  /** Reads what was noted since the last time, all of it in one life of the daemon; the journal was read before. */
  check(readers: readonly AckLogReader<Note>[]): void {
    const granted: Granted[] = [];
    for (const [client, reader] of readers.entries()) {
      let handed: Handed[] = [];
      for (const note of reader.read()) {
        if (note.t === 'granted') granted.push(note);
        else if (note.t === 'handed') handed.push(note);
        else if (note.t === 'draining') handed = handed.filter((each) => !isOf(note, each));
        else if (note.t === 'drained') this.#checkDrained(note, handed);
        else this.#checkHeard(client, note);
        if (note.t === 'handed') this.#checkHanded(note);
      }
    }
    this.granted += granted.length;
    checkGrants(granted);
  }

  #checkHeard(client: number, note: NoteOf<'listening' | 'heard' | 'progress'>): void {
    const known = this.#subscriptions.get(client);
    if (note.t === 'listening') {
      const told = known?.told ?? 0;
      if (note.from !== told) throw new Error(`client ${client} went on from ${note.from}, not from ${told}`);
      const first = this.#signals.all.findIndex(({ revision }) => revision > note.from);
      this.#subscriptions.set(client, {
        matches: matcherOf(note.patterns),
        place: first === -1 ? this.#signals.all.length : first,
        told,
        ephemeral: known?.ephemeral ?? new Set(),
      });
      return;
    }
    if (known === undefined) throw new Error(`client ${client} heard something before it listened`);
    if (note.t === 'heard' && note.signal.durable) this.#checkDurable(known, note);
    else {
      // Whatever names a revision comes after all that was published up to it.
      const missed = this.#next(known);
      insist(
        note.told >= known.told && (missed === undefined || missed.revision > note.told),
        'lost',
        'heard',
        `a subscriber was told that it had heard everything up to ${note.told}, and had not`,
        { note, missed, told: known.told },
      );
    }
    if (note.t === 'heard' && !note.signal.durable) {
      const { signal_id } = note.signal;
      const is_new = !known.ephemeral.has(signal_id);
      insist(is_new, 'duplicated', 'heard', `the ephemeral signal ${signal_id} was heard twice`, note);
      known.ephemeral.add(signal_id);
    }
    known.told = note.told;
  }

  #checkDurable(known: Subscription, { signal, told }: NoteOf<'heard'>): void {
    const expected = this.#next(known);
    const { signal_id } = signal;
    const facts = { signal, expected, told: known.told };
    const is_there = this.#signals.byId.has(signal_id);
    insist(is_there, 'lost', 'heard', `${signal_id} was heard and is not in the journal`, facts);
    const is_again = expected === undefined || signal_id < expected.signal_id;
    insist(!is_again, 'duplicated', 'heard', `${signal_id} was heard again, or by whom it is not for`, facts);
    const is_next = signal_id === expected.signal_id;
    insist(is_next, 'lost', 'heard', `${signal_id} was heard instead of ${expected.signal_id}`, facts);
    expectSame(signal, expected);
    known.place += 1;
    const more = this.#next(known);
    const resume = more?.revision === expected.revision ? expected.revision - 1 : expected.revision;
    insist(told === resume, 'lost', 'heard', `who heard ${signal_id} is to resume from ${told}`, {
      ...facts,
      resume,
    });
    this.heard += 1;
  }

  /** The next that the subscriber is to hear. */
  #next(known: Subscription): ModelSignal | undefined {
    const { all } = this.#signals;
    for (; known.place < all.length; known.place++) {
      const signal = all[known.place];
      if (signal !== undefined && known.matches(signal.channel)) return signal;
    }
    return undefined;
  }

  /** Each delivery is recorded before it is sent, and sent to one stream once. */
  #checkHanded(note: Handed): void {
    const { agent_id, name, delivery, signal } = note;
    const known = this.#signals.byId.get(signal.signal_id);
    insist(known !== undefined, 'lost', 'handed', `${signal.signal_id} is not in the journal`, note);
    expectSame(signal, known);
    const key = `${agent_id} ${name} ${signal.signal_id} ${delivery}`;
    const times = (this.#handed.get(key) ?? 0) + 1;
    this.#handed.set(key, times);
    this.handed += 1;
    // More than once only after it was a dead letter, which begins to be counted anew.
    const recorded = this.#consumers
      .deliveriesOf(agent_id, name)
      .filter((each) => each.signal_id === signal.signal_id && each.delivery === delivery);
    insist(
      times <= recorded.length,
      recorded.length === 0 ? 'lost' : 'duplicated',
      'handed',
      `${name} was handed ${signal.signal_id} for the ${delivery}. time ${times} times, recorded ${recorded.length} times`,
      { note, recorded },
    );
  }

  /** What was recorded while a stream was open that saw to the end of it was sent to that stream. */
  #checkDrained({ agent_id, name, after, until }: NoteOf<'drained'>, handed: readonly Handed[]): void {
    const recorded = this.#consumers
      .deliveriesOf(agent_id, name)
      .filter(({ revision }) => revision > after && revision <= until)
      .map(({ signal_id, delivery }) => `${signal_id} ${delivery}`)
      .sort();
    const mine = handed
      .filter((note) => isOf({ agent_id, name }, note))
      .map(({ signal, delivery }) => `${signal.signal_id} ${delivery}`)
      .sort();
    insist(
      recorded.join() === mine.join(),
      'lost',
      'handed',
      `the only stream of ${name} was not handed what was recorded as delivered`,
      { agent_id, recorded, mine },
    );
  }
}

function isOf(consumer: { agent_id: string; name: string }, { agent_id, name }: Handed): boolean {
  return consumer.agent_id === agent_id && consumer.name === name;
}

function expectSame(heard: HeardSignal, known: ModelSignal): void {
  const { agent_id, channel, confidence, source, payload } = heard;
  const content = { agent_id, channel, confidence, source, payload: JSON.parse(payload) };
  const same = canonical(content) === viewOf(known);
  insist(same, 'violation', 'heard', `${heard.signal_id} was heard with another content`, { heard, known });
}
