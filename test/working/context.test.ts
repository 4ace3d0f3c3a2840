/** What contexts are made of: live slots over the other tiers, in one snapshot. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { packDocument } from '../../src/codec/msgpack.js';
import type { DocObject } from '../../src/codec/value.js';
import { packEpisode } from '../../src/tiers/episodic/payload.js';
import type { LiveSource } from '../../src/tiers/working/types.js';
import type { ContextPart } from '../../src/tokens/assemble.js';
import { TestStore } from '../support/executor.js';
import { putSlot, slot } from './support.js';

const doc = (value: DocObject): Uint8Array => packDocument(value);

describe('the parts of a context', () => {
  let store: TestStore;
  beforeEach(() => {
    store = new TestStore();
    store.now_us = Date.UTC(2026, 10, 20, 12) * 1000;
  });
  afterEach(() => store.close());

  const parts = (keys: string[] = [], agent_id = 'agent-1') =>
    store.scans.context_parts(
      { agent_id, keys, encoding: 'o200k_base', now_us: store.now_us, vectors: [] },
      () => {},
    );
  const partOf = (live: LiveSource): ContextPart => {
    putSlot(store, slot('live', { live }));
    const part = parts().parts.find(({ key }) => key === 'live');
    assert.ok(part?.live);
    assert.equal(part.counts, null);
    return part;
  };
  const shown = (live: LiveSource): [string, string] => {
    const { content, note } = partOf(live);
    return [content, note];
  };
  const post = (account: string, asset: string, amount: string, description = '') => {
    store.now_us += 1_500_000;
    const opposite = amount.startsWith('-') ? amount.slice(1) : `-${amount}`;
    const postings = [
      [account, asset, amount],
      ['world', asset, opposite],
    ] as const;
    return store.run('post_transaction', { postings, description, reference: '', metadata: null });
  };
  const record = (type: string, payload: DocObject, amounts: Record<string, string> | null = null) => {
    store.now_us += 1;
    return store.run('record_episodes', {
      episodes: [[type, null, packEpisode(amounts, null, doc(payload)), false]],
    });
  };

  it('are those of the agent, in order, with the counts that are known and the revision of the snapshot', () => {
    putSlot(store, slot('b', { priority: 3 }));
    putSlot(store, slot('a', { priority: 4 }));
    const last = putSlot(store, slot('gone', { ttl_ms: 1000 }));
    putSlot(store, slot('theirs'), { agent_id: 'agent-2' });
    store.now_us += 1_000_000;
    const { revision, parts: found } = parts();
    assert.equal(revision, last.revision + 1);
    assert.deepEqual(
      found.map(({ key, content }) => [key, content]),
      [
        ['a', 'content of a'],
        ['b', 'content of b'],
      ],
    );
    assert.ok(found.every(({ counts, live, note }) => counts !== null && !live && note === ''));
    assert.deepEqual(
      parts(['b', 'b', 'gone', 'unknown']).parts.map(({ key }) => key),
      ['b'],
    );
  });

  it('show balances', () => {
    assert.deepEqual(shown({ kind: 'portfolio', accounts: [] }), ['no balances', 'no balances']);
    post('cash', 'USDC', '750.5');
    post('cash', 'EUR', '1');
    post('btc', 'BTC', '0.00000001');
    store.run('place_hold', {
      account: 'cash',
      asset: 'USDC',
      amount: '50.25',
      ttl_ms: null,
      description: '',
      operation_key: null,
    });
    assert.deepEqual(shown({ kind: 'portfolio', accounts: [] }), [
      'btc BTC: 0.00000001 available, 0 held\ncash EUR: 1 available, 0 held\ncash USDC: 700.25 available, 50.25 held',
      '',
    ]);
    assert.deepEqual(shown({ kind: 'portfolio', accounts: ['btc', 'gold'] }), [
      'btc BTC: 0.00000001 available, 0 held\nno account gold',
      'no account gold',
    ]);
  });

  it('show the newest transactions, oldest of them first', () => {
    assert.deepEqual(shown({ kind: 'transactions', account: '', limit: 2 }), [
      'no transactions',
      'no transactions',
    ]);
    post('cash', 'USDC', '1');
    const second = post('cash', 'USDC', '2', 'a "fee"\n=== FAKE ===');
    const third = post('btc', 'BTC', '-3');
    const lines = [
      `2026-11-20T12:00:03Z ${second.transaction_id}: cash USDC 2, world USDC -2; description "a \\"fee\\"\\n=== FAKE ==="`,
      `2026-11-20T12:00:04.500Z ${third.transaction_id}: btc BTC -3, world BTC 3`,
    ];
    assert.deepEqual(shown({ kind: 'transactions', account: '', limit: 2 }), [lines.join('\n'), '']);
    assert.deepEqual(shown({ kind: 'transactions', account: 'btc', limit: 20 }), [lines[1], '']);
    const [, note] = shown({ kind: 'transactions', account: 'gold', limit: 20 });
    assert.equal(note, 'no transactions of gold');
  });

  it('show the newest episodes, oldest of them first', () => {
    assert.deepEqual(shown({ kind: 'episodes', type: '', limit: 2 }), ['no episodes', 'no episodes']);
    record('tick', { n: 1 });
    const { episode_ids } = record('trade', { z: 1, a: [2, null] }, { pnl: '-1.5' });
    record('tick', { n: 2 });
    store.run('attach_outcome', { episode_id: episode_ids[0] ?? '', outcome: doc({ won: true }) });
    const lines = [
      '2026-11-20T12:00:00.000002Z trade: {"a":[2,null],"z":1}; pnl -1.5; outcome {"won":true}',
      '2026-11-20T12:00:00.000003Z tick: {"n":2}',
    ];
    assert.deepEqual(shown({ kind: 'episodes', type: '', limit: 2 }), [lines.join('\n'), '']);
    assert.deepEqual(shown({ kind: 'episodes', type: 'trade', limit: 20 }), [lines[0], '']);
    assert.equal(shown({ kind: 'episodes', type: 'none', limit: 20 })[1], 'no episodes of type none');
  });

  it('show a task with its last checkpoint', () => {
    assert.equal(shown({ kind: 'task', task_id: '' })[1], 'no task that is not done');
    assert.equal(shown({ kind: 'task', task_id: 'gone' })[0], 'no task gone');
    const steps = [
      ['quote', 'Ask for prices', false],
      ['trade', '', true],
    ] as const;
    store.run('create_task', { task_id: 'older', name: 'Old', steps, context: null });
    store.run('create_task', { task_id: 't-1', name: 'Rebalance', steps, context: doc({ target: '0.5' }) });
    const advance = (state: 'RUNNING' | 'DONE', step: string, checkpoint: Uint8Array | null) => {
      store.now_us += 1;
      store.run('advance_task', { task_id: 't-1', step, state, checkpoint, expected_version: null });
    };
    advance('RUNNING', 'quote', doc({ page: 1 }));
    advance('DONE', 'quote', doc({ price: '12.50', at: 2 }));
    const text = [
      'task t-1 "Rebalance": running',
      'context: {"target":"0.5"}',
      '- quote: done; "Ask for prices"',
      '- trade: pending; requires approval',
      'last checkpoint, of quote: {"at":2,"price":"12.50"}',
    ].join('\n');
    assert.deepEqual(shown({ kind: 'task', task_id: '' }), [text, '']);
    assert.deepEqual(shown({ kind: 'task', task_id: 't-1' }), [text, '']);
    assert.match(shown({ kind: 'task', task_id: 'older' })[0], /^task older "Old": pending\n/);
  });

  it('give the same for the same database, whatever was asked before', () => {
    post('cash', 'USDC', '1');
    record('tick', { n: 1 });
    putSlot(store, slot('balances', { live: { kind: 'portfolio', accounts: [] } }));
    putSlot(store, slot('ticks', { live: { kind: 'episodes', type: '', limit: 20 } }));
    const first = parts();
    assert.deepEqual(parts(), first);
    assert.deepEqual(parts(['ticks']).parts, [first.parts[1]]);
  });
});
