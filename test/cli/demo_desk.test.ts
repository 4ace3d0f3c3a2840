/** The desk's executors on a machine that stands still: the daemon, the analyst and the executor are those of the demo. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromDoc, Holdfast, listAll } from '@holdfast/client';
import { all } from '../../src/cli/demo/audit.js';
import { untilLost } from '../../src/cli/demo/desk/audit.js';
import { prepareDesk } from '../../src/cli/demo/desk/desk.js';
import type { DeskNews } from '../../src/cli/demo/desk/messages.js';
import { EXECUTORS, signalsOf } from '../../src/cli/demo/desk/plan.js';
import { kill, logOf, type Running, startDaemon, startProgram } from '../../src/cli/demo/processes.js';
import { readTape } from '../../src/cli/demo/tape.js';
import { removeFolder, temporaryFolder } from '../support/daemon.js';

const STOPPED_AFTER = 5;

/** Resolves once the executor has dealt with so many signals. @throws Error with its log when it ends before. */
async function untilDone({ process, exited }: Running, signals: number, folder: string): Promise<void> {
  const done = new Promise<void>((resolve) => {
    process.on('message', (news: DeskNews) => {
      if (news.done >= signals) resolve();
    });
  });
  const ended = exited.then((code) => {
    throw new Error(`the executor ended with ${code}: ${logOf('desk/executor', folder)}`);
  });
  ended.catch(() => {});
  await Promise.race([done, ended]);
}

test('an executor whose session was LOST while it stood still opens it again and trades on', async (t) => {
  const silent = EXECUTORS.find(({ silent_after }) => silent_after !== null);
  assert.ok(silent?.silent_after);
  const { agent_id, silent_after } = silent;
  const folder = temporaryFolder();
  const daemon = await startDaemon(folder);
  const { address } = daemon;
  const holdfast = new Holdfast({ address, agent_id });
  const trades = readTape().length;
  const signals = signalsOf(readTape()).length;
  await prepareDesk(address);
  const programs = [
    startProgram('desk/executor', folder, { address, agent_id, signals }),
    startProgram('desk/analyst', folder, { address, trades }),
  ] as const;
  t.after(async () => {
    holdfast.close();
    for (const one of [...programs, daemon]) await kill(one);
    removeFolder(folder);
  });
  const [executor] = programs;
  const through = untilDone(executor, silent_after, folder);
  through.catch(() => {});
  await untilDone(executor, STOPPED_AFTER, folder);

  executor.process.kill('SIGSTOP');
  await untilLost(holdfast);
  executor.process.kill('SIGCONT');
  await through;

  const recorded = await all(listAll(holdfast.sessions.listTrades, { agent_id }));
  assert.equal(recorded.length, silent_after);
  // Once more now that it is silent; a slow machine may have lost it more often.
  const times_lost = (await untilLost(holdfast)).get(agent_id) ?? 0;
  assert.ok(times_lost >= 2, `${times_lost}`);
  const alerts = await all(listAll(holdfast.signals.listSignals, { patterns: [`pf:alerts:${agent_id}`] }));
  assert.deepEqual(
    alerts.map(({ payload }) => (fromDoc(payload) as { alert: string }).alert),
    Array.from({ length: times_lost }, () => 'session_lost'),
  );
});
