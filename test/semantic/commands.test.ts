/** Storing, superseding, pinning, forgetting, namespaces: on a real file, without vectors. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { HoldfastError, type Reason } from '../../src/errors.js';
import { memoryPosition } from '../../src/tiers/semantic/memory_table.js';
import { unpackMemory } from '../../src/tiers/semantic/payload.js';
import { tagKey } from '../../src/tiers/semantic/tokens.js';
import { verifyDatabase } from '../../src/tiers/verify.js';
import { TestStore } from '../support/executor.js';
import { contents, memory, recall, scopesOf, store, storeIn } from './support.js';

const refuses = (reason: Reason, field?: string) => (error: unknown) => {
  assert.ok(error instanceof HoldfastError, String(error));
  assert.equal(error.reason, reason);
  if (field !== undefined) assert.equal(error.details.field, field);
  return true;
};

describe('memories', () => {
  let at: TestStore;
  beforeEach(() => {
    at = new TestStore();
  });
  afterEach(() => {
    const { findings } = verifyDatabase(at.db, false, () => {});
    at.close();
    assert.deepEqual(findings, []);
  });
  const row = (memory_id: string) =>
    at.reads.snapshot(0, ({ semantic }) => semantic.get(memoryPosition(memory_id) ?? 0));
  const found = (query: string, given = {}) => contents(recall(at, query, given));

  it('are stored once per scope, unless told otherwise', () => {
    const args = { namespace: '', memory: memory('fees are 0.1 %'), allow_duplicate: false };
    const first = at.run('store_memory', args);
    assert.deepEqual([first.duplicate, first.vector_pending, first.degraded], [false, true, false]);
    const again = at.run('store_memory', args);
    assert.deepEqual(
      [again.memory_id, again.duplicate, again.revision],
      [first.memory_id, true, first.revision],
    );
    const forced = at.run('store_memory', { ...args, allow_duplicate: true });
    assert.notEqual(forced.memory_id, first.memory_id);
    const bob = at.run('store_memory', args, { agent_id: 'bob' });
    assert.equal(bob.duplicate, false);
    const many = at.run('store_memories', {
      namespace: '',
      memories: [memory('x'), memory('x'), memory('fees are 0.1 %'), memory('y')],
      allow_duplicates: false,
    });
    assert.deepEqual(
      many.memories.map(({ duplicate }) => duplicate),
      [false, true, true, false],
    );
    assert.equal(many.memories[0]?.memory_id, many.memories[1]?.memory_id);
  });

  it('are replaced by others, which are linked both ways', () => {
    const old_id = store(at, 'the limit is 10', { pinned: true, tags: ['limit'] });
    const other_id = store(at, 'something else');
    const { memory_id } = at.run('supersede_memory', {
      memory_id: old_id,
      memory: memory('the limit is 20', { tags: ['limit'] }),
    });
    assert.equal(row(old_id)?.row.superseded_by, memoryPosition(memory_id));
    assert.equal(row(memory_id)?.row.supersedes, memoryPosition(old_id));
    assert.equal(row(memory_id)?.row.pinned, 1);
    assert.deepEqual(found('limit'), ['the limit is 20']);
    assert.deepEqual(found('limit', { keys: [tagKey('limit')] }), ['the limit is 20']);
    assert.deepEqual(found('limit', { include_superseded: true }).sort(), [
      'the limit is 10',
      'the limit is 20',
    ]);
    const supersede = (id: string, content: string) => () =>
      at.run('supersede_memory', { memory_id: id, memory: memory(content) });
    assert.throws(supersede(old_id, 'z'), refuses('WRONG_STATE', 'memory_id'));
    assert.throws(supersede(memory_id, 'something else'), (error: HoldfastError) => {
      assert.equal(error.details.metadata?.memory_id, other_id);
      return refuses('ALREADY_EXISTS', 'memory.content')(error);
    });
    assert.throws(supersede('memory-00000000000', 'z'), refuses('NOT_FOUND', 'memory_id'));
    assert.throws(supersede('nonsense', 'z'), refuses('NOT_FOUND', 'memory_id'));
    // The old content may come back: nothing that is recalled has it.
    assert.equal(
      at.run('store_memory', { namespace: '', memory: memory('the limit is 10'), allow_duplicate: false })
        .duplicate,
      false,
    );
    // Forgetting either half of a pair leaves the other.
    at.run('forget_memory', { memory_id: old_id, force: true });
    assert.equal(row(memory_id)?.row.supersedes, memoryPosition(old_id));
  });

  it('are replaced by one of the same content that says more', () => {
    const old_id = store(at, 'same', { tags: ['a'] });
    const { memory_id } = at.run('supersede_memory', {
      memory_id: old_id,
      memory: memory('same', { tags: ['b'] }),
    });
    assert.deepEqual(found('same', { keys: [tagKey('b')] }), ['same']);
    assert.deepEqual(found('same', { keys: [tagKey('a')] }), []);
    assert.notEqual(memory_id, old_id);
  });

  it('are forgotten without a trace in tables and indexes', () => {
    const words = ['xylophonist', 'quasimodo', 'zugzwang'];
    for (let n = 0; n < 200; n++) store(at, `filler number ${n} of many`);
    const memory_id = store(at, words.join(' '), {
      tags: ['hiddentag'],
      metadata: { hiddenkey: 'hiddenvalue' },
    });
    const superseded_id = store(at, `${words.join(' ')} superseded`);
    at.run('supersede_memory', { memory_id: superseded_id, memory: memory('harmless') });
    for (let n = 200; n < 400; n++) store(at, `filler number ${n} of many`);
    for (const id of [memory_id, superseded_id]) at.run('forget_memory', { memory_id: id, force: false });
    assert.deepEqual(found('xylophonist', { include_superseded: true }), []);
    assert.equal(row(memory_id), undefined);
    const traces = new Set<string>();
    const tables = at.db
      .prepare<[], string>(
        `SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'`,
      )
      .pluck()
      .all();
    for (const table of tables) {
      for (const each of at.db.prepare<[], unknown[]>(`SELECT * FROM "${table}"`).raw().iterate()) {
        const text = each
          .map((cell) => (cell instanceof Uint8Array ? Buffer.from(cell).toString('latin1') : String(cell)))
          .join('\n');
        for (const word of [...words, 'hiddentag', 'hiddenvalue'])
          if (text.includes(word.slice(0, 6))) traces.add(`${table}: ${word}`);
      }
    }
    // The receipts hold what was answered and digests of what was asked; the journal holds digests.
    assert.deepEqual([...traces], []);
    assert.throws(() => at.run('forget_memory', { memory_id, force: false }), refuses('NOT_FOUND'));
  });

  it('are kept from forgetting by a pin', () => {
    const memory_id = store(at, 'keep me');
    at.run('pin_memory', { memory_id, pinned: true });
    const { revision } = at.run('pin_memory', { memory_id, pinned: true });
    assert.equal(at.run('pin_memory', { memory_id, pinned: true }).revision, revision);
    assert.throws(
      () => at.run('forget_memory', { memory_id, force: false }),
      refuses('WRONG_STATE', 'memory_id'),
    );
    at.run('forget_memory', { memory_id, force: true });
    assert.deepEqual(found('keep'), []);
  });

  it('of namespaces are for those who may', () => {
    at.run(
      'put_namespace',
      { name: 'desk', readers: ['reader'], writers: ['writer'] },
      { agent_id: 'owner' },
    );
    at.run('put_namespace', { name: 'open', readers: ['*'], writers: ['*'] }, { agent_id: 'owner' });
    const by_writer = storeIn(at, 'desk', 'the writer says', {}, 'writer');
    const by_owner = storeIn(at, 'desk', 'the owner says', {}, 'owner');
    storeIn(at, 'open', 'anyone says', {}, 'stranger');
    assert.throws(() => storeIn(at, 'desk', 'x', {}, 'reader'), refuses('ACCESS_DENIED', 'namespace'));
    assert.throws(() => storeIn(at, 'none', 'x'), refuses('NOT_FOUND', 'namespace'));
    for (const agent_id of ['reader', 'writer', 'owner'])
      assert.equal(found('says', { agent_id, namespaces: ['desk'] }).length, 2, agent_id);
    assert.throws(() => scopesOf(at, 'stranger', ['desk']), refuses('ACCESS_DENIED'));
    assert.deepEqual(found('says', { agent_id: 'reader', namespaces: ['open'] }), ['anyone says']);
    const forget = (memory_id: string, agent_id: string) => () =>
      at.run('forget_memory', { memory_id, force: false }, { agent_id });
    assert.throws(forget(by_owner, 'writer'), refuses('ACCESS_DENIED', 'memory_id'));
    assert.throws(forget(by_owner, 'reader'), refuses('ACCESS_DENIED', 'memory_id'));
    forget(by_writer, 'writer')();
    const second = storeIn(at, 'desk', 'the writer says more', {}, 'writer');
    forget(second, 'owner')();
    assert.throws(
      () => at.run('put_namespace', { name: 'desk', readers: [], writers: [] }, { agent_id: 'writer' }),
      refuses('ACCESS_DENIED', 'name'),
    );
    at.run('put_namespace', { name: 'desk', readers: [], writers: [] }, { agent_id: 'owner' });
    assert.throws(() => scopesOf(at, 'reader', ['desk']), refuses('ACCESS_DENIED'));
    const names = (agent_id: string) =>
      at.reads.snapshot(0, ({ semantic }) => [...semantic.namespaces(agent_id, '')].map(({ name }) => name));
    assert.deepEqual([names('owner'), names('writer')], [['desk', 'open'], ['open']]);
    // A private memory of another agent is not there at all.
    const mine = store(at, 'mine alone');
    assert.throws(forget(mine, 'bob'), refuses('NOT_FOUND', 'memory_id'));
  });

  it('are journaled with their content, until they are forgotten', () => {
    const memory_id = store(at, 'remember this', { tags: ['t'] });
    const entries = () =>
      at.reads
        .entriesAfter(0, { agent_id: 'agent-1', kind_prefixes: [], key_prefix: '' }, true)
        .entries.map(({ kind, key, payload }) => ({ kind, key, payload }));
    const [first] = entries();
    assert.deepEqual([first?.kind, first?.key], ['memory.stored', memory_id]);
    assert.deepEqual(unpackMemory(first?.payload ?? new Uint8Array()), {
      content: 'remember this',
      tags: ['t'],
    });
    at.run('forget_memory', { memory_id, force: false });
    assert.deepEqual(
      entries().map(({ kind, payload }) => [kind, payload === null]),
      [
        ['memory.stored', true],
        ['memory.forgotten', false],
      ],
    );
  });

  it('are part of a transaction, all or nothing', () => {
    const call = (name: 'store_memory' | 'forget_memory', args: unknown) => ({
      name,
      agent_id: 'agent-1',
      args,
    });
    const good = call('store_memory', { namespace: '', memory: memory('half'), allow_duplicate: false });
    const bad = call('forget_memory', { memory_id: 'memory-00000000000', force: false });
    assert.throws(
      () => at.run('transact', { preconditions: [], mutations: [good, bad] }),
      refuses('NOT_FOUND'),
    );
    assert.deepEqual(found('half'), []);
    at.run('transact', { preconditions: [], mutations: [good] });
    assert.deepEqual(found('half'), ['half']);
  });

  it('are listed newest first, filtered before the limit', () => {
    const ids = Array.from({ length: 30 }, (_, n) =>
      store(at, `memory ${n}`, {
        tags: n % 3 === 0 ? ['third'] : [],
        pinned: n % 10 === 0,
        occurred_at_us: 1000 * (30 - n),
      }),
    );
    at.run('supersede_memory', { memory_id: ids[29] ?? '', memory: memory('memory 29 again') });
    const list = (given = {}) =>
      at.scans
        .list_memories(
          {
            scope_id: scopesOf(at, 'agent-1')[0] ?? 0,
            before: Number.MAX_SAFE_INTEGER,
            limit: 100,
            keys: [],
            since_us: null,
            until_us: null,
            pinned_only: false,
            include_superseded: false,
            missing_generation_id: 0,
            ...given,
          },
          () => {},
        )
        .memories.map(({ row: { payload } }) => unpackMemory(payload).content.replace('memory ', ''));
    assert.deepEqual(list().slice(0, 3), ['29 again', '28', '27']);
    assert.deepEqual(list({ include_superseded: true }).slice(0, 3), ['29 again', '29', '28']);
    assert.deepEqual(list({ keys: [tagKey('third')], limit: 3 }), ['27', '24', '21']);
    assert.deepEqual(list({ pinned_only: true }), ['20', '10', '0']);
    assert.deepEqual(list({ since_us: 28_000, until_us: 30_000 }), ['2', '1']);
    assert.deepEqual(list({ keys: [tagKey('third')], since_us: 20_000 }), ['9', '6', '3', '0']);
    assert.deepEqual(list({ limit: 2, before: memoryPosition(ids[10] ?? '') }), ['9', '8']);
  });
});
