/** Vectors of memories: where they come from, which are missing, and how one generation takes over from another. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import fc from 'fast-check';
import { HoldfastError, type Reason } from '../../src/errors.js';
import { memoryId, memoryPosition } from '../../src/tiers/semantic/memory_table.js';
import { verifyMemories } from '../../src/tiers/semantic/verify.js';
import { TestStore } from '../support/executor.js';
import { bytesOf, contents, derived, idsOf, memory, recall, store } from './support.js';

const refuses = (reason: Reason, field: string) => (error: unknown) => {
  assert.ok(error instanceof HoldfastError, String(error));
  assert.deepEqual([error.reason, error.details.field], [reason, field]);
  return true;
};

describe('generations', () => {
  let at: TestStore;
  beforeEach(() => {
    at = new TestStore();
  });
  afterEach(() => {
    const findings = verifyMemories(at.db);
    at.close();
    assert.deepEqual(findings, []);
  });

  const open = (model: string, dimensions = 2, embedder = 'builtin') =>
    at.run(
      'open_generation',
      { embedder, model, dimensions, settings: '{}' },
      { agent_id: 'system', request_id: '' },
    );
  const all = () =>
    at.reads.snapshot(0, ({ semantic }) =>
      semantic.generations().map(({ model, status, missing }) => `${model} ${status} ${missing}`),
    );
  const backlog = (generation_id: number, limit = 100) =>
    at.reads.snapshot(0, ({ semantic }) =>
      semantic.backlog(generation_id, limit).map(({ content }) => content),
    );
  const attach = (
    generation_id: number,
    ids: readonly string[],
    vector = [1, 0],
    refused: readonly string[] = [],
  ) =>
    at.run(
      'attach_made_vectors',
      {
        generation_id,
        vectors: ids.map((id) => [memoryPosition(id) ?? 0, bytesOf(vector)] as const),
        refused: refused.map((id) => memoryPosition(id) ?? 0),
      },
      { agent_id: 'system', request_id: '' },
    );
  const drop = (max_rows: number) =>
    at.run('drop_retired', { max_rows }, { agent_id: 'system', request_id: '' });
  const vectorsIn = (table: string) => at.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();

  it('take the vectors that the daemon made, if they are still of the serving one', () => {
    const { generation_id } = open('m');
    const args = (content: string) => ({ namespace: '', memory: memory(content), allow_duplicate: false });
    const made = at.run('store_memory', args('a'), { derived: derived(generation_id, { a: [3, 4] }) });
    assert.deepEqual([made.vector_pending, made.degraded], [false, false]);
    const none = at.run('store_memory', args('b'), { derived: derived(0, {}, 'down') });
    assert.deepEqual([none.vector_pending, none.degraded], [true, true]);
    const stale = at.run('store_memory', args('c'), {
      derived: derived(generation_id + 1, { c: [1, 0, 0] }),
    });
    assert.deepEqual([stale.vector_pending, stale.degraded], [true, false]);
    assert.deepEqual(backlog(generation_id), ['c', 'b']);
    assert.deepEqual(all(), ['m serving 2']);
    const hit = recall(at, '', { mode: 'vector', vector: bytesOf([3, 4]), generation_id }).hits[0];
    assert.ok(hit !== undefined && Math.abs(hit.cosine - 1) < 1e-6);
  });

  it('serve at once where there is nothing to embed, or nothing that serves', () => {
    assert.equal(open('a').status, 'serving');
    assert.equal(open('b').status, 'serving');
    assert.deepEqual(all(), ['a retired 0', 'b serving 0']);
    assert.equal(open('b').generation_id, 2);
    assert.equal(drop(10).done, true);
    assert.deepEqual(all(), ['b serving 0']);
  });

  it('make up for memories that are older than the first of them', () => {
    for (let n = 0; n < 5; n++) store(at, `old ${n}`);
    const { generation_id, status } = open('m');
    assert.equal(status, 'serving');
    store(at, 'new');
    assert.deepEqual(backlog(generation_id), ['new', 'old 4', 'old 3', 'old 2', 'old 1', 'old 0']);
    assert.deepEqual(backlog(generation_id, 2), ['new', 'old 4']);
    assert.deepEqual(all(), ['m serving 6']);
  });

  it('are built beside the one that serves, take over when complete, and are dropped in steps', () => {
    const first = open('first', 2);
    const ids = Array.from({ length: 7 }, (_, n) => store(at, `text ${n}`, { vector: [1, n] }));
    const second = open('second', 3);
    assert.equal(second.status, 'building');
    assert.deepEqual(all(), ['first serving 0', 'second building 7']);
    // While it is built: a new memory misses the new one, a forgotten one does not count any more.
    const late = store(at, 'late', { vector: [1, 1] });
    const other = store(at, 'other', { vector: [0, 0, 1], model: 'second' });
    assert.deepEqual(all(), ['first serving 1', 'second building 8']);
    at.run('forget_memory', { memory_id: ids[3] ?? '', force: false });
    at.run('supersede_memory', { memory_id: ids[2] ?? '', memory: memory('text two', { vector: [1, 1] }) });
    assert.deepEqual(attach(second.generation_id, [late, ids[6] ?? '', ids[3] ?? ''], [1, 0, 0]).attached, 2);
    assert.deepEqual(attach(second.generation_id, [late], [0, 1, 0]).attached, 0);
    const waiting = at.reads.snapshot(0, ({ semantic }) => semantic.backlog(second.generation_id, 100));
    assert.equal(waiting.length, 6);
    const result = attach(
      second.generation_id,
      waiting.map(({ position }) => memoryId(position)),
      [0, 1, 0],
    );
    assert.deepEqual([result.missing, result.status], [0, 'serving']);
    assert.deepEqual(all(), ['first retired 1', 'second serving 0']);
    const hits = recall(at, '', { mode: 'vector', vector: bytesOf([0, 0, 1]), generation_id: 2 });
    assert.equal(contents(hits)[0], 'other');
    // The vectors of the superseded memory went with it.
    assert.equal(contents(hits).includes('text 2'), false);
    assert.equal(hits.missing, 0);
    assert.equal(drop(3).done, false);
    assert.equal(vectorsIn(`memory_vectors_${first.generation_id}`), 5);
    at.run('forget_memory', { memory_id: other, force: false });
    assert.deepEqual([drop(5).done, drop(5).done], [false, true]);
    const left = at.db
      .prepare(`SELECT count(*) FROM sqlite_schema WHERE name LIKE 'memory_%_1%'`)
      .pluck()
      .get();
    assert.equal(left, 0);
  });

  it('may be gone back to as long as their vectors are there', () => {
    open('first', 2);
    const ids = Array.from({ length: 4 }, (_, n) => store(at, `text ${n}`, { vector: [1, n] }));
    const second = open('second', 2);
    assert.equal(attach(second.generation_id, ids, [0, 1]).status, 'serving');
    const fifth = store(at, 'text 5', { vector: [1, 5] });
    assert.deepEqual(all(), ['first retired 0', 'second serving 0']);
    drop(1);
    const back = open('first', 2);
    assert.deepEqual([back.generation_id, back.status], [1, 'building']);
    assert.deepEqual(all(), ['first building 2', 'second serving 0']);
    // A third opinion: what was being built is for nobody any more.
    open('third', 2);
    assert.deepEqual(all(), ['first retired 2', 'second serving 0', 'third building 5']);
    open('second', 2);
    assert.deepEqual(all(), ['first retired 2', 'second serving 0', 'third retired 5']);
    open('first', 2);
    assert.equal(attach(1, [...ids, fifth], [1, 0]).status, 'serving');
    assert.equal(all()[1], 'second retired 0');
  });

  it('are complete without the texts that their embedder refuses, until they are asked for again', () => {
    const first = open('first');
    const bad = store(at, 'refused by both');
    const ids = ['a', 'b'].map((text) => store(at, text, { vector: [1, 0] }));
    store(at, 'of another agent', { vector: [0, 1] }, 'bob');
    attach(first.generation_id, [], [], [bad]);
    assert.deepEqual([all(), backlog(first.generation_id)], [['first serving 0'], []]);
    const second = open('second');
    assert.equal(attach(second.generation_id, ids).status, 'building');
    const bobs = at.reads.snapshot(0, ({ semantic }) => semantic.backlog(second.generation_id, 1));
    assert.equal(
      attach(
        second.generation_id,
        bobs.map(({ position }) => memoryId(position)),
        [0, 1],
        [bad],
      ).status,
      'serving',
    );
    const refused = () => at.reads.snapshot(0, ({ semantic }) => semantic.refused(second.generation_id));
    assert.deepEqual([all(), refused()], [['first retired 0', 'second serving 0'], 1]);
    // Asked for again, by a reindex and by other settings; then it has its vector, or is forgotten.
    const { generation_id } = second;
    const system = { agent_id: 'system', request_id: '' };
    at.run('rebuild_vectors', { generation_id, restart: true, max_rows: 9 }, system);
    assert.deepEqual([refused(), backlog(generation_id)], [0, ['refused by both']]);
    attach(generation_id, [], [], [bad]);
    at.run(
      'open_generation',
      { embedder: 'builtin', model: 'second', dimensions: 2, settings: '{"a":1}' },
      system,
    );
    assert.deepEqual([refused(), backlog(generation_id)], [0, ['refused by both']]);
    attach(generation_id, [], [], [bad]);
    at.run('attach_vectors', {
      vectors: [{ memory_id: bad, vector: { bytes: bytesOf([1, 1]), model: 'second' } }],
    });
    assert.deepEqual([refused(), all()], [0, ['first retired 0', 'second serving 0']]);
    const other = store(at, 'refused and forgotten');
    attach(generation_id, [], [], [other]);
    at.run('forget_memory', { memory_id: other, force: false });
    assert.deepEqual([refused(), all()], [0, ['first retired 0', 'second serving 0']]);
    at.run('rebuild_vectors', { generation_id, restart: false, max_rows: 9 }, system);
  });

  it('tell a recall only of the memories in its own scopes that wait', () => {
    const { generation_id } = open('m');
    store(at, 'waits');
    store(at, 'waits too');
    store(at, 'has a vector', { vector: [1, 0] });
    store(at, 'has a vector', { vector: [1, 0] }, 'bob');
    const missing = (agent_id: string) =>
      recall(at, '', { agent_id, mode: 'vector', vector: bytesOf([1, 0]), generation_id }).missing;
    assert.deepEqual([missing('agent-1'), missing('bob'), missing('nobody')], [2, 0, 0]);
    at.run('supersede_memory', {
      memory_id: idsOf(recall(at, 'has'))[0] ?? '',
      memory: memory('another', { vector: [0, 1] }),
    });
    assert.equal(missing('agent-1'), 2);
  });

  it('take over when the last memory that they miss is forgotten', () => {
    open('first');
    const memory_id = store(at, 'only', { vector: [1, 0] });
    open('second');
    at.run('forget_memory', { memory_id, force: false });
    assert.deepEqual(all(), ['first retired 0', 'second serving 0']);
  });

  it('want them from the moment the client is configured, though another one still serves', () => {
    open('of the endpoint');
    store(at, 'before', { vector: [1, 0] });
    open('of the client', 2, 'client');
    assert.throws(() => store(at, 'after'), refuses('VECTOR_REQUIRED', 'memory.vector'));
  });

  it('want vectors with the calls where the embedder is the client', () => {
    const { generation_id } = open('m', 2, 'client');
    assert.throws(() => store(at, 'none'), refuses('VECTOR_REQUIRED', 'memory.vector'));
    assert.throws(() => store(at, 'x', { vector: [1, 2, 3] }), refuses('INVALID_VECTOR', 'memory.vector'));
    assert.throws(
      () => store(at, 'x', { vector: [1, 2], model: 'n' }),
      refuses('INVALID_VECTOR', 'memory.vector.model'),
    );
    const memory_id = store(at, 'given', { vector: [1, 0] });
    const attachVectors = (vector: readonly number[], id = memory_id, model = '') =>
      at.run('attach_vectors', { vectors: [{ memory_id: id, vector: { bytes: bytesOf(vector), model } }] });
    const { revision } = attachVectors([1, 0]);
    assert.equal(attachVectors([2, 0]).attached, 0);
    assert.equal(attachVectors([2, 0]).revision, revision);
    assert.throws(() => attachVectors([0, 1]), refuses('ALREADY_EXISTS', 'vectors[0].vector'));
    assert.throws(
      () => attachVectors([0, 1], 'memory-00000000000'),
      refuses('NOT_FOUND', 'vectors[0].memory_id'),
    );
    assert.throws(() => attachVectors([0, 1, 2]), refuses('INVALID_VECTOR', 'vectors[0].vector'));
    open('next', 3, 'client');
    assert.equal(attachVectors([0, 1, 2], memory_id, 'next').attached, 1);
    assert.deepEqual(all(), ['m retired 0', 'next serving 0']);
    assert.equal(generation_id, 1);
  });

  it('keep count whatever happens in whatever order', () => {
    const commands = fc.array(
      fc.record({
        what: fc.constantFrom(
          'store',
          'store',
          'bare',
          'supersede',
          'forget',
          'attach',
          'open',
          'reindex',
          'drop',
          'pin',
        ),
        n: fc.nat(30),
      }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(commands, (steps) => {
        const own = new TestStore();
        try {
          const system = { agent_id: 'system', request_id: '' };
          const ids: string[] = [];
          let count = 0;
          const some = (n: number) => ids[n % Math.max(ids.length, 1)] ?? 'memory-00000000000';
          for (const { what, n } of steps) {
            count += 1;
            try {
              if (what === 'store') ids.push(store(own, `text ${count}`, { vector: [1, n] }));
              if (what === 'bare') ids.push(store(own, `bare ${count}`));
              if (what === 'supersede')
                ids.push(
                  own.run('supersede_memory', { memory_id: some(n), memory: memory(`new ${count}`) })
                    .memory_id,
                );
              if (what === 'forget') own.run('forget_memory', { memory_id: some(n), force: n % 2 === 0 });
              if (what === 'pin') own.run('pin_memory', { memory_id: some(n), pinned: n % 2 === 0 });
              if (what === 'open')
                own.run(
                  'open_generation',
                  { embedder: 'builtin', model: `m${n % 3}`, dimensions: 2, settings: String(n % 2) },
                  system,
                );
              if (what === 'reindex') {
                const max_rows = (n % 4) + 1;
                const args = { generation_id: (n % 3) + 1, max_rows };
                let done = own.run('rebuild_vectors', { ...args, restart: true }, system);
                while (!done.is_finished)
                  done = own.run('rebuild_vectors', { ...args, restart: false }, system);
              }
              if (what === 'drop') own.run('drop_retired', { max_rows: (n % 3) + 1 }, system);
              if (what === 'attach') {
                for (const { generation_id } of own.reads.snapshot(0, ({ semantic }) =>
                  semantic.generations(),
                )) {
                  const waiting = own.reads.snapshot(0, ({ semantic }) =>
                    semantic.backlog(generation_id, (n % 4) + 1),
                  );
                  const refused = waiting.slice(n % 3).map(({ position }) => position);
                  const vectors = waiting
                    .slice(0, n % 3)
                    .map(({ position }) => [position, bytesOf([n + 1, 1])] as const);
                  own.run('attach_made_vectors', { generation_id, vectors, refused }, system);
                }
              }
            } catch (error) {
              if (!(error instanceof HoldfastError)) throw error;
            }
          }
          assert.deepEqual(verifyMemories(own.db), []);
        } finally {
          own.close();
        }
      }),
      { numRuns: 40 },
    );
  });
});
