/** Commands that follow, and stood still while a backup was restored: one line says what happened. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { type TestContext, test } from 'node:test';
import { startDaemon, type TestDaemon } from '../support/daemon.js';
import { CLI, cliFixture, ENV } from './support.js';

class Follower {
  readonly child: ChildProcess;
  readonly errors: Promise<string>;
  readonly #lines: AsyncIterator<string>;

  constructor(t: TestContext, address: string, args: readonly string[]) {
    const env = { ...ENV, HOLDFAST_ADDRESS: address, HOLDFAST_AGENT: 'alpha' };
    const child = spawn(process.execPath, [CLI, ...args, '--from', '0', '--json'], { env });
    t.after(() => child.kill('SIGKILL'));
    this.child = child;
    this.errors = text(child.stderr);
    this.#lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  }

  /** What the next signals say. */
  async hears(count: number): Promise<unknown[]> {
    const heard: unknown[] = [];
    while (heard.length < count) {
      const { payload } = JSON.parse(String((await this.#lines.next()).value));
      heard.push(payload.payload ?? payload);
    }
    return heard;
  }
}

test('tail and signals subscribe over restored backups', { timeout: 60_000 }, async (t) => {
  const { daemon, holdfast } = await cliFixture(t);
  const { state_dir, address } = daemon;
  let present: TestDaemon = daemon;
  t.after(() => present.kill());
  const did = async (...args: string[]): Promise<void> => {
    const { code, stderr } = await holdfast(...args);
    assert.equal(code, 0, stderr);
  };
  const publish = async (...values: number[]): Promise<void> => {
    for (const n of values)
      await did('signals', 'publish', 'pf:broadcast', JSON.stringify({ n }), '--durable');
  };
  const restart = async (meanwhile: () => Promise<void>): Promise<void> => {
    assert.equal(await present.stop(), 0);
    await meanwhile();
    present = await startDaemon({ state_dir });
  };
  const restore = (name: string) => () => did('restore', join(state_dir, 'backups', `${name}.db`), '--force');
  const numbers = (...values: number[]) => values.map((n) => ({ n }));

  await publish(1);
  await did('backup', 'one');
  await publish(2, 3);
  const followers = [
    ['tail', '--kind', 'signal.'],
    ['signals', 'subscribe', 'pf:broadcast'],
  ].map((args) => new Follower(t, address, args));
  const signal = (name: NodeJS.Signals) => {
    for (const { child } of followers) child.kill(name);
  };
  for (const each of followers) assert.deepEqual(await each.hears(3), numbers(1, 2, 3));
  signal('SIGSTOP');
  await restart(restore('one'));
  await publish(11, 12, 13, 14, 15);
  signal('SIGCONT');
  for (const each of followers) assert.deepEqual(await each.hears(5), numbers(11, 12, 13, 14, 15));

  // A daemon that was started in between is unknown to the backup: nobody can say what still stands.
  await did('backup', 'six');
  await restart(async () => {});
  await publish(16);
  for (const each of followers) assert.deepEqual(await each.hears(1), numbers(16));
  signal('SIGSTOP');
  const exits = followers.map(({ child }) => once(child, 'exit'));
  await restart(restore('six'));
  await publish(21, 22);
  signal('SIGCONT');
  for (const [index, each] of followers.entries()) {
    assert.deepEqual(await exits[index], [1, null]);
    const said = await each.errors;
    assert.match(said, /a backup was restored: what came after revision 1 is undone; going on from there\n/);
    assert.match(
      said,
      /"HISTORY_CHANGED".* up to revision 7: read anew what you keep and go on from now, or from 0/,
    );
  }
});
