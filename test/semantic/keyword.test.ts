/** Keyword recall on a real file: what matches, what is filtered, and that the ranking is BM25's. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { metadataKey, tagKey } from '../../src/tiers/semantic/tokens.js';
import { TestStore } from '../support/executor.js';
import { contents, memory, recall, store, storeIn } from './support.js';

describe('keyword recall', () => {
  let at: TestStore;
  beforeEach(() => {
    at = new TestStore();
  });
  afterEach(() => at.close());
  const found = (query: string, given = {}) => contents(recall(at, query, given));

  it('finds words however they are written', () => {
    store(at, 'The order for BTC-USDT was filled at 0.25 by placeOrder');
    store(at, 'Ünïcode naïve café notes');
    store(at, '東京市場は閉まっている');
    const [order, accents, japanese] = ['The order', 'Ünïcode', '東京市'].map((start) => start);
    const starts = (query: string) => found(query).map((text) => text.slice(0, start(query)));
    const start = (query: string) => (query === '市場' ? 3 : query === 'cafe' ? 7 : 9);
    for (const query of ['btc', 'BTCUSDT', 'btc/usdt', 'orders filling', '0.25', 'place', 'PLACEORDER'])
      assert.deepEqual(starts(query), [order], query);
    assert.deepEqual(starts('cafe'), [accents]);
    assert.deepEqual(starts('市場'), [japanese]);
    assert.deepEqual(found('nothing of this'), []);
  });

  it('takes operators, quotes and what is no text at all as plain words', () => {
    store(at, 'alpha beta');
    for (const query of [
      '"',
      '""',
      'alpha AND',
      'NOT alpha',
      'tokens:alpha',
      'alpha*',
      '^alpha',
      '(alpha',
      'alpha)',
      'NEAR(alpha beta, 5)',
      "'; DROP TABLE memories; --",
      '😀',
      '-',
      '+',
      '\u200b',
      'a"b',
      '1a:alpha',
      '{alpha}: x',
    ]) {
      assert.doesNotThrow(() => recall(at, query), query);
    }
    assert.deepEqual(found('"alpha" AND NOT (beta)'), ['alpha beta']);
    assert.deepEqual(found('😀'), []);
  });

  it('sees no other agent and no other namespace', () => {
    at.run('put_namespace', { name: 'desk', readers: [], writers: [] });
    store(at, 'a secret plan');
    store(at, 'a plan of bob', {}, 'bob');
    storeIn(at, 'desk', 'the plan of the desk');
    assert.deepEqual(found('plan'), ['a secret plan']);
    assert.deepEqual(found('plan', { agent_id: 'bob' }), ['a plan of bob']);
    assert.deepEqual(found('plan', { namespaces: ['desk'] }), ['the plan of the desk']);
    assert.deepEqual(found('plan', { namespaces: ['desk', ''] }).length, 2);
    assert.deepEqual(found('plan', { agent_id: 'nobody' }), []);
  });

  it('filters by tags, metadata and time inside the index', () => {
    for (let n = 0; n < 300; n++) store(at, `noise ${n} target`);
    store(at, 'target one', { tags: ['risk', 'xrp'], metadata: { level: 3 }, occurred_at_us: 1_000_000 });
    store(at, 'target two', { tags: ['risk'], metadata: { level: [3, 'x'] }, occurred_at_us: 2_000_000 });
    for (let n = 300; n < 600; n++) store(at, `noise ${n} target`);
    const keys = [tagKey('risk')];
    const by_name = (query: string, given: object) => found(query, given).sort();
    assert.deepEqual(by_name('target', { keys }), ['target one', 'target two']);
    assert.deepEqual(by_name('target', { keys: [tagKey('risk'), tagKey('xrp')] }), ['target one']);
    assert.deepEqual(by_name('target', { any_keys: [tagKey('xrp'), tagKey('none')] }), ['target one']);
    assert.deepEqual(by_name('target', { keys: [metadataKey('level', 3)] }), ['target one', 'target two']);
    assert.deepEqual(by_name('target', { keys: [metadataKey('level', 'x')] }), ['target two']);
    assert.deepEqual(by_name('target', { keys: [metadataKey('level', '3')] }), []);
    assert.deepEqual(by_name('target', { until_us: 2_000_000 }), ['target one']);
    assert.deepEqual(by_name('target', { since_us: 1_000_001, until_us: 3_000_000 }), ['target two']);
  });

  it('finds a word that was looked for in vain before, however large the scope', () => {
    for (let n = 0; n < 1000; n++) store(at, `note ${n} on spreads`);
    assert.deepEqual(found('zanzibar cloves'), []);
    store(at, 'zanzibar exports cloves');
    assert.deepEqual(found('zanzibar cloves'), ['zanzibar exports cloves']);
    const memory_id = store(at, 'oldword here', {}, 'bob');
    assert.deepEqual(found('freshword', { agent_id: 'bob' }), []);
    at.run('supersede_memory', { memory_id, memory: memory('freshword there') }, { agent_id: 'bob' });
    assert.deepEqual(found('freshword', { agent_id: 'bob' }), ['freshword there']);
  });

  it('puts the rarer word and the denser text first', () => {
    for (let n = 0; n < 50; n++) store(at, `common filler ${n}`);
    store(at, 'common rare');
    store(at, `common rare ${'padding words go on here '.repeat(20)}`);
    assert.equal(found('common rare')[0], 'common rare');
    assert.equal(found('common rare')[1]?.startsWith('common rare padding'), true);
  });
});
