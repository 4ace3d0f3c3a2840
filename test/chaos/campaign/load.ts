/** One cycle's load, up to the death of the daemon. */
import type { TestDaemon } from '../../support/daemon.js';
import type { ClientProcess } from './client_process.js';
import type { ExchangeClient } from './exchange_client.js';
import type { CyclePlan } from './plan.js';
import type { Random } from './random.js';
import type { StateFolder } from './state_folder.js';
import { insist, Violation } from './violation.js';
import { type Message, Wire, WireError } from './wire.js';

export interface Load {
  readonly folder: StateFolder;
  readonly clients: readonly ClientProcess[];
  readonly exchange: ExchangeClient;
  readonly exchange_socket: string;
  readonly random: Random;
  readonly plan: CyclePlan;
  /** Begins the request ids of this cycle. */
  readonly prefix: string;
  readonly own: readonly string[];
  readonly shared: string;
  readonly epochs: ReadonlyMap<string, string>;
}

/** Stories that each client tells at the same time. */
const STREAMS = 6;

/** Runs until the daemon is dead and the clients have noticed. Returns true when a crash point ended it. */
export async function runLoad(load: Load): Promise<boolean> {
  const { folder, clients, plan, random } = load;
  const { daemon } = folder;
  if (daemon === undefined) throw new Error('no daemon runs');
  let killed_by_us = false;
  const killer = setTimeout(() => {
    killed_by_us = true;
    daemon.process.kill('SIGKILL');
  }, plan.load_ms);
  const work = clients.map((client, index) =>
    client.run({
      address: daemon.address,
      exchange: load.exchange_socket,
      log_path: folder.logPath(index),
      seed: random.int(0, 0xffffffff),
      prefix: `${load.prefix}.${index}`,
      own: load.own[index] ?? '',
      epoch: load.epochs.get(load.own[index] ?? '') ?? '0',
      shared: load.shared,
      streams: STREAMS,
    }),
  );
  const killing = killClient(load);
  const admin = administer(load, daemon);
  const end = await daemon.exited;
  clearTimeout(killer);
  await Promise.all([...work, killing, admin]);
  insist(
    end === 'SIGKILL',
    'violation',
    'exit',
    `the daemon ended by itself (${end})`,
    daemon.log().split('\n').slice(-20),
  );
  return !killed_by_us;
}

async function killClient({ plan, clients, exchange }: Load): Promise<void> {
  const client = plan.kill_client === undefined ? undefined : clients[plan.kill_client];
  if (client === undefined) return;
  await new Promise((resolve) => setTimeout(resolve, plan.kill_client_ms));
  await client.kill(exchange);
}

/** Backups, compactions and reindexing under load. That the daemon dies meanwhile is the point. */
async function administer({ plan, folder, random, prefix }: Load, daemon: TestDaemon): Promise<void> {
  if (!plan.backup && !plan.compact && !plan.reindex) return;
  const wire = new Wire(daemon.address);
  try {
    if (plan.compact && folder.chain.revision > 2) {
      const revision = String(random.int(1, folder.chain.revision - 1));
      await wire.call('Admin/CompactJournal', { request_id: `${prefix}-compact`, revision });
    }
    if (plan.reindex) await wire.stream('Semantic/Reindex', {}, (message) => message.done === true);
    if (plan.backup) {
      let last: Message = {};
      await wire.stream('Admin/Backup', { name: '' }, (message) => {
        last = message;
        return message.done === true;
      });
      if (last.done === true) folder.backups.add(String(last.path));
    }
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
    if (error.reason === 'DATA_LOSS' || error.reason === 'INTERNAL') {
      throw new Violation('violation', 'backup', `a backup, compaction or reindex failed: ${error.message}`);
    }
  } finally {
    wire.close();
  }
}
