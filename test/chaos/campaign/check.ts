/** What is checked after each restart. Every part may be cut off by another crash, and is then begun again. */
import { AckLog } from './ack_log.js';
import { checkExactBucket } from './buckets.js';
import { drainConsumers, openCredentials } from './drain.js';
import type { ExchangeClient } from './exchange_client.js';
import { openNotes } from './notes.js';
import { untilQuiet } from './quiet.js';
import type { Random } from './random.js';
import { answerCalls, type InDoubt, setUpAgents, takeOver } from './recovery.js';
import { Sender } from './sender.js';
import type { StateFolder } from './state_folder.js';
import { recoverDesks, setUpDesks } from './trading_recovery.js';
import { insist } from './violation.js';
import { type Message, Wire } from './wire.js';

export interface CheckOptions {
  readonly folder: StateFolder;
  readonly exchange: ExchangeClient;
  readonly random: Random;
  /** Begins the campaign's own request ids; new with every attempt. */
  readonly prefix: string;
  readonly own: readonly string[];
  readonly shared: string;
  readonly full: boolean;
  /** Counted up. */
  readonly in_doubt: InDoubt;
}

export interface CheckReport {
  /** Open requests that had been done before the kill, and those that had not. */
  readonly whole: number;
  readonly absent: number;
  readonly revision: number;
}

const RECEIPTS = 16;
const TAKE_OVER_CHANCE = 0.8;
const VERIFY_CHANCE = 0.15;

/** `epochs` is kept up to date. Throws Violation, or WireError and Unanswered when the daemon dies meanwhile. */
export async function checkAfterRestart(
  options: CheckOptions,
  epochs: Map<string, string>,
): Promise<CheckReport> {
  const { folder, exchange, random, full } = options;
  const { daemon, claims, chain, model } = folder;
  if (daemon === undefined) throw new Error('no daemon runs');
  const wire = new Wire(daemon.address);
  const own_log = folder.logPath(folder.readers.length - 1);
  const log = new AckLog(own_log);
  const notes = openNotes(own_log);
  try {
    const info = await wire.call('Admin/GetServerInfo', {});
    const head = Number(info.revision);
    claims.read(folder.readers);
    insist(
      claims.newest_acked <= head,
      'lost',
      'acked',
      `revision ${claims.newest_acked} was acknowledged, and the daemon restarted at ${head}`,
    );
    const settled = await claims.settle(wire, head);
    const sender = new Sender(wire, log, options.prefix);
    await recover(options, sender, wire, epochs);
    const draining = { wire, sender, random, notes };
    await openCredentials(draining, [...options.own, options.shared]);
    await drainConsumers(draining, options.own, options.shared, full);
    claims.read(folder.readers);
    const revision = await untilQuiet(wire, model, () => readJournal(folder, wire));
    model.heard.check(folder.notes);
    await checkExactBucket(wire, random);
    model.operations.checkEffects(await exchange.effects());
    await model.compare({ wire, random, full, revision: chain.revision, time_us: chain.time_us });
    await claims.checkReceipts(wire, random, full ? RECEIPTS * 8 : RECEIPTS);
    await claims.checkFencing(
      wire,
      random,
      options.prefix,
      (id) => model.operations.epochOf(id),
      full ? 40 : 6,
    );
    folder.checkBackups();
    if (full || random.chance(VERIFY_CHANCE)) await verify(wire, full);
    if (full) await chain.readAgain(wire, Number(info.compacted_revision));
    return { ...settled, revision };
  } finally {
    wire.close();
    log.close();
    notes.close();
  }
}

async function recover(
  options: CheckOptions,
  sender: Sender,
  wire: Wire,
  epochs: Map<string, string>,
): Promise<void> {
  const { exchange, random, own, shared, in_doubt } = options;
  const recovery = { wire, sender, exchange, random, in_doubt };
  const is_new = epochs.size === 0;
  if (is_new) await setUpAgents(recovery, own, shared);
  if (is_new) await setUpDesks(recovery, own, shared);
  await Promise.all([
    recoverDesks(recovery, own, shared),
    ...own.map(async (agent_id) => {
      await answerCalls(recovery, agent_id);
      if (is_new || random.chance(TAKE_OVER_CHANCE)) epochs.set(agent_id, await takeOver(recovery, agent_id));
    }),
  ]);
}

/** Reads what is new, gives each revision to the request that made it, and applies it to the model. */
async function readJournal({ claims, chain, model, unapplied }: StateFolder, wire: Wire): Promise<number> {
  const { revision } = await wire.call('Admin/GetServerInfo', {});
  await chain.readOn(wire, Number(revision), unapplied);
  for (let next = unapplied.shift(); next !== undefined; next = unapplied.shift()) {
    model.apply(next, claims.take(next));
  }
  claims.expectAllTaken(chain.revision);
  for (const { request, reply } of claims.takeKnownTrades()) model.sessions.checkDuplicate(request, reply);
  model.guards.checkInFlight();
  return chain.revision;
}

async function verify(wire: Wire, full: boolean): Promise<void> {
  let last: Message = {};
  await wire.stream('Admin/Verify', { skip_integrity_check: !full }, (message) => {
    last = message;
    return message.done === true;
  });
  insist(last.done === true && last.ok === true, 'violation', 'verify', 'Admin.Verify found something', last);
}
