#!/usr/bin/env node
/** holdfastd: the daemon's entry. Exit codes: 0 stopped, 1 refused to start, 2 bad configuration, 74 storage failed (EX_IOERR). */
import { describeOptions, mistakenVariables, readConfig } from './config.js';
import type { Daemon } from './daemon.js';
import { HoldfastError } from './errors.js';
import { makeLog } from './log.js';
import { packageVersion } from './paths.js';
import { ServiceManager } from './service_manager.js';

let daemon: Daemon | undefined;
// Before all else: until somebody listens SIGHUP ends the process, and systemd takes that for the end of its work.
process.on('SIGHUP', () => daemon?.reload());

// Files, folders and sockets are the owner's alone from the instant they exist.
process.umask(0o077);
// Whoever reads our output may go away; that is no reason to end.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

const args = process.argv.slice(2);
if (args.includes('--help')) {
  console.log(`holdfastd ${packageVersion}: the state daemon for trading agents\n\n${describeOptions()}`);
  process.exit(0);
}

/** What is configured wrongly may come up only when it is used, such as the file of upstreams or an address. */
function refuse(error: unknown): never {
  const reason = error instanceof HoldfastError ? error.reason : undefined;
  const message = error instanceof Error ? error.message : String(error);
  console.error('holdfastd:', reason === undefined ? message : `${reason}: ${message}`);
  process.exit(reason === 'INVALID_FIELD' ? 2 : 1);
}

const config = (() => {
  try {
    return readConfig(args, process.env);
  } catch (error) {
    return refuse(error);
  }
})();
const log = makeLog(config.log_level);
for (const variable of mistakenVariables(process.env))
  log.warn({ variable }, 'an environment variable that is no option');
// Loaded only now, because that takes most of a second.
const { startDaemon } = await import('./daemon.js');
const serving = await startDaemon(config, log).catch((error: unknown) => {
  log.debug({ err: error }, 'the start was refused');
  return refuse(error);
});
daemon = serving;
const manager = new ServiceManager(process.env, log);
let stopping = false;
async function stop(signal: string): Promise<void> {
  if (stopping) return;
  stopping = true;
  log.info({ signal }, 'stopping');
  manager.stopping();
  await serving.close();
  log.info('stopped');
  // A connection that never spoke HTTP/2 is unknown to the server, and would keep the process for as long as it stays.
  process.exit(0);
}
process.on('SIGTERM', () => void stop('SIGTERM'));
process.on('SIGINT', () => void stop('SIGINT'));

// Not awaited here: a module whose await never ends makes node exit with 13 instead of 0.
void serving.failed.then(async (reason) => {
  log.fatal(
    { reason },
    'storage failed: nothing is acknowledged any more; the next start verifies the database',
  );
  await serving.abandon();
  process.exit(74);
});

// Last, because whoever waits for this line may send a signal at once.
log.info({ addresses: serving.addresses, state_dir: config.state_dir, pid: process.pid }, 'serving');
manager.ready(`serves on ${serving.addresses.join(', ')}`, () => serving.probe());
console.log(
  `holdfastd ${packageVersion} serves on ${serving.addresses.join(', ')} (state in ${config.state_dir})`,
);
