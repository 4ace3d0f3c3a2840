/** Watches: every revision once and in order, whatever is written, compacted, stopped or started meanwhile. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { ClientReadableStream, ServiceError } from '@grpc/grpc-js';
import { removeFolder, startDaemon, type TestDaemon } from '../support/daemon.js';
import { RawClient, type Reply, RpcError, refusal } from '../support/rawClient.js';
import { putState, requestId, stats, until } from '../support/work.js';

let daemon: TestDaemon;
let client: RawClient;

before(async () => {
  daemon = await startDaemon();
  client = new RawClient(daemon.address);
});

after(async () => {
  client.close();
  await daemon.kill();
  removeFolder(daemon.state_dir);
});

/** A watch that remembers what it saw. */
class Watcher {
  readonly messages: Reply[] = [];
  readonly stream: ClientReadableStream<Reply>;
  /** How it ended. */
  readonly ended: Promise<RpcError>;
  #over = false;

  constructor(request: object, through = client) {
    this.stream = through.stream('Watch', 'Watch', { agent_id: '*', ...request });
    this.stream.on('data', (message) => this.messages.push(message));
    this.ended = new Promise((resolve) => {
      this.stream.on('error', (error: ServiceError) => {
        this.#over = true;
        resolve(new RpcError(error));
      });
    });
  }

  get revisions(): number[] {
    return this.messages.filter(({ entries }) => entries.length > 0).map(({ revision }) => Number(revision));
  }

  async reaches(revision: number): Promise<void> {
    await until(() => this.#over || Number(this.messages.at(-1)?.revision ?? 0) >= revision);
  }

  async cancel(): Promise<void> {
    this.stream.cancel();
    await this.ended;
  }
}

function upTo(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

async function head(): Promise<number> {
  return Number((await stats(client)).revision);
}

async function write(count: number, agent_id = 'agent-1'): Promise<void> {
  await Promise.all(
    Array.from({ length: count }, (_, index) => putState(client, `n${index % 7}`, { agent_id })),
  );
}

describe('replay and live', () => {
  test('watchers that begin at any time see every revision once, in order', { timeout: 60_000 }, async () => {
    const watchers: Watcher[] = [];
    for (let round = 0; round < 12; round += 1) {
      const writing = write(200, `agent-${round % 3}`);
      watchers.push(new Watcher({ from_revision: '0' }));
      const middle = await head();
      const late = new Watcher({ from_revision: String(middle) });
      watchers.push(late);
      await writing;
      await late.reaches(await head());
      assert.deepEqual(late.revisions, upTo(middle + 1, late.revisions.at(-1) ?? 0));
    }
    const newest = await head();
    for (const watcher of watchers) {
      await watcher.reaches(newest);
      const [first] = watcher.revisions;
      assert.deepEqual(watcher.revisions, upTo(first ?? 1, newest));
    }
    assert.deepEqual(watchers[0]?.revisions, upTo(1, newest));
    for (const watcher of watchers) await watcher.cancel();
    await until(async () => (await stats(client)).watches === 0);
  });

  test('without from_revision only what is new comes', async () => {
    const start = await head();
    const watcher = new Watcher({});
    await until(async () => (await stats(client)).watches === 1);
    await write(3);
    await watcher.reaches(start + 3);
    assert.deepEqual(watcher.revisions, upTo(start + 1, start + 3));
    await watcher.cancel();
  });

  test('resuming with the last revision seen loses and doubles nothing', { timeout: 60_000 }, async () => {
    const start = await head();
    const seen: number[] = [];
    const writing = write(1000, 'resumer');
    let cursor = start;
    while (cursor < start + 1000) {
      const watcher = new Watcher({ from_revision: String(cursor), agent_id: 'resumer' });
      await until(
        () => watcher.messages.length >= 100 || watcher.messages.at(-1)?.revision === String(start + 1000),
      );
      await watcher.cancel();
      seen.push(...watcher.revisions);
      cursor = seen.at(-1) ?? cursor;
    }
    await writing;
    assert.deepEqual(seen, upTo(start + 1, start + 1000));
  });

  test('the entries of a transaction come together, in order', async () => {
    const start = await head();
    const watcher = new Watcher({ from_revision: String(start) });
    const mutations = ['x', 'y', 'z'].map((name) => ({ put_state: { name, document: { json: '{}' } } }));
    await client.call('Transact', 'Transact', { agent_id: 'agent-1', request_id: requestId(), mutations });
    await watcher.reaches(start + 1);
    // The first one only says where the watch stands.
    const [stands, told] = watcher.messages;
    assert.deepEqual([stands?.revision, stands?.entries, watcher.messages.length], [String(start), [], 2]);
    const entries = told?.entries.map(({ key, ordinal }: Reply) => [key, ordinal]);
    assert.deepEqual(entries, [
      ['x', 0],
      ['y', 1],
      ['z', 2],
    ]);
    await watcher.cancel();
  });

  test('a refused transaction is not seen', async () => {
    const start = await head();
    const watcher = new Watcher({ from_revision: String(start) });
    const put = (name: string, expected_version?: string) => ({
      put_state: {
        name,
        document: { json: '{}' },
        ...(expected_version !== undefined && { expected_version }),
      },
    });
    const mutations = [put('half'), put('half', '77')];
    const request = { agent_id: 'agent-1', request_id: requestId(), mutations };
    const error = await refusal(client.call('Transact', 'Transact', request));
    assert.deepEqual([error.status, error.reason], ['ABORTED', 'VERSION_CONFLICT']);
    assert.match(error.field, /^mutations\[1\]\.put_state/);
    await putState(client, 'whole');
    await watcher.reaches(start + 1);
    assert.deepEqual(
      watcher.messages.flatMap(({ entries }) => entries.map(({ key }: Reply) => key)),
      ['whole'],
    );
    await watcher.cancel();
  });
});

describe('filters', () => {
  test('by agent, kind and key, each alone and together', async () => {
    const start = await head();
    for (const agent_id of ['f-1', 'f-2'])
      for (const name of ['a/1', 'b/1', 'a/2']) await putState(client, name, { agent_id });
    const last = start + 6;
    const seen = async (filter: object) => {
      const watcher = new Watcher({ from_revision: String(start), ...filter });
      const all = new Watcher({ from_revision: String(start) });
      await all.reaches(last);
      // A second pass behind the filter: the write below passes every filter here.
      await until(() => all.messages.length >= 6);
      await watcher.cancel().catch(() => {});
      await all.cancel();
      return watcher.messages.flatMap(({ entries }) =>
        entries.map((entry: Reply) => `${entry.agent_id}:${entry.key}`),
      );
    };
    assert.deepEqual(await seen({ agent_id: 'f-1' }), ['f-1:a/1', 'f-1:b/1', 'f-1:a/2']);
    assert.deepEqual(await seen({ key_prefix: 'a/' }), ['f-1:a/1', 'f-1:a/2', 'f-2:a/1', 'f-2:a/2']);
    assert.deepEqual(await seen({ agent_id: 'f-2', key_prefix: 'b' }), ['f-2:b/1']);
    assert.deepEqual(await seen({ kind_prefixes: ['ledger.'] }), []);
    assert.equal((await seen({ kind_prefixes: ['ledger.', 'state.put'] })).length, 6);
  });

  test('without_payload leaves payloads out and keeps their digests', async () => {
    const start = await head();
    await putState(client, 'p');
    const bare = new Watcher({ from_revision: String(start), without_payload: true });
    const full = new Watcher({ from_revision: String(start) });
    await Promise.all([bare.reaches(start + 1), full.reaches(start + 1)]);
    const [with_it, without] = [full, bare].map(({ messages }) => messages[0]?.entries[0]);
    assert.equal(without.payload, null);
    assert.deepEqual(JSON.parse(with_it.payload.json).document, { a: 1 });
    assert.deepEqual(without.payload_digest, with_it.payload_digest);
    await Promise.all([bare.cancel(), full.cancel()]);
  });

  test('bad ones are refused by name', async () => {
    const refusals: [object, string, string][] = [
      [{ agent_id: '' }, 'FIELD_REQUIRED', 'agent_id'],
      [{ agent_id: '**' }, 'INVALID_FIELD', 'agent_id'],
      [{ agent_id: '*', kind_prefixes: Array(17).fill('state.') }, 'LIMIT_EXCEEDED', 'kind_prefixes'],
      [{ agent_id: '*', from_revision: '18446744073709551615' }, 'INVALID_FIELD', 'from_revision'],
    ];
    for (const [request, reason, field] of refusals) {
      const error = await new Watcher(request).ended;
      assert.deepEqual([error.status, error.reason, error.field], ['INVALID_ARGUMENT', reason, field]);
    }
  });
});

describe('positions that do not exist', () => {
  test('from the future', async () => {
    const newest = await head();
    const error = await new Watcher({ from_revision: String(newest + 1) }).ended;
    assert.deepEqual([error.status, error.reason], ['OUT_OF_RANGE', 'REVISION_IN_FUTURE']);
    assert.equal(error.metadata.newest, String(newest));
  });

  test('compacted ones name the floor, and the floor works; a watcher past it notices nothing', async () => {
    const live = new Watcher({});
    await until(async () => (await stats(client)).watches === 1);
    const newest = await head();
    const revision = String(newest - 5);
    const compact = (at: string) =>
      client.call('Admin', 'CompactJournal', { request_id: requestId(), revision: at });
    assert.equal((await compact(revision)).compacted_revision, revision);
    const error = await new Watcher({ from_revision: String(newest - 6) }).ended;
    assert.deepEqual([error.status, error.reason], ['OUT_OF_RANGE', 'REVISION_COMPACTED']);
    assert.equal(error.metadata.floor, revision);
    const watcher = new Watcher({ from_revision: revision });
    await write(5);
    await watcher.reaches(newest + 5);
    assert.deepEqual(watcher.revisions, upTo(newest - 4, newest + 5));
    await live.reaches(newest + 5);
    assert.deepEqual(live.revisions, upTo(newest + 1, newest + 5));
    const future = await refusal(compact(String(newest + 5)));
    assert.deepEqual([future.status, future.reason], ['OUT_OF_RANGE', 'REVISION_IN_FUTURE']);
    assert.equal((await compact(String(newest - 7))).dropped_entries, '0');
    await Promise.all([watcher.cancel(), live.cancel()]);
  });

  test('compaction under a watcher that replays ends it with the floor or lets it finish, never with a gap', {
    timeout: 60_000,
  }, async () => {
    await write(2000);
    const newest = await head();
    const { compacted_revision } = await client.call('Admin', 'GetServerInfo', {});
    const watchers = Array.from({ length: 10 }, () => new Watcher({ from_revision: compacted_revision }));
    await client.call('Admin', 'CompactJournal', { request_id: requestId(), revision: String(newest - 1) });
    for (const watcher of watchers) {
      const ended = await Promise.race([watcher.ended, watcher.reaches(newest).then(() => undefined)]);
      assert.deepEqual(
        watcher.revisions,
        upTo(Number(compacted_revision) + 1, watcher.revisions.at(-1) ?? Number(compacted_revision)),
      );
      if (ended === undefined) await watcher.cancel();
      else assert.equal(ended.reason, 'REVISION_COMPACTED');
    }
  });
});

test('a restart: watchers end with SHUTTING_DOWN and resume without gap or double', {
  timeout: 60_000,
}, async () => {
  const first = await startDaemon();
  const before_restart = new RawClient(first.address);
  const watcher = new Watcher({ from_revision: '0' }, before_restart);
  for (let count = 0; count < 20; count += 1) await putState(before_restart, 'n');
  assert.equal(await first.stop(), 0);
  const error = await watcher.ended;
  assert.deepEqual([error.status, error.reason], ['UNAVAILABLE', 'SHUTTING_DOWN']);
  before_restart.close();

  const second = await startDaemon({ state_dir: first.state_dir });
  const after_restart = new RawClient(second.address);
  const resumed = new Watcher({ from_revision: watcher.messages.at(-1)?.revision ?? '0' }, after_restart);
  for (let count = 0; count < 20; count += 1) await putState(after_restart, 'n');
  await resumed.reaches(40);
  assert.deepEqual([...watcher.revisions, ...resumed.revisions], upTo(1, 40));
  await resumed.cancel();
  after_restart.close();
  await second.kill();
  removeFolder(first.state_dir);
});
