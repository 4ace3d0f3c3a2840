/** Vectors made by an endpoint: what is stored while it is down, and what becomes of a change of model. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { removeFolder, startDaemon, type TestDaemon, temporaryFolder } from '../support/daemon.js';
import { type Asked, type EmbeddingServer, startEmbeddingServer } from '../support/embeddingServer.js';
import { RawClient, type Reply, refusal } from '../support/rawClient.js';

const agent_id = 'a';

describe('an embedder that is an endpoint', () => {
  let state_dir: string;
  let server: EmbeddingServer;
  let daemon: TestDaemon | undefined;
  let client: RawClient;
  let requests = 0;

  const start = async (model: string, dimensions: number, env: NodeJS.ProcessEnv = {}): Promise<void> => {
    daemon = await startDaemon({
      state_dir,
      env,
      args: [
        ...['--log-level', 'error', '--embedder', 'openai', '--embedder-url', server.url],
        ...['--embedder-model', model, '--embedder-dimensions', String(dimensions)],
      ],
    });
    client = new RawClient(daemon.address);
  };
  const end = async (how: 'stop' | 'kill'): Promise<void> => {
    client.close();
    await daemon?.[how]();
    daemon = undefined;
  };
  const store = (contents: readonly string[]): Promise<Reply> => {
    requests += 1;
    const memories = contents.map((content) => ({ content }));
    return client.call('Semantic', 'StoreMemories', { agent_id, request_id: `r${requests}`, memories });
  };
  const recall = (query: string, mode = 'HYBRID'): Promise<Reply> =>
    client.call('Semantic', 'RecallMemories', { agent_id, query, mode: `RECALL_MODE_${mode}`, limit: 3 });
  const generations = async (): Promise<Reply[]> =>
    (await client.call('Semantic', 'ListGenerations', {})).generations;
  /** Asks again until it holds; the test's own time limit ends it. */
  const until = async <T>(ask: () => Promise<T>, holds: (value: T) => boolean): Promise<T> => {
    for (;;) {
      const value = await ask();
      if (holds(value)) return value;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const answerWith = (dimensions: number) => (asked: Asked) => asked.answer(dimensions);

  beforeEach(async () => {
    state_dir = temporaryFolder();
    server = await startEmbeddingServer(answerWith(8));
  });
  afterEach(async () => {
    await end('kill');
    server.close();
    removeFolder(state_dir);
  });

  it('gives what is stored its vector at once while it is up', async () => {
    await start('small', 8);
    const stored = await store(['limit orders before the open', 'never chase a pump']);
    assert.equal(stored.degraded, false);
    assert.deepEqual(
      stored.memories.map((each: Reply) => each.vector_pending),
      [false, false],
    );
    const found = await recall('chase pump', 'VECTOR');
    assert.equal(found.hits[0].memory.content, 'never chase a pump');
    assert.deepEqual([found.degraded, found.model], [false, 'small']);
  });

  it('stores while it is down, says so, finds by words, and makes the vectors once it is back', async () => {
    const port = Number(new URL(server.url).port);
    server.close();
    await start('small', 8);
    const stored = await store(['limit orders before the open']);
    assert.equal(stored.degraded, true);
    assert.equal(stored.memories[0].vector_pending, true);
    const found = await recall('limit orders');
    assert.equal(found.hits[0].memory.content, 'limit orders before the open');
    assert.equal(found.degraded, true);
    assert.match(found.degraded_reason, /^embedder unavailable: /);
    const refused = await refusal(recall('limit orders', 'VECTOR'));
    assert.deepEqual([refused.status, refused.reason], ['UNAVAILABLE', 'EMBEDDER_UNAVAILABLE']);
    const [down] = await until(generations, ([each]) => each?.last_error !== '');
    assert.deepEqual([down?.vectors, down?.backlog], ['0', '1']);
    server = await startEmbeddingServer(answerWith(8), port);
    await until(generations, ([each]) => each?.backlog === '0');
    const again = await until(
      () => recall('limit orders'),
      (reply) => !reply.degraded,
    );
    assert.equal(again.hits[0].memory.vector_pending, false);
    // The vector that could not be made then is no part of the request: a retry finds it done.
    requests -= 1;
    const retried = await store(['limit orders before the open']);
    assert.equal(retried.header.replayed, true);
    assert.equal(retried.memories[0].memory_id, stored.memories[0].memory_id);
  });

  for (const [problem, behave] of Object.entries({
    'the wrong number of vectors': (asked: Asked) => asked.reply(200, { data: [] }),
    'vectors of other dimensions': answerWith(9),
    'no finite numbers': (asked: Asked) =>
      asked.reply(200, { data: asked.input.map((_, index) => ({ index, embedding: Array(8).fill(null) })) }),
  })) {
    it(`stores without a vector when it answers ${problem}`, async () => {
      server.behave = behave;
      await start('small', 8);
      const stored = await store(['one', 'two']);
      assert.equal(stored.degraded, true);
      assert.deepEqual(
        stored.memories.map((each: Reply) => each.vector_pending),
        [true, true],
      );
      const [generation] = await until(generations, ([each]) => each?.last_error !== '');
      assert.deepEqual([generation?.vectors, generation?.backlog], ['0', '2']);
    });
  }

  it('shortens a text that it refuses, and goes on with the others', async () => {
    server.behave = (asked) => {
      if (asked.input.some((text) => text.length > 2000))
        asked.reply(400, { error: { message: 'too long' } });
      else asked.answer(8);
    };
    await start('small', 8);
    const stored = await store(['short enough', `far too long ${'x'.repeat(3000)}`]);
    assert.equal(stored.degraded, true);
    await until(generations, ([each]) => each?.vectors === '2');
  });

  it('a change of model is complete without the texts that either model refuses', async () => {
    const refusing = (texts: Readonly<Record<string, string>>) => (asked: Asked) => {
      const bad = texts[asked.model] ?? 'none';
      if (asked.input.some((text) => text.includes(bad))) asked.reply(400, { error: { message: 'no' } });
      else asked.answer(asked.model === 'small' ? 8 : 16);
    };
    server.behave = refusing({ small: 'poison', large: 'venom' });
    await start('small', 8);
    await store(['a poison for the first', 'a venom for the second', 'harmless']);
    await until(generations, ([each]) => each?.refused === '1');
    const found = await recall('harmless');
    assert.deepEqual([found.degraded, found.hits[0].memory.content], [false, 'harmless']);
    await end('stop');
    // Where everything is refused, nothing takes over: the endpoint does not know the model, or the like.
    server.behave = refusing({ large: '' });
    await start('large', 16);
    const [failing] = await until(generations, ([newest]) => newest?.last_error !== '');
    assert.deepEqual(
      [failing?.status, failing?.backlog, failing?.refused],
      ['GENERATION_STATUS_BUILDING', '3', '0'],
    );
    await end('stop');
    server.behave = refusing({ small: 'poison', large: 'venom' });
    await start('large', 16);
    const [complete] = await until(generations, ([newest]) => newest?.status === 'GENERATION_STATUS_SERVING');
    assert.deepEqual([complete?.vectors, complete?.backlog, complete?.refused], ['2', '0', '1']);
    assert.equal((await recall('venom')).hits[0].memory.vector_pending, true);
    // A model that has learnt is asked again.
    server.behave = answerWith(16);
    await client.last('Semantic', 'Reindex', {});
    const [whole] = await until(generations, ([newest]) => newest?.vectors === '3');
    assert.equal(whole?.refused, '0');
    const verified = await client.last('Admin', 'Verify', {});
    assert.deepEqual([verified.ok, verified.findings], [true, []]);
  });

  it('money does not wait for it: a memory inside a Transact gets its vector afterwards', async () => {
    const held: Asked[] = [];
    server.behave = (asked) => held.push(asked);
    await start('small', 8);
    const { results } = await client.call('Transact', 'Transact', {
      agent_id,
      request_id: 't1',
      mutations: [
        { post_transaction: { delta: { account: 'cash', asset: 'USDC', amount: '5' } } },
        { store_memory: { memory: { content: 'paid in five' } } },
      ],
    });
    assert.equal(results[1].store_memory.vector_pending, true);
    server.behave = answerWith(8);
    for (const asked of held) asked.answer(8);
    await until(
      async () => {
        for (const asked of held.splice(0)) asked.answer(8);
        return generations();
      },
      ([each]) => each?.vectors === '1',
    );
  });

  it('the key of the provider that is configured now is never told to the one before', async () => {
    const keys: (string | undefined)[] = [];
    server.behave = (asked) => {
      keys.push(asked.authorization);
      asked.answer(8);
    };
    await start('small', 8, { HOLDFAST_EMBEDDER_KEY: 'key-of-the-first' });
    await store(['limit orders before the open']);
    await end('stop');
    assert.deepEqual(new Set(keys), new Set(['Bearer key-of-the-first']));
    const first = server;
    // The second does not answer, so the vectors of the first go on serving.
    server = await startEmbeddingServer((asked) => asked.reply(503, {}));
    try {
      await start('large', 16, { HOLDFAST_EMBEDDER_KEY: 'key-of-the-second' });
      await recall('limit orders', 'VECTOR');
      assert.ok(!keys.includes('Bearer key-of-the-second'));
    } finally {
      first.close();
    }
  });

  it('a change of model: the old generation serves until the new one is complete, also across a kill', async () => {
    const contents = Array.from(
      { length: 150 },
      (_, n) => `lesson number ${'abcdefghij'[n % 10]} of day ${n}`,
    );
    await start('small', 8);
    await store(contents);
    await end('stop');

    const held: Asked[] = [];
    let answered = 0;
    // The new model answers one batch, then nothing; the old one goes on answering.
    server.behave = (asked) => {
      if (asked.model === 'small') asked.answer(8);
      else if (answered === 0) {
        answered += 1;
        asked.answer(16);
      } else held.push(asked);
    };
    await start('large', 16);
    const [building, serving] = await until(generations, ([newest]) => Number(newest?.vectors) > 0);
    assert.deepEqual(
      [building?.model, building?.status, serving?.model, serving?.status],
      ['large', 'GENERATION_STATUS_BUILDING', 'small', 'GENERATION_STATUS_SERVING'],
    );
    const found = await recall('lesson of day');
    assert.deepEqual([found.model, found.degraded], ['small', false]);
    await until(
      () => Promise.resolve(held.length),
      (count) => count > 0,
    );
    await end('kill');

    server.behave = (asked) => asked.answer(asked.model === 'small' ? 8 : 16);
    await start('large', 16);
    const [complete] = await until(generations, ([newest]) => newest?.status === 'GENERATION_STATUS_SERVING');
    assert.deepEqual([complete?.model, complete?.vectors, complete?.backlog], ['large', '150', '0']);
    assert.equal((await recall('lesson of day', 'VECTOR')).model, 'large');
    // What the old one left behind goes, and the file verifies.
    await until(generations, (all) => all.length === 1);
    const verified = await client.last('Admin', 'Verify', {});
    assert.deepEqual([verified.ok, verified.findings], [true, []]);
  });
});
