/** Streams that resume by revision, over restarts, compaction and restored backups: nothing is skipped without a word. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { ServiceError } from '@grpc/grpc-js';
import { run } from '../cli/support.js';
import { removeFolder, startDaemon, type TestDaemon } from '../support/daemon.js';
import { RawClient, type Reply, RpcError, type Service } from '../support/rawClient.js';
import { requestId } from '../support/work.js';

const ALL = { agent_id: '*' };
const STREAMS: readonly (readonly [Service, string, object])[] = [
  ['Watch', 'Watch', ALL],
  ['Signals', 'Subscribe', { ...ALL, patterns: ['*'] }],
  ['Audit', 'ReplayActions', ALL],
];

/** A daemon that can be stopped, put back and started again. */
class Machine {
  #daemon: TestDaemon;
  #client: RawClient;

  constructor(daemon: TestDaemon) {
    this.#daemon = daemon;
    this.#client = new RawClient(daemon.address);
  }

  static async start(t: TestContext): Promise<Machine> {
    const made = new Machine(await startDaemon());
    t.after(async () => {
      made.#client.close();
      await made.#daemon.kill();
      removeFolder(made.#daemon.state_dir);
    });
    return made;
  }

  call(service: Service, method: string, request: object): Promise<Reply> {
    return this.#client.call(service, method, { request_id: requestId(), ...request });
  }

  /** Two revisions: a durable signal and an action. Returns the second. */
  async write(name: string): Promise<number> {
    const payload = { json: JSON.stringify(name) };
    await this.call('Signals', 'Publish', { agent_id: 'alpha', channel: 'c', payload, durable: true });
    const { header } = await this.call('Audit', 'RecordAction', { agent_id: 'alpha', action: name });
    return Number(header.revision);
  }

  async backup(name: string): Promise<void> {
    await this.#client.last('Admin', 'Backup', { name });
  }

  compact(revision: number): Promise<Reply> {
    return this.call('Admin', 'CompactJournal', { revision: String(revision) });
  }

  async restart(meanwhile: () => Promise<void> = async () => {}): Promise<void> {
    const { state_dir } = this.#daemon;
    this.#client.close();
    assert.equal(await this.#daemon.stop(), 0);
    await meanwhile();
    this.#daemon = await startDaemon({ state_dir });
    this.#client = new RawClient(this.#daemon.address);
  }

  restore(name: string): Promise<void> {
    return this.restart(async () => {
      const { state_dir } = this.#daemon;
      const path = join(state_dir, 'backups', `${name}.db`);
      const { code, stderr } = await run(['--state-dir', state_dir, 'restore', path, '--force']);
      assert.equal(code, 0, stderr);
    });
  }

  /** The first message of a stream, or how it ended without one. */
  first([service, method, request]: (typeof STREAMS)[number], more: object): Promise<Reply | RpcError> {
    const stream = this.#client.stream(service, method, { ...request, ...more });
    return new Promise((resolve) => {
      stream.once('data', (message) => {
        resolve(message);
        stream.cancel();
      });
      stream.on('error', (error: ServiceError) => resolve(new RpcError(error)));
    });
  }

  /** What goes with the present revision. */
  async history(): Promise<string> {
    return (await this.call('Admin', 'GetServerInfo', {})).history;
  }

  /** Every stream goes on from there. */
  async goesOn(from_revision: number, history: string): Promise<void> {
    const present = await this.history();
    for (const stream of STREAMS) {
      const found = await this.first(stream, { from_revision: String(from_revision), history });
      assert.ok(!(found instanceof RpcError), `${stream[1]}: ${found}`);
      assert.equal(found.history.replace('+', ''), present, stream[1]);
    }
  }

  /** No stream does: before its first event it ends with this. */
  async refuses(from_revision: number, history: string, common_revision: number | undefined): Promise<void> {
    const { revision, history: present } = await this.call('Admin', 'GetServerInfo', {});
    for (const stream of STREAMS) {
      const ended = await this.first(stream, { from_revision: String(from_revision), history });
      assert.ok(ended instanceof RpcError, stream[1]);
      assert.deepEqual(
        [ended.status, ended.reason, ended.field],
        ['FAILED_PRECONDITION', 'HISTORY_CHANGED', 'history'],
      );
      const common = common_revision === undefined ? {} : { common_revision: String(common_revision) };
      assert.deepEqual(ended.metadata, { newest: revision, history: present, ...common });
    }
  }
}

test('what was seen stands over restarts, and not what a restore has undone', {
  timeout: 60_000,
}, async (t) => {
  const machine = await Machine.start(t);
  const first = await machine.history();
  assert.equal(await machine.write('a'), 2);
  await machine.backup('two');
  assert.equal(await machine.write('b'), 4);
  await machine.goesOn(0, first);
  await machine.goesOn(4, first);

  await machine.restart();
  const second = await machine.history();
  assert.notEqual(second, first);
  await machine.goesOn(4, first);
  assert.equal(await machine.write('c'), 6);
  await machine.goesOn(6, second);
  // Nobody saw 5 and 6 under the first.
  await machine.refuses(6, first, 4);

  await machine.restore('two');
  // Above the head, at it, and far below it: the number says nothing.
  await machine.refuses(4, first, 2);
  await machine.refuses(6, second, undefined);
  for (let count = 0; count < 5; count += 1) await machine.write('new');
  await machine.refuses(4, first, 2);
  await machine.refuses(6, second, undefined);
  await machine.goesOn(2, first);
  // Nobody has seen anything of nothing.
  await machine.goesOn(0, second);
  // As clients from before there was a history ask.
  await machine.goesOn(6, '');
  await machine.goesOn(12, await machine.history());
});

test('compaction of the journal takes no place away that it does not have to', {
  timeout: 60_000,
}, async (t) => {
  const machine = await Machine.start(t);
  const first = await machine.history();
  for (const name of ['a', 'b', 'c']) await machine.write(name);
  await machine.backup('six');
  assert.equal(await machine.write('d'), 8);
  await machine.compact(5);
  await machine.restart();
  // Signals and actions are still there; the watch says that its entries are not.
  const [watch, ...others] = STREAMS;
  assert.ok(watch);
  for (const stream of others) {
    const found = await machine.first(stream, { from_revision: '1', history: first });
    assert.ok(!(found instanceof RpcError), `${stream[1]}: ${found}`);
    assert.equal((found.signal ?? found.actions[0]).revision, stream[1] === 'Subscribe' ? '3' : '2');
  }
  const compacted = await machine.first(watch, { from_revision: '1', history: first });
  assert.equal(compacted.reason, 'REVISION_COMPACTED');
  await machine.goesOn(5, first);

  await machine.restore('six');
  for (const name of ['new-1', 'new-2']) await machine.write(name);
  await machine.compact(9);
  // Compacted on both sides of where the histories part.
  await machine.refuses(8, first, 6);
  for (const stream of others) {
    const found = await machine.first(stream, { from_revision: '6', history: first });
    assert.ok(!(found instanceof RpcError), `${stream[1]}: ${found}`);
    assert.equal((found.signal ?? found.actions[0]).revision, stream[1] === 'Subscribe' ? '7' : '8');
  }
});

test('who was cut inside a revision has seen a part of it', { timeout: 60_000 }, async (t) => {
  const machine = await Machine.start(t);
  await machine.write('a');
  await machine.backup('two');
  const publish = { channel: 'c', payload: { json: '1' }, durable: true };
  const request = { agent_id: 'alpha', mutations: [{ publish }, { publish }] };
  const { header } = await machine.call('Transact', 'Transact', request);
  assert.equal(header.revision, '3');
  const half = await machine.first(STREAMS[1] ?? assert.fail(), { from_revision: '2' });
  assert.deepEqual([half.revision, half.signal.revision], ['2', '3']);
  await machine.goesOn(2, half.history);
  await machine.restore('two');
  await machine.call('Transact', 'Transact', request);
  await machine.refuses(2, half.history, 2);
});

test('what no reply gave is refused, and what is not resumed is not looked at', async (t) => {
  const machine = await Machine.start(t);
  for (const stream of STREAMS) {
    for (const history of ['x', 'f'.repeat(17), `${'F'.repeat(16)}`, '+'.repeat(1000)]) {
      const ended = await machine.first(stream, { from_revision: '0', history });
      assert.deepEqual(
        [ended.status, ended.reason, ended.field],
        ['INVALID_ARGUMENT', 'INVALID_FIELD', 'history'],
      );
    }
  }
  const unknown = { history: '0123456789abcdef' };
  for (const stream of STREAMS.slice(0, 2)) {
    const found = await machine.first(stream, unknown);
    assert.ok(!(found instanceof RpcError), `${stream[1]}: ${found}`);
  }
  const history = await machine.history();
  for (const stream of STREAMS) {
    const ended = await machine.first(stream, { from_revision: '1', history });
    assert.equal(ended.reason, 'REVISION_IN_FUTURE');
  }
});
