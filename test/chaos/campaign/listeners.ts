/** What a client does beside its stories while the daemon lives: it subscribes, consumes, and asks for tokens. */

import { setTimeout as pause } from 'node:timers/promises';
import { takeTokens } from './buckets.js';
import { someDocument } from './made_up.js';
import type { HeardSignal } from './notes.js';
import { type NoteBook, readNotes } from './notes.js';
import type { World } from './order_story.js';
import { Unanswered } from './sender.js';
import { DESK, WORK } from './signal_stories.js';
import { textOf } from './tier.js';
import { type Message, WireError } from './wire.js';

const IN_FLIGHT = 16;
const ASK_PAUSE_MS = 3;

/** Goes on where the notes end, whichever process made them. */
export async function subscribe({ wire, notes, own, over }: World, log_path: string): Promise<void> {
  // One hears all, as the operator does.
  const is_operator = own.startsWith('agent0');
  const patterns = is_operator ? ['*'] : ['sig:1', 'sig:3', `pf:alerts:${own}`];
  const agent_id = is_operator ? '*' : own;
  const from = resumeFrom(log_path);
  notes.write({ t: 'listening', agent_id, patterns, from });
  await untilGone(
    wire.stream(
      'Signals/Subscribe',
      { agent_id, patterns, from_revision: String(from) },
      ({ signal, revision }) => {
        const told = Number(revision);
        if (signal == null) notes.write({ t: 'progress', told });
        else notes.write({ t: 'heard', told, signal: heardOf(signal as Message) });
        return false;
      },
      over,
    ),
  );
}

function resumeFrom(log_path: string): number {
  const last = readNotes(log_path)
    .read()
    .findLast(({ t }) => t === 'heard' || t === 'progress') as { told: number } | undefined;
  return last?.told ?? 0;
}

/** Its own consumer, and the one that all clients share. */
export async function consume(world: World): Promise<void> {
  const { own, shared, epoch } = world;
  await Promise.all([
    consumeAs(world, { agent_id: own, epoch }, WORK),
    consumeAs(world, { agent_id: shared }, DESK),
  ]);
}

/** More than there are, all the time. */
export async function askForTokens({ wire, notes, random, own, shared, over }: World): Promise<void> {
  await untilGone(
    (async () => {
      while (!over.aborted) {
        await takeTokens(wire, notes, random, random.chance(0.3) ? shared : own);
        await pause(ASK_PAUSE_MS);
      }
    })(),
  );
}

async function consumeAs(world: World, agent: Message, name: string): Promise<void> {
  const { wire, notes, over } = world;
  const agent_id = textOf(agent.agent_id);
  const settling: Promise<void>[] = [];
  await untilGone(
    wire.stream(
      'Signals/Consume',
      { agent_id, name, max_in_flight: IN_FLIGHT },
      (message) => {
        noteHanded(notes, agent_id, name, message);
        settling.push(untilGone(settle(world, agent, name, signalIdIn(message))));
        return false;
      },
      over,
    ),
  );
  await Promise.all(settling);
}

/** Acknowledges it, alone or with what belongs to it, gives it back, or forgets it. */
async function settle({ sender, random }: World, agent: Message, name: string, id: string): Promise<void> {
  const draw = random.next();
  const signals = { name, signal_ids: [id] };
  const together = (mutation: Message, count: string) =>
    sender.send('Transact/Transact', {
      ...agent,
      preconditions: [],
      mutations: [mutation, { increment_field: { name: count, integer: '1' } }],
    });
  if (draw < 0.45) {
    await sender.send('Signals/AckSignals', { ...agent, ...signals });
    if (random.chance(0.1)) await sender.send('Signals/AckSignals', { ...agent, ...signals });
  } else if (draw < 0.6) {
    await together({ ack_signals: signals }, 'handled');
    if (random.chance(0.2)) await together({ ack_signals: signals }, 'handled_twice');
  } else if (draw < 0.72) {
    const delay = random.chance(0.5) ? { delay: { seconds: '0', nanos: 30_000_000 } } : {};
    await together({ nack_signals: { ...signals, ...delay } }, 'given_back');
  } else if (draw < 0.78) {
    const publish = { channel: 'sig:2', durable: true, payload: someDocument(random), confidence: 0.25 };
    const mutations = [{ ack_signals: signals }, { publish }];
    await sender.send('Transact/Transact', { ...agent, preconditions: [], mutations });
  }
}

export function noteHanded(notes: NoteBook, agent_id: string, name: string, message: Message): void {
  const signal = heardOf(message.signal as Message);
  notes.write({ t: 'handed', agent_id, name, delivery: Number(message.delivery), signal });
}

export function signalIdIn(message: Message): string {
  return textOf((message.signal as Message).signal_id);
}

function heardOf(signal: Message): HeardSignal {
  const { signal_id, durable, agent_id, channel, confidence, source, payload } = signal;
  return {
    signal_id: textOf(signal_id),
    durable: durable === true,
    agent_id: textOf(agent_id),
    channel: textOf(channel),
    confidence: Number(confidence),
    source: textOf(source),
    payload: textOf((payload as Message).json),
  };
}

/** The daemon's death is the expected end. */
async function untilGone(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    const is_gone = error instanceof Unanswered || (error instanceof WireError && !error.refused);
    if (!is_gone) throw error;
  }
}
