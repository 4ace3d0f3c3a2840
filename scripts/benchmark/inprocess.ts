/**
 * The store without processes and sockets: the baseline of one fsynced commit per operation, and the filling of a large
 * journal. The commands are the daemon's own, so that a PostTransaction does here what it does there.
 *
 *   node dist/scripts/benchmark/inprocess.js rate STATE_DIR SECONDS     prints operations per second, one commit each
 *   node dist/scripts/benchmark/inprocess.js fill STATE_DIR ENTRIES     posts until the journal has that many entries
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { CheckpointPolicy } from '../../src/store/checkpoint.js';
import { stateFiles } from '../../src/store/files.js';
import { migrate } from '../../src/store/migrate.js';
import { openWriter } from '../../src/store/open.js';
import { commandHandlers } from '../../src/tiers/index.js';
import { Executor, type Handler } from '../../src/writer/execute.js';
import { pack, type Submission } from '../../src/writer/transport.js';
import { transfer } from './requests.js';

const [task, state_dir = '', amount = ''] = process.argv.slice(2);
mkdirSync(state_dir, { recursive: true, mode: 0o700 });
const db = openWriter(stateFiles(state_dir).database);
migrate(db, { now_us: Date.now() * 1000 });
const checkpoints = new CheckpointPolicy(db);
const executor = new Executor(db, commandHandlers(db) as unknown as Record<string, Handler>, {
  receipt_ttl_ms: 24 * 3600 * 1000,
  clock: () => Date.now() * 1000,
  onInternalError: (error) => {
    throw error;
  },
});

/** Time-ordered, as a client's UUIDv7 is. */
function requestId(): string {
  const time = Date.now().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}

function post(index: number): Submission {
  const { agent_id, postings } = transfer(index);
  const args = pack({ postings, description: '', reference: '', metadata: null });
  return { name: 'post_transaction', agent_id, request_id: requestId(), epoch: 0, args };
}

function commit(batch: readonly Submission[]): void {
  for (const outcome of executor.execute(batch)) if (!outcome.ok) throw new Error(outcome.error.message);
  checkpoints.afterCommit();
}

if (task === 'rate') {
  const warm_ms = performance.now() + 500;
  let index = 0;
  while (performance.now() < warm_ms) commit([post(index++)]);
  const started_ms = performance.now();
  const first = index;
  while (performance.now() < started_ms + Number(amount) * 1000) commit([post(index++)]);
  console.log((((index - first) * 1000) / (performance.now() - started_ms)).toFixed(1));
} else {
  for (let entries = 0; entries < Number(amount); entries += 256) {
    commit(Array.from({ length: 256 }, (_, n) => post(entries + n)));
  }
}
db.close();
