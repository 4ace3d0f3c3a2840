/** Service Episodic over a socket: what only shows on the wire, and the ingest stream. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Client, type ClientDuplexStream, credentials, type ServiceError } from '@grpc/grpc-js';
import { serviceDefinition } from '../../src/rpc/proto.js';
import { removeFolder, startDaemon, type TestDaemon } from '../support/daemon.js';
import { RawClient, type Reply, RpcError, refusal } from '../support/rawClient.js';

type Ingest = ClientDuplexStream<object, Reply>;

/** An ingest stream on a connection of its own. */
function openIngest(address: string): { readonly stream: Ingest; readonly close: () => void } {
  const method = serviceDefinition('Episodic').IngestEpisodes;
  if (method === undefined) throw new Error('no IngestEpisodes');
  const client = new Client(address, credentials.createInsecure(), { 'grpc.use_local_subchannel_pool': 1 });
  const { path, requestSerialize, responseDeserialize } = method;
  const stream = client.makeBidiStreamRequest(path, requestSerialize, responseDeserialize);
  return { stream, close: () => client.close() };
}

function message(agent_id: string, n: number, count = 3): object {
  const episodes = Array.from({ length: count }, (_, i) => ({
    type: 'tick',
    payload: { json: `{"message":${n},"i":${i}}` },
    amounts: [{ name: 'n', amount: '1' }],
  }));
  return { agent_id, request_id: requestId(n), episodes };
}

function requestId(n: number): string {
  return `message-${String(n).padStart(6, '0')}`;
}

/** Sends messages and half-closes; the answers, in the order they came. @throws RpcError */
async function ingestAll(address: string, messages: readonly object[]): Promise<Reply[]> {
  const { stream, close } = openIngest(address);
  try {
    for (const each of messages) stream.write(each);
    stream.end();
    const answers: Reply[] = [];
    for await (const answer of stream) answers.push(answer);
    return answers;
  } catch (error) {
    throw new RpcError(error as ServiceError);
  } finally {
    close();
  }
}

describe('service Episodic', () => {
  let daemon: TestDaemon;
  let client: RawClient;
  let requests = 0;
  const call = (method: string, request: object) => client.call('Episodic', method, request);
  const mutate = (method: string, request: object) =>
    call(method, { agent_id: 'alice', request_id: `request-${++requests}`, ...request });
  const keepAll = (agent_id: string) =>
    mutate('SetRetention', { agent_id, max_count: 1_000_000, max_age: { seconds: 3650 * 86_400 } });

  before(async () => {
    daemon = await startDaemon();
    client = new RawClient(daemon.address);
  });
  after(async () => {
    client.close();
    await daemon.stop();
    removeFolder(daemon.state_dir);
  });

  it('gives back what was recorded', async () => {
    await keepAll('alice');
    const occurred_at = { seconds: '-5', nanos: 1000 };
    const { episode_ids, removed, header } = await mutate('RecordEpisodes', {
      episodes: [
        {
          type: 'trade',
          occurred_at: { seconds: 1_700_000_000 },
          payload: { json: '{"b":1,"a":{"__decimal__":"1.50"}}' },
          amounts: [
            { name: 'pnl', amount: '-0.10' },
            { name: 'fee', amount: '007' },
          ],
          outcome: { json: '"won"' },
        },
        { type: 'trade' },
      ],
    });
    assert.equal(removed, '0');
    const { episode } = await call('GetEpisode', { agent_id: 'alice', episode_id: episode_ids[0] });
    assert.deepEqual(episode, {
      episode_id: episode_ids[0],
      type: 'trade',
      occurred_at: { seconds: '1700000000', nanos: 0 },
      payload: { json: '{"a":{"__decimal__":"1.5"},"b":1}', encoding: 'json' },
      amounts: [
        { name: 'fee', amount: '7' },
        { name: 'pnl', amount: '-0.1' },
      ],
      outcome: { json: '"won"', encoding: 'json' },
      outcome_at: header.committed_at,
      revision: header.revision,
    });
    const now = await call('GetEpisode', { agent_id: 'alice', episode_id: episode_ids[1] });
    assert.deepEqual(now.episode.occurred_at, header.committed_at);
    assert.equal(now.episode.payload.json, '{}');
    assert.equal(now.episode.outcome, null);
    // Older than any max_age allows, so it is gone as soon as it is recorded.
    const old = await mutate('RecordEpisodes', { episodes: [{ type: 'trade', occurred_at }] });
    assert.equal(old.removed, '1');
    const gone = await refusal(call('GetEpisode', { agent_id: 'alice', episode_id: old.episode_ids[0] }));
    assert.equal(gone.status, 'NOT_FOUND');
    assert.equal(gone.field, 'episode_id');
  });

  it('names what is wrong with an episode', async () => {
    const good = { type: 'trade' };
    const cases: [object, string, string][] = [
      [{ episodes: [] }, 'FIELD_REQUIRED', 'episodes'],
      [{ episodes: Array.from({ length: 1001 }, () => good) }, 'LIMIT_EXCEEDED', 'episodes'],
      [{ episodes: [good, { type: '' }] }, 'FIELD_REQUIRED', 'episodes[1].type'],
      [{ episodes: [{ type: 'a b' }] }, 'INVALID_FIELD', 'episodes[0].type'],
      [{ episodes: [{ ...good, occurred_at: { nanos: 1 } }] }, 'INVALID_FIELD', 'episodes[0].occurred_at'],
      [{ episodes: [{ ...good, payload: {} }] }, 'FIELD_REQUIRED', 'episodes[0].payload'],
      [{ episodes: [{ ...good, payload: { json: '{' } }] }, 'INVALID_DOCUMENT', 'episodes[0].payload'],
      [
        {
          episodes: [
            {
              ...good,
              amounts: [
                { name: 'x', amount: '1' },
                { name: 'x', amount: '1' },
              ],
            },
          ],
        },
        'INVALID_FIELD',
        'episodes[0].amounts[1].name',
      ],
      [
        { episodes: [{ ...good, amounts: [{ name: 'x', amount: '1e5' }] }] },
        'INVALID_AMOUNT',
        'episodes[0].amounts[0].amount',
      ],
      [
        { episodes: [{ ...good, amounts: [{ name: 'x' }] }] },
        'FIELD_REQUIRED',
        'episodes[0].amounts[0].amount',
      ],
      [
        {
          episodes: [
            { ...good, amounts: Array.from({ length: 17 }, (_, n) => ({ name: `n${n}`, amount: '1' })) },
          ],
        },
        'LIMIT_EXCEEDED',
        'episodes[0].amounts',
      ],
    ];
    for (const [request, reason, field] of cases) {
      const error = await refusal(mutate('RecordEpisodes', request));
      assert.deepEqual([error.status, error.reason, error.field], ['INVALID_ARGUMENT', reason, field]);
    }
    for (const [request, field] of [
      [{ max_count: 10_000_001 }, 'max_count'],
      [{ max_age: { nanos: 999_000_000 } }, 'max_age'],
      [{ max_age: { seconds: 3651 * 86_400 } }, 'max_age'],
      [{ type: 'a b' }, 'type'],
    ] as const) {
      assert.equal((await refusal(mutate('SetRetention', request))).field, field);
    }
  });

  it('attaches an outcome once, and says which is missing', async () => {
    const { episode_ids } = await mutate('RecordEpisodes', { episodes: [{ type: 'bet' }] });
    const [episode_id] = episode_ids;
    const missing = await refusal(mutate('AttachOutcome', { episode_id }));
    assert.deepEqual([missing.reason, missing.field], ['FIELD_REQUIRED', 'outcome']);
    await mutate('AttachOutcome', { episode_id, outcome: { json: '{"won":true}' } });
    const again = await refusal(mutate('AttachOutcome', { episode_id, outcome: { json: '1' } }));
    assert.deepEqual([again.status, again.reason], ['FAILED_PRECONDITION', 'WRONG_STATE']);
    const unknown = await refusal(mutate('AttachOutcome', { episode_id: 'ep-1', outcome: { json: '1' } }));
    assert.equal(unknown.status, 'NOT_FOUND');
    const { episode } = await call('GetEpisode', { agent_id: 'alice', episode_id });
    assert.equal(episode.outcome.json, '{"won":true}');
  });

  it('pages through types merged by time, and refuses the token of another query', async () => {
    const agent_id = 'pager';
    await keepAll(agent_id);
    const start = Math.floor(Date.now() / 1000) - 1000;
    const episodes = Array.from({ length: 60 }, (_, n) => ({
      type: `t${n % 3}`,
      occurred_at: { seconds: start + Math.floor(n / 2) },
      payload: { json: String(n) },
    }));
    await mutate('RecordEpisodes', { agent_id, episodes });
    const window = { agent_id, since: { seconds: start + 5 }, until: { seconds: start + 25 }, page_size: 7 };
    const seen: string[] = [];
    let page_token = '';
    do {
      const page = await call('ListEpisodes', { ...window, page_token });
      seen.push(...page.episodes.map((episode: Reply) => episode.payload.json));
      page_token = page.next_page_token;
    } while (page_token !== '');
    assert.deepEqual(
      seen,
      Array.from({ length: 40 }, (_, n) => String(49 - n)),
    );
    const first = await call('ListEpisodes', window);
    const stolen = { ...window, type: 't1', page_token: first.next_page_token };
    assert.equal((await refusal(call('ListEpisodes', stolen))).reason, 'INVALID_PAGE_TOKEN');
    const summary = await call('SummarizeEpisodes', { agent_id, since: window.since, until: window.until });
    assert.equal(summary.count, '40');
    assert.deepEqual(
      summary.types.map((each: Reply) => [each.type, each.count]),
      [
        ['t0', '13'],
        ['t1', '14'],
        ['t2', '13'],
      ],
    );
    assert.deepEqual(summary.first_at, { seconds: String(start + 5), nanos: 0 });
    assert.deepEqual(summary.last_at, { seconds: String(start + 24), nanos: 0 });
    const empty = await call('SummarizeEpisodes', { agent_id, until: { seconds: start } });
    assert.deepEqual([empty.count, empty.first_at, empty.types], ['0', null, []]);
    const ahead = { agent_id, min_revision: '1000000' };
    assert.equal((await refusal(call('SummarizeEpisodes', ahead))).reason, 'REVISION_IN_FUTURE');
    assert.equal((await refusal(call('ListEpisodes', ahead))).reason, 'REVISION_IN_FUTURE');
  });

  it('ends a page of large documents early', async () => {
    const agent_id = 'large';
    const payload = { json: JSON.stringify('x'.repeat(250_000)) };
    const ids: string[] = [];
    for (let n = 0; n < 20; n++) {
      const { episode_ids } = await mutate('RecordEpisodes', {
        agent_id,
        episodes: [{ type: 'big', payload }],
      });
      ids.unshift(episode_ids[0]);
    }
    const seen: string[] = [];
    let page_token = '';
    let pages = 0;
    do {
      const page = await call('ListEpisodes', { agent_id, page_token });
      seen.push(...page.episodes.map(({ episode_id }: Reply) => episode_id));
      page_token = page.next_page_token;
      pages += 1;
    } while (page_token !== '');
    assert.deepEqual(seen, ids);
    assert.ok(pages > 1);
  });

  it('serves the same mutations in a transaction', async () => {
    const { results } = await client.call('Transact', 'Transact', {
      agent_id: 'tx',
      request_id: 'tx-1',
      mutations: [
        { set_retention: { max_count: 5 } },
        { record_episodes: { episodes: [{ type: 'trade' }] } },
      ],
    });
    const { episode_ids } = results[1].record_episodes;
    assert.equal(
      (await call('GetEpisode', { agent_id: 'tx', episode_id: episode_ids[0] })).episode.type,
      'trade',
    );
  });

  describe('IngestEpisodes', () => {
    const total = async (agent_id: string) => Number((await call('SummarizeEpisodes', { agent_id })).count);

    it('acknowledges every message in the order sent, the refused ones too, and then ends', async () => {
      await keepAll('ingest');
      const messages = Array.from({ length: 300 }, (_, n) => message('ingest', n));
      messages[7] = { agent_id: 'ingest', request_id: requestId(7), episodes: [{ type: '' }] };
      messages[8] = { ...message('ingest', 8), epoch: '9' };
      messages[9] = { ...message('ingest', 9), agent_id: '' };
      const answers = await ingestAll(daemon.address, messages);
      assert.deepEqual(
        answers.map(({ request_id }) => request_id),
        messages.map((_, n) => requestId(n)),
      );
      const refused = answers.filter(({ error }) => error !== null);
      assert.deepEqual(
        refused.map(({ error }) => [error.code, error.reason, error.field]),
        [
          [3, 'FIELD_REQUIRED', 'episodes[0].type'],
          [9, 'STALE_EPOCH', 'epoch'],
          [3, 'FIELD_REQUIRED', 'agent_id'],
        ],
      );
      assert.ok(refused.every(({ header, recorded }) => header === null && recorded === 0));
      const revisions = answers.flatMap(({ header }) => (header === null ? [] : [Number(header.revision)]));
      assert.deepEqual(
        revisions,
        [...revisions].sort((a, b) => a - b),
      );
      assert.equal(new Set(revisions).size, 297);
      assert.equal(await total('ingest'), 297 * 3);
    });

    it('answers with the receipt what is sent again after a broken stream', async () => {
      const agent_id = 'again';
      await keepAll(agent_id);
      const messages = Array.from({ length: 200 }, (_, n) => message(agent_id, n));
      const { stream, close } = openIngest(daemon.address);
      let acknowledged = 0;
      const ended = new Promise<void>((resolve) => {
        stream.on('error', () => resolve());
      });
      stream.on('data', () => {
        acknowledged += 1;
        if (acknowledged === 50) stream.cancel();
      });
      for (const each of messages) stream.write(each);
      await ended;
      close();
      const answers = await ingestAll(daemon.address, messages);
      assert.ok(answers.every(({ error, recorded }) => error === null && recorded === 3));
      const replayed = answers.filter(({ header }) => header.replayed).length;
      assert.ok(replayed >= acknowledged, `${replayed} replayed, ${acknowledged} acknowledged before`);
      assert.equal(await total(agent_id), 600);
    });

    it('tells what retention removed', async () => {
      const agent_id = 'few';
      await mutate('SetRetention', { agent_id, type: 'tick', max_count: 4 });
      const answers = await ingestAll(daemon.address, [message(agent_id, 1), message(agent_id, 2)]);
      assert.deepEqual(
        answers.map(({ removed }) => removed),
        ['0', '2'],
      );
    });
  });
});

describe('an ingest stream', () => {
  it('waits while the queue is full instead of failing, in order', async () => {
    const daemon = await startDaemon({ args: ['--max-queued', '1', '--max-batch', '1'] });
    try {
      const messages = Array.from({ length: 200 }, (_, n) => message('alice', n));
      const streams = await Promise.all([
        ingestAll(daemon.address, messages),
        ingestAll(
          daemon.address,
          messages.map((each) => ({ ...each, agent_id: 'bob' })),
        ),
      ]);
      for (const answers of streams) {
        assert.deepEqual(
          answers.map(({ request_id, error }) => [request_id, error]),
          messages.map((_, n) => [requestId(n), null]),
        );
        const revisions = answers.map(({ header }) => Number(header.revision));
        assert.deepEqual(
          revisions,
          [...revisions].sort((a, b) => a - b),
        );
      }
    } finally {
      await daemon.stop();
      removeFolder(daemon.state_dir);
    }
  });

  it('is cut when its answers are not read, and does not take in what it cannot answer', async () => {
    const daemon = await startDaemon({ args: ['--slow-consumer-ms', '200'] });
    const client = new RawClient(daemon.address);
    const { stream, close } = openIngest(daemon.address);
    try {
      const count = 20_000;
      const answers: Reply[] = [];
      const ended = new Promise<RpcError>((resolve) => {
        stream.on('error', (cause: ServiceError) => resolve(new RpcError(cause)));
      });
      // A grpc-js client holds the daemon back only once it has begun to read, so it reads one answer and stops.
      stream.on('data', (answer: Reply) => answers.push(answer));
      stream.once('data', () => stream.pause());
      for (let n = 0; n < count; n++) stream.write(message('alice', n, 1));
      const isCut = async (): Promise<boolean> => {
        const { rpcs } = await client.call('Admin', 'Stats', {});
        const ingest = rpcs.find(({ method }: Reply) => method === 'holdfast.v1.Episodic/IngestEpisodes');
        return ingest !== undefined && ingest.errors !== '0';
      };
      while (!(await isCut())) await new Promise((resolve) => setImmediate(resolve));
      const info = await client.call('Admin', 'GetServerInfo', {});
      assert.ok(Number(info.revision) < count, `${info.revision} messages were committed`);
      stream.resume();
      const error = await ended;
      assert.equal(error.reason, 'SLOW_CONSUMER');
      assert.deepEqual(
        answers.map(({ request_id }) => request_id),
        answers.map((_, n) => requestId(n)),
      );
      assert.ok((error.metadata.request_id ?? '') <= requestId(answers.length));
      assert.ok(Number(info.revision) <= answers.length + 64);
    } finally {
      close();
      client.close();
      await daemon.stop();
      removeFolder(daemon.state_dir);
    }
  });

  it('ends when the daemon stops, so that it does not hold it up', async () => {
    const daemon = await startDaemon();
    const { stream, close } = openIngest(daemon.address);
    try {
      const ended = new Promise<RpcError>((resolve) => {
        stream.on('error', (cause: ServiceError) => resolve(new RpcError(cause)));
      });
      await new Promise<void>((resolve) => {
        stream.once('data', () => resolve());
        stream.write(message('alice', 1));
      });
      const [error] = await Promise.all([ended, daemon.stop()]);
      assert.equal(error.reason, 'SHUTTING_DOWN');
    } finally {
      close();
      removeFolder(daemon.state_dir);
    }
  });
});
