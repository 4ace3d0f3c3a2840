/** Service Semantic over a socket: what only shows on the wire. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { removeFolder, startDaemon, type TestDaemon } from '../support/daemon.js';
import { all, RawClient, type Reply, refusal } from '../support/rawClient.js';

const json = (value: unknown) => ({ json: JSON.stringify(value) });

describe('service Semantic', () => {
  let daemon: TestDaemon;
  let client: RawClient;
  let requests = 0;
  const call = (method: string, request: object) =>
    client.call('Semantic', method, { agent_id: 'alice', ...request });
  const mutate = (method: string, request: object) =>
    call(method, { request_id: `request-${++requests}`, ...request });
  const remember = async (content: string, more: object = {}, outer: object = {}): Promise<string> =>
    (await mutate('StoreMemory', { memory: { content, ...more }, ...outer })).memory_id;
  const recalled = async (query: string, more: object = {}): Promise<string[]> => {
    const { hits } = await call('RecallMemories', { query, mode: 'RECALL_MODE_KEYWORD', ...more });
    return hits.map(({ memory }: Reply) => memory.content);
  };

  before(async () => {
    daemon = await startDaemon();
    client = new RawClient(daemon.address);
  });
  after(async () => {
    client.close();
    await daemon.stop();
    removeFolder(daemon.state_dir);
  });

  it('gives back what was stored', async () => {
    const stored = await mutate('StoreMemory', {
      memory: {
        content: 'Spreads of XRP/ETH widen after 20:00 UTC',
        metadata: json({ venue: 'x', level: 2, more: { deep: true } }),
        tags: ['xrp', 'eth', 'xrp'],
        occurred_at: { seconds: 1_700_000_000 },
        provenance: { operation_key: 'k/1', note: 'post-mortem' },
        pinned: true,
      },
    });
    assert.equal(stored.duplicate, false);
    const { memory } = await call('GetMemory', { memory_id: stored.memory_id, with_vector: true });
    assert.deepEqual(memory, {
      memory_id: stored.memory_id,
      agent_id: 'alice',
      namespace: '',
      content: 'Spreads of XRP/ETH widen after 20:00 UTC',
      metadata: { json: '{"level":2,"more":{"deep":true},"venue":"x"}', encoding: 'json' },
      tags: ['eth', 'xrp'],
      occurred_at: { seconds: '1700000000', nanos: 0 },
      stored_at: stored.header.committed_at,
      provenance: {
        episode_id: '',
        operation_key: 'k/1',
        task_id: '',
        conversation_id: '',
        note: 'post-mortem',
      },
      pinned: true,
      superseded_by: '',
      supersedes: '',
      vector_pending: memory.vector_pending,
      revision: stored.header.revision,
    });
    const found = await call('RecallMemories', {
      query: 'when do the spreads of xrp widen?',
      mode: 'RECALL_MODE_KEYWORD',
      tags: ['xrp'],
      metadata: [{ key: 'level', value: json(2) }],
      half_life: { seconds: 3600 },
      explain: true,
    });
    assert.deepEqual([found.degraded, found.omitted], [false, 0]);
    const [hit] = found.hits;
    assert.deepEqual(hit.memory, memory);
    assert.deepEqual(
      [hit.explanation.keyword_rank, hit.explanation.recency, hit.explanation.vector_rank],
      [1, 1, 0],
    );
    assert.ok(Math.abs(hit.score - hit.explanation.bm25) < 1e-6);
  });

  it('answers again what was asked twice, and keeps no receipt of what was there', async () => {
    const request = { request_id: 'twice', memory: { content: 'said once' } };
    const first = await call('StoreMemory', request);
    const again = await call('StoreMemory', request);
    assert.deepEqual(
      [again.memory_id, again.duplicate, again.header.replayed],
      [first.memory_id, false, true],
    );
    const other = await call('StoreMemory', { ...request, request_id: 'thrice' });
    assert.deepEqual(
      [other.memory_id, other.duplicate, other.header.replayed],
      [first.memory_id, true, false],
    );
    const changed = { ...request, memory: { content: 'said otherwise' } };
    assert.equal((await refusal(call('StoreMemory', changed))).reason, 'IDEMPOTENCY_KEY_REUSED');
  });

  it('names what is wrong with a memory, and stores nothing of its company', async () => {
    const content = 'good';
    const cases: [object, string, string][] = [
      [{ memories: [] }, 'FIELD_REQUIRED', 'memories'],
      [{ memories: Array.from({ length: 257 }, () => ({ content })) }, 'LIMIT_EXCEEDED', 'memories'],
      [
        { memories: Array.from({ length: 3 }, (_, i) => ({ content: `${i}${'x'.repeat(43_690)}` })) },
        'LIMIT_EXCEEDED',
        'memories',
      ],
      [{ memories: [{ content }, {}] }, 'FIELD_REQUIRED', 'memories[1].content'],
      [{ memories: [{ content: ' \n\t ' }] }, 'FIELD_REQUIRED', 'memories[0].content'],
      [{ memories: [{ content: 'x'.repeat(65_537) }] }, 'LIMIT_EXCEEDED', 'memories[0].content'],
      [{ memories: [{ content: 'a\0b' }] }, 'INVALID_FIELD', 'memories[0].content'],
      [
        { memories: [{ content: `key pf_live_${'a1'.repeat(12)}` }] },
        'SECRET_IN_DOCUMENT',
        'memories[0].content',
      ],
      [{ memories: [{ content, metadata: json([1]) }] }, 'INVALID_FIELD', 'memories[0].metadata'],
      [
        { memories: [{ content, metadata: json({ a: Array(65).fill(1) }) }] },
        'LIMIT_EXCEEDED',
        'memories[0].metadata',
      ],
      [{ memories: [{ content, tags: ['a b'] }] }, 'INVALID_FIELD', 'memories[0].tags[0]'],
      [
        { memories: [{ content, tags: [`sk_live_${'a1'.repeat(12)}`] }] },
        'SECRET_IN_DOCUMENT',
        'memories[0].tags[0]',
      ],
      [{ memories: [{ content, tags: Array(33).fill('t') }] }, 'LIMIT_EXCEEDED', 'memories[0].tags'],
      [
        { memories: [{ content, provenance: { note: 'x'.repeat(257) } }] },
        'LIMIT_EXCEEDED',
        'memories[0].provenance.note',
      ],
      [{ memories: [{ content, vector: {} }] }, 'INVALID_VECTOR', 'memories[0].vector'],
      [{ memories: [{ content, vector: { values: [0, 0] } }] }, 'INVALID_VECTOR', 'memories[0].vector'],
      [
        { memories: [{ content, vector: { values: [1, Number.NaN] } }] },
        'INVALID_VECTOR',
        'memories[0].vector',
      ],
      [
        { memories: [{ content, vector: { values: [1, Number.POSITIVE_INFINITY] } }] },
        'INVALID_VECTOR',
        'memories[0].vector',
      ],
      [
        { memories: [{ content, vector: { values: [1], model: 'none' } }] },
        'INVALID_VECTOR',
        'memories[0].vector.model',
      ],
      [{ namespace: 'a/b', memories: [{ content }] }, 'INVALID_FIELD', 'namespace'],
    ];
    for (const [request, reason, field] of cases) {
      const error = await refusal(mutate('StoreMemories', request));
      assert.deepEqual([error.status, error.reason, error.field], ['INVALID_ARGUMENT', reason, field]);
    }
    assert.deepEqual(await recalled('good'), []);
    const nowhere = await refusal(mutate('StoreMemory', { namespace: 'none', memory: { content } }));
    assert.deepEqual([nowhere.status, nowhere.field], ['NOT_FOUND', 'namespace']);
  });

  it('names what is wrong with a recall', async () => {
    const cases: [object, string, string][] = [
      [{}, 'FIELD_REQUIRED', 'query'],
      [{ query: ' \n ' }, 'FIELD_REQUIRED', 'query'],
      [{ mode: 'RECALL_MODE_KEYWORD', vector: { values: [1] } }, 'FIELD_REQUIRED', 'query'],
      [{ query: 'x'.repeat(8193) }, 'LIMIT_EXCEEDED', 'query'],
      [{ query: 'q', limit: 201 }, 'INVALID_FIELD', 'limit'],
      [{ query: 'q', vector_weight: 0, keyword_weight: 0 }, 'INVALID_FIELD', 'keyword_weight'],
      [{ query: 'q', vector_weight: -1 }, 'INVALID_FIELD', 'vector_weight'],
      [{ query: 'q', keyword_weight: Number.NaN }, 'INVALID_FIELD', 'keyword_weight'],
      [{ query: 'q', rrf_k: 1001 }, 'INVALID_FIELD', 'rrf_k'],
      [{ query: 'q', half_life: { nanos: 1 } }, 'INVALID_FIELD', 'half_life'],
      [{ query: 'q', tags: Array.from({ length: 17 }, (_, n) => `t${n}`) }, 'LIMIT_EXCEEDED', 'tags'],
      [
        { query: 'q', namespaces: Array.from({ length: 17 }, (_, n) => `n${n}`) },
        'LIMIT_EXCEEDED',
        'namespaces',
      ],
      [{ query: 'q', metadata: [{ value: json(1) }] }, 'FIELD_REQUIRED', 'metadata[0].key'],
      [{ query: 'q', metadata: [{ key: 'k', value: json([1]) }] }, 'INVALID_FIELD', 'metadata[0].value'],
      [{ query: 'q', metadata: [{ key: 'k' }] }, 'FIELD_REQUIRED', 'metadata[0].value'],
      [{ query: 'q', vector: { values: [1, 2, 3], model: 'none' } }, 'INVALID_VECTOR', 'vector.model'],
    ];
    for (const [request, reason, field] of cases) {
      const error = await refusal(call('RecallMemories', request));
      assert.deepEqual([error.status, error.reason, error.field], ['INVALID_ARGUMENT', reason, field]);
    }
    const unknown = await refusal(call('RecallMemories', { query: 'q', namespaces: ['none'] }));
    assert.deepEqual([unknown.status, unknown.field], ['NOT_FOUND', 'namespaces[0]']);
  });

  it('keeps shared namespaces to those who may use them', async () => {
    await mutate('PutNamespace', {
      agent_id: 'owner',
      name: 'desk',
      readers: ['bob'],
      writers: ['carol', 'carol'],
    });
    const memory_id = await remember('the desk trades calmly', {}, { agent_id: 'carol', namespace: 'desk' });
    assert.deepEqual(await recalled('calmly', { agent_id: 'bob', namespaces: ['desk'] }), [
      'the desk trades calmly',
    ]);
    assert.deepEqual(await recalled('calmly', { agent_id: 'bob' }), []);
    for (const denied of [
      call('RecallMemories', { query: 'calmly', namespaces: ['desk'] }),
      call('ListMemories', { namespace: 'desk' }),
      call('GetMemory', { memory_id }),
      mutate('StoreMemory', { agent_id: 'bob', namespace: 'desk', memory: { content: 'x' } }),
      mutate('ForgetMemory', { agent_id: 'bob', memory_id }),
      mutate('PinMemory', { agent_id: 'bob', memory_id, pinned: true }),
      mutate('PutNamespace', { agent_id: 'bob', name: 'desk' }),
    ]) {
      const error = await refusal(denied);
      assert.deepEqual([error.status, error.reason], ['PERMISSION_DENIED', 'ACCESS_DENIED']);
    }
    const mine = await remember('a private thought');
    assert.equal(
      (await refusal(call('GetMemory', { agent_id: 'bob', memory_id: mine }))).status,
      'NOT_FOUND',
    );
    const { namespaces } = await call('ListNamespaces', { agent_id: 'bob' });
    assert.deepEqual(namespaces, [{ name: 'desk', owner: 'owner', readers: ['bob'], writers: ['carol'] }]);
  });

  it('pages through lists, and refuses the token of another one', async () => {
    const agent_id = 'pager';
    for (let n = 0; n < 25; n++) await remember(`page ${n}`, { tags: n % 2 ? ['odd'] : [] }, { agent_id });
    const seen: string[] = [];
    let page_token = '';
    do {
      const page = await call('ListMemories', { agent_id, tags: ['odd'], page_size: 5, page_token });
      seen.push(...page.memories.map(({ content }: Reply) => content));
      page_token = page.next_page_token;
    } while (page_token !== '');
    assert.deepEqual(
      seen,
      Array.from({ length: 12 }, (_, n) => `page ${23 - 2 * n}`),
    );
    const { next_page_token } = await call('ListMemories', { agent_id, page_size: 5 });
    const stolen = await refusal(
      call('ListMemories', { agent_id, tags: ['odd'], page_token: next_page_token }),
    );
    assert.equal(stolen.reason, 'INVALID_PAGE_TOKEN');
    const unknown = await refusal(call('ListMemories', { agent_id, missing_vector_of: 'none' }));
    assert.deepEqual([unknown.status, unknown.field], ['NOT_FOUND', 'missing_vector_of']);
  });

  it('is part of transactions', async () => {
    const transact = (mutations: object[]) =>
      client.call('Transact', 'Transact', { agent_id: 'tx', request_id: `tx-${++requests}`, mutations });
    const store = { store_memory: { memory: { content: 'in a transaction' } } };
    const failed = await refusal(transact([store, { forget_memory: { memory_id: 'memory-00000000000' } }]));
    assert.deepEqual([failed.status, failed.field], ['NOT_FOUND', 'mutations[1].forget_memory.memory_id']);
    assert.deepEqual(await recalled('transaction', { agent_id: 'tx' }), []);
    const { results } = await transact([store, { put_state: { name: 's', document: json(1) } }]);
    const { memory } = await call('GetMemory', {
      agent_id: 'tx',
      memory_id: results[0].store_memory.memory_id,
    });
    assert.equal(memory.content, 'in a transaction');
  });

  it('reindexes while it is written to and searched, and verifies before and after', async () => {
    const agent_id = 'reindexed';
    const batch = (from: number) =>
      mutate('StoreMemories', {
        agent_id,
        memories: Array.from({ length: 200 }, (_, n) => ({ content: `reindexed memory number ${from + n}` })),
      });
    await batch(0);
    await batch(200);
    const running = all(client.stream('Semantic', 'Reindex', {}));
    const second = refusal(all(client.stream('Semantic', 'Reindex', {})));
    const during = Promise.all([batch(400), batch(600)]);
    assert.equal((await recalled('number 7', { agent_id, limit: 1 }))[0], 'reindexed memory number 7');
    const refused = await second;
    assert.deepEqual([refused.status, refused.reason], ['FAILED_PRECONDITION', 'WRONG_STATE']);
    const progress = (await running) as Reply[];
    assert.ok(progress.some(({ phase, done }) => phase === 'text' && !done));
    assert.equal(progress.at(-1)?.done, true);
    await during;
    for (const n of [7, 250, 450, 799])
      assert.equal(
        (await recalled(`number ${n}`, { agent_id, limit: 1 }))[0],
        `reindexed memory number ${n}`,
      );
    const { findings } = await client.last('Admin', 'Verify', {});
    assert.deepEqual(findings, []);
  });

  it('keeps everything over a kill and a restart', async () => {
    const own = await startDaemon();
    const first = new RawClient(own.address);
    const store = (content: string) =>
      first.call('Semantic', 'StoreMemory', {
        agent_id: 'a',
        request_id: content.replaceAll(' ', '-'),
        memory: { content },
      });
    const { memory_id } = await store('survives a kill');
    await own.kill();
    first.close();
    const again = await startDaemon({ state_dir: own.state_dir });
    const reader = new RawClient(again.address);
    try {
      const { hits } = await reader.call('Semantic', 'RecallMemories', { agent_id: 'a', query: 'survives' });
      assert.deepEqual(
        hits.map(({ memory }: Reply) => memory.memory_id),
        [memory_id],
      );
    } finally {
      reader.close();
      await again.stop();
      removeFolder(own.state_dir);
    }
  });
});
