import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, it } from 'node:test';
import fc from 'fast-check';
import { HoldfastError } from '../../src/errors.js';
import { countsOf, unpackSlot } from '../../src/tiers/working/rows.js';
import { MAX_CONTENT_BYTES, MAX_SLOTS } from '../../src/tiers/working/types.js';
import { encoderOf } from '../../src/tokens/encoder.js';
import { ENCODINGS } from '../../src/tokens/models.js';
import { TestStore } from '../support/executor.js';
import { awkward } from '../tokens/texts.js';
import { putSlot, slot } from './support.js';

const AGENT = 'agent-1';

function reasonOf(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    if (error instanceof HoldfastError) return error.reason;
    throw error;
  }
  return 'none';
}

describe('slots', () => {
  let store: TestStore;
  beforeEach(() => {
    store = new TestStore();
  });
  afterEach(() => store.close());

  const find = (key: string, agent_id = AGENT) =>
    store.reads.snapshot(0, ({ working }) => working.find(agent_id, key, store.now_us));
  const keys = () =>
    store.reads.snapshot(0, ({ working }) => [...working.inOrder(AGENT, store.now_us)].map((row) => row.key));
  const sweep = () => store.run('sweep', {}, { agent_id: '_system', request_id: '' });
  const kinds = () => store.db.prepare('SELECT kind FROM journal ORDER BY position').pluck().all();

  it('leaves nothing of a removed slot in the pages that are used', () => {
    putSlot(store, slot('kept', { content: 'stays where it is' }));
    putSlot(store, slot('gone', { content: 'zanzibar exports cloves' }));
    store.run('delete_slot', { key: 'gone', expected_version: null });
    store.db.pragma('wal_checkpoint(TRUNCATE)');
    const file = readFileSync(store.path);
    assert.ok(file.includes('stays where it is'));
    assert.ok(!file.includes('zanzibar exports cloves'));
  });

  it('keeps what was set, with its tokens in both encodings', () => {
    const content = "It's 12.50, they'll fill it.\n";
    assert.equal(putSlot(store, slot('Notes', { content, ttl_ms: 60_000 })).version, 1);
    const row = find('Notes');
    assert.ok(row);
    assert.equal(row.tokens, encoderOf('o200k_base').count(content));
    assert.equal(row.expires_us, store.now_us + 60_000_000);
    assert.deepEqual(unpackSlot(row.payload), {
      content,
      live: null,
      version: 1,
      priority: 5,
      pinned: false,
      expires_us: row.expires_us,
    });
    for (const encoding of ENCODINGS) {
      const block = `=== NOTES ===\n${content}`;
      assert.deepEqual(countsOf(row, encoding), {
        alone: encoderOf(encoding).count(block),
        followed: encoderOf(encoding).count(`${block}\n\n`),
      });
    }
    assert.equal(find('Notes', 'agent-2'), undefined);
  });

  it('counts any content exactly from its pieces', () => {
    const long = fc.tuple(
      awkward(30),
      fc.constantFrom('', 'x'.repeat(5000), ' word'.repeat(2000)),
      awkward(30),
    );
    // Halves of surrogate pairs cannot come over the wire.
    const contents = long.map((texts) => Buffer.from(texts.join('')).toString());
    fc.assert(
      fc.property(contents, (content) => {
        putSlot(store, slot('k', { content }));
        const row = find('k');
        assert.ok(row);
        assert.equal(row.tokens, encoderOf('o200k_base').count(content));
        for (const encoding of ENCODINGS) {
          const counts = countsOf(row, encoding);
          assert.equal(counts?.alone, encoderOf(encoding).count(`=== K ===\n${content}`));
          assert.equal(counts?.followed, encoderOf(encoding).count(`=== K ===\n${content}\n\n`));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('orders by pin, priority and first setting, which setting again does not change', () => {
    putSlot(store, slot('low', { priority: 1 }));
    putSlot(store, slot('first'));
    putSlot(store, slot('second'));
    putSlot(store, slot('pinned', { pinned: true, priority: 0 }));
    putSlot(store, slot('high', { priority: 10 }));
    putSlot(store, slot('first', { content: 'again' }));
    assert.deepEqual(keys(), ['pinned', 'high', 'first', 'second', 'low']);
    store.run('delete_slot', { key: 'first', expected_version: 2 });
    assert.equal(putSlot(store, slot('first')).version, 1);
    assert.deepEqual(keys(), ['pinned', 'high', 'second', 'first', 'low']);
  });

  it('lists page by page in the same order', () => {
    const pins = fc.array(fc.record({ priority: fc.nat(10), pinned: fc.boolean() }), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(pins, fc.integer({ min: 1, max: 4 }), (slots, limit) => {
        for (const [index, each] of slots.entries()) putSlot(store, slot(`s${index}`, each));
        const all = keys();
        const paged: string[] = [];
        let cursor = { pinned: 1, priority: 10, first_position: 0 };
        for (let more = true; more; ) {
          const page = store.reads.snapshot(0, ({ working }) =>
            working.list(AGENT, cursor, store.now_us, limit),
          );
          paged.push(...page.rows.map((row) => row.key));
          cursor = page.rows.at(-1) ?? cursor;
          more = page.more;
        }
        assert.deepEqual(paged, all);
      }),
      { numRuns: 50 },
    );
  });

  it('compares and sets', () => {
    assert.equal(
      reasonOf(() => putSlot(store, slot('k', { expected_version: 1 }))),
      'VERSION_CONFLICT',
    );
    putSlot(store, slot('k', { expected_version: 0 }));
    assert.equal(
      reasonOf(() => putSlot(store, slot('k', { expected_version: 0 }))),
      'VERSION_CONFLICT',
    );
    assert.equal(putSlot(store, slot('k', { expected_version: 1 })).version, 2);
    assert.equal(
      reasonOf(() => store.run('delete_slot', { key: 'k', expected_version: 1 })),
      'VERSION_CONFLICT',
    );
    store.run('delete_slot', { key: 'k', expected_version: null });
    assert.equal(
      reasonOf(() => store.run('delete_slot', { key: 'k', expected_version: null })),
      'NOT_FOUND',
    );
    assert.deepEqual(kinds(), ['slot.put', 'slot.put', 'slot.deleted']);
  });

  it('hides what has expired at once and removes it later', () => {
    putSlot(store, slot('brief', { ttl_ms: 1000 }));
    putSlot(store, slot('lasting'));
    store.now_us += 999_999;
    assert.deepEqual(keys(), ['brief', 'lasting']);
    assert.equal(sweep().swept, 0);
    store.now_us += 1;
    assert.equal(find('brief'), undefined);
    assert.deepEqual(keys(), ['lasting']);
    assert.equal(
      reasonOf(() => store.run('delete_slot', { key: 'brief', expected_version: null })),
      'NOT_FOUND',
    );
    // One that is set before the sweep is a new slot.
    assert.equal(putSlot(store, slot('brief', { expected_version: 0, ttl_ms: 1000 })).version, 1);
    assert.deepEqual(keys(), ['lasting', 'brief']);
    store.now_us += 1_000_000;
    assert.equal(sweep().swept, 1);
    assert.equal(sweep().swept, 0);
    assert.equal(store.db.prepare('SELECT count(*) FROM slots').pluck().get(), 1);
    assert.deepEqual(kinds(), ['slot.put', 'slot.put', 'slot.put', 'slot.expired']);
  });

  it('drops what was replaced or removed, and still verifies', () => {
    putSlot(store, slot('k', { content: 'the old text' }));
    putSlot(store, slot('k', { content: 'the new text' }));
    const payloads = () =>
      store.reads
        .entriesAfter(0, { kind_prefixes: ['slot.put'], key_prefix: '' }, true)
        .entries.map(({ payload }) => payload && unpackSlot(payload).content);
    const findings = () => store.scans.verify({ skip_integrity_check: false }, () => {}).findings;
    assert.deepEqual(payloads(), [null, 'the new text']);
    assert.deepEqual(findings(), []);
    store.run('delete_slot', { key: 'k', expected_version: null });
    assert.deepEqual(payloads(), [null, null]);
    assert.deepEqual(findings(), []);
  });

  it('verify finds a row that does not agree with its payload', () => {
    putSlot(store, slot('k'));
    store.db.prepare('UPDATE slots SET priority = 9').run();
    const { findings } = store.scans.verify({ skip_integrity_check: true }, () => {});
    assert.deepEqual(
      findings.map(({ kind }) => kind),
      ['working.slot'],
    );
    assert.match(findings[0]?.message ?? '', /slot k of agent-1 .* order/);
  });

  it('holds so many slots and so much content, the replaced and the expired not counted', () => {
    const live = { kind: 'portfolio', accounts: [] } as const;
    for (let n = 0; n < MAX_SLOTS - 1; n++) putSlot(store, slot(`live-${n}`, { live }));
    putSlot(store, slot('brief', { live, ttl_ms: 1000 }));
    assert.equal(
      reasonOf(() => putSlot(store, slot('one-more'))),
      'TOO_MANY',
    );
    assert.equal(putSlot(store, slot('live-0', { live })).version, 2);
    putSlot(store, slot('one-more'), { agent_id: 'agent-2' });
    store.now_us += 1_000_000;
    putSlot(store, slot('one-more'));
    assert.equal(
      reasonOf(() => putSlot(store, slot('and-another'))),
      'TOO_MANY',
    );
  });

  it('refuses content beyond the bytes an agent may have', () => {
    putSlot(store, slot('s0'));
    // By SQL: counting 16 MiB is not what is tested.
    store.db.prepare('UPDATE slots SET content_bytes = ?').run(MAX_CONTENT_BYTES - 10);
    assert.equal(
      reasonOf(() => putSlot(store, slot('s1', { content: '12345678901' }))),
      'TOO_MANY',
    );
    putSlot(store, slot('s1', { content: '1234567890' }));
    // What replaces a slot takes its room.
    putSlot(store, slot('s0', { content: 'short' }));
    putSlot(store, slot('s2', { content: '12345678901' }));
  });
});
