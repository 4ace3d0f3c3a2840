/** What the checker does with consumers and credentials after a restart, while nobody else does anything. */
import { setTimeout as pause } from 'node:timers/promises';
import { noteHanded, signalIdIn } from './listeners.js';
import type { NoteBook } from './notes.js';
import type { Random } from './random.js';
import type { Sender } from './sender.js';
import { credentialNames, DESK, WORK } from './signal_stories.js';
import { allPages, listOf } from './tier.js';
import { canonical, insist } from './violation.js';
import type { Message, Wire } from './wire.js';

export interface Draining {
  readonly wire: Wire;
  readonly sender: Sender;
  readonly random: Random;
  readonly notes: NoteBook;
}

const PATIENCE_MS = 20_000;
const PAUSE_MS = 15;
/** Longer than what was handed out takes to come again. */
const STANDING_MS = 2500;
const DRAIN_CHANCE = 0.3;

/** The consumers that are there from the beginning, some of them or all. */
export async function drainConsumers(
  draining: Draining,
  own: readonly string[],
  shared: string,
  all: boolean,
): Promise<void> {
  const consumers = [
    ...own.map((agent_id) => ({ agent_id, name: WORK })),
    { agent_id: shared, name: DESK },
  ].filter(() => all || draining.random.chance(DRAIN_CHANCE));
  await Promise.all(consumers.map((consumer) => drain(draining, consumer.agent_id, consumer.name)));
}

/** Consumes and acknowledges until nothing is left: nothing waits, nothing is pending, and sometimes nothing is dead. */
async function drain(
  { wire, sender, random, notes }: Draining,
  agent_id: string,
  name: string,
): Promise<void> {
  const over = new AbortController();
  const ids: string[] = [];
  const after = await newest(wire);
  const redrives = random.chance(0.5);
  notes.write({ t: 'draining', agent_id, name });
  const stream = wire.stream(
    'Signals/Consume',
    { agent_id, name, max_in_flight: 100 },
    (message) => {
      noteHanded(notes, agent_id, name, message);
      ids.push(signalIdIn(message));
      return false;
    },
    over.signal,
  );
  try {
    const is_empty = await Promise.race([stream, acknowledgeAll()]);
    insist(is_empty !== undefined, 'lost', 'handed', `the stream of ${name} of ${agent_id} ended by itself`);
    if (is_empty) notes.write({ t: 'drained', agent_id, name, after, until: await newest(wire) });
  } finally {
    over.abort();
    await stream.catch(() => undefined);
  }

  /** False when it had to be left because time stands still. */
  async function acknowledgeAll(): Promise<boolean> {
    const deadline_ms = Date.now() + PATIENCE_MS;
    for (;;) {
      const signal_ids = [...new Set(ids.splice(0, 500))];
      if (signal_ids.length > 0) {
        await sender.send('Signals/AckSignals', { agent_id, name, signal_ids });
        continue;
      }
      const { consumers } = await wire.call('Signals/ListConsumers', { agent_id, page_size: 1000 });
      const found = listOf(consumers).find((each) => each.name === name);
      const [waiting, pending, dead] = [found?.waiting, found?.pending, found?.dead].map(Number);
      if (ids.length === 0 && waiting === 0 && pending === 0) {
        if (dead === 0 || !redrives) return true;
        await sender.send('Signals/RedriveDeadLetters', { agent_id, name });
      }
      if (waiting === 0 && ids.length === 0 && Date.now() > deadline_ms - PATIENCE_MS + STANDING_MS) {
        // After the clock was set back the journal's time stands still, and nothing comes to be due.
        if (await timeStands(sender, agent_id)) return false;
      }
      const is_late = Date.now() > deadline_ms;
      insist(!is_late, 'lost', 'handed', `${name} of ${agent_id} is not handed what waits for it`, found);
      await pause(PAUSE_MS);
    }
  }
}

/** Opens what the vault holds: each credential that does not expire comes back. Its value is compared with the rest. */
export async function openCredentials(
  { wire, sender, random }: Draining,
  agents: readonly string[],
): Promise<void> {
  await Promise.all(
    agents.map(async (agent_id) => {
      const rows = await allPages(wire, 'Vault/ListCredentials', { agent_id }, 'credentials');
      for (const name of random.sample(credentialNames(rows), 3)) {
        const request = { agent_id, name, purpose: 'check' };
        const reply: Message | undefined = await sender.send('Vault/GetCredential', request);
        insist(reply !== undefined, 'lost', 'vault', `credential ${name} of ${agent_id} does not open`, rows);
      }
    }),
  );
}

async function timeStands(sender: Sender, agent_id: string): Promise<boolean> {
  const write = async () => {
    const reply = await sender.send('State/IncrementField', { agent_id, name: 'drained', integer: '1' });
    const { committed_at } = (reply?.header ?? {}) as Message;
    return canonical(committed_at);
  };
  const before = await write();
  await pause(PAUSE_MS);
  return (await write()) === before;
}

async function newest(wire: Wire): Promise<number> {
  return Number((await wire.call('Admin/GetServerInfo', {})).revision);
}
