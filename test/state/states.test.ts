import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { packDocument } from '../../src/codec/msgpack.js';
import { TestStore } from '../support/executor.js';
import { get, json, kept, packed, put, refusal } from './helpers.js';

const DAY_US = 24 * 3600 * 1_000_000;

describe('states', () => {
  let store: TestStore;
  before(() => {
    store = new TestStore();
  });
  after(() => store.close());

  const remove = (name: string, expected_version: number | null = null) =>
    store.run('delete_state', { name, expected_version });
  const patch = (
    name: string,
    kind: 'merge' | 'json',
    text: string,
    expected_version: number | null = null,
  ) => store.run('patch_state', { name, kind, patch: packed(text), expected_version });

  it('count versions on across a delete', () => {
    assert.equal(put(store, 'counted', '1').version, 1);
    assert.equal(remove('counted').version, 2);
    assert.equal(get(store, 'counted'), undefined);
    assert.equal(put(store, 'counted', '2', { expected_version: 0 }).version, 3);
    assert.deepEqual(kept(store, 'counted'), [3, 2, 1]);
  });

  it('are written only at the expected version', () => {
    put(store, 'cas', '1');
    assert.throws(
      () => put(store, 'cas', '2', { expected_version: 0 }),
      refusal('VERSION_CONFLICT', { expected: '0', actual: '1' }),
    );
    assert.equal(put(store, 'cas', '2', { expected_version: 1 }).version, 2);
    assert.throws(() => remove('cas', 1), refusal('VERSION_CONFLICT', { expected: '1', actual: '2' }));
    assert.throws(() => patch('cas', 'merge', '{}', 1), refusal('VERSION_CONFLICT'));
    assert.equal(remove('cas', 2).version, 3);
    assert.throws(
      () => put(store, 'cas', '4', { expected_version: 3 }),
      refusal('VERSION_CONFLICT', { actual: '0' }),
    );
  });

  it('that do not exist can be neither patched nor deleted', () => {
    assert.throws(() => remove('missing', 5), refusal('NOT_FOUND'));
    assert.throws(() => patch('missing', 'merge', '{}'), refusal('NOT_FOUND'));
    put(store, 'gone', '1');
    remove('gone');
    assert.throws(() => remove('gone'), refusal('NOT_FOUND'));
    assert.throws(() => patch('gone', 'json', '[]'), refusal('NOT_FOUND'));
  });

  it('take a whole patch or nothing of it', () => {
    put(store, 'patched', '{"balance":{"__decimal__":"1.5"},"open":["a"]}');
    assert.equal(patch('patched', 'merge', '{"mode":"live"}').version, 2);
    const failing =
      '[{"op":"add","path":"/open/-","value":"b"},{"op":"test","path":"/mode","value":"paper"}]';
    assert.throws(
      () => patch('patched', 'json', failing),
      refusal('WRONG_STATE', { index: '1', path: '/mode' }),
    );
    assert.equal(patch('patched', 'json', '[{"op":"add","path":"/open/-","value":"b"}]').version, 3);
    assert.deepEqual(
      packDocument(get(store, 'patched')?.document ?? null),
      packed('{"balance":{"__decimal__":"1.5"},"mode":"live","open":["a","b"]}'),
    );
  });

  it('stay within the limits of documents when patched', () => {
    const text = 'x'.repeat(200_000);
    put(store, 'large', `{"a":"${text}"}`);
    assert.throws(() => patch('large', 'merge', `{"b":"${text}"}`), refusal('DOCUMENT_TOO_LARGE'));
    assert.throws(
      () => patch('large', 'json', '[{"op":"copy","from":"/a","path":"/b"}]'),
      refusal('DOCUMENT_TOO_LARGE'),
    );
    const deep = (levels: number, inner: string) => '{"a":'.repeat(levels) + inner + '}'.repeat(levels);
    put(store, 'deep', deep(31, '{}'));
    const path = '/a'.repeat(31);
    assert.throws(
      () => patch('deep', 'json', `[{"op":"add","path":"${path}/a","value":{"b":{}}}]`),
      refusal('DOCUMENT_TOO_DEEP'),
    );
    assert.equal(kept(store, 'large').length + kept(store, 'deep').length, 2);
  });

  it('are read as they were at a revision and at a moment', () => {
    const written: { revision: number; time_us: number }[] = [];
    for (let version = 1; version <= 20; version += 1) {
      store.now_us += 1_000_000;
      // Several versions share a moment: the newest of them is the answer.
      const { revision } = put(store, 'history', String(version));
      if (version % 3 === 0) put(store, 'other', String(version));
      written.push({ revision, time_us: store.now_us });
      if (version % 5 === 0) store.now_us -= 1_000_000;
    }
    store.reads.snapshot(0, ({ state }) => {
      const first = written[0] ?? { revision: 0, time_us: 0 };
      assert.equal(state.at('agent-1', 'history', first.revision - 1), undefined);
      assert.equal(state.atTime('agent-1', 'history', first.time_us - 1), undefined);
      for (const [index, { revision, time_us }] of written.entries()) {
        assert.equal(state.at('agent-1', 'history', revision)?.version, index + 1);
        const newest = written.findLastIndex((other) => other.time_us <= time_us + 999_999) + 1;
        assert.equal(state.atTime('agent-1', 'history', time_us)?.version, newest);
        assert.equal(state.atTime('agent-1', 'history', time_us + 999_999)?.version, newest);
      }
    });
  });

  it('are listed by name, by prefix and schema, in pages', () => {
    for (const name of ['l/b', 'l/a', 'l/c', 'l', 'l-x', 'la', 'm'])
      put(store, name, '1', { agent_id: 'lister' });
    store.run('delete_state', { name: 'l/c', expected_version: null }, { agent_id: 'lister' });
    const list = (name_prefix: string, after: string, limit: number) =>
      store.reads.snapshot(0, ({ state }) => {
        const { rows, more } = state.states('lister', { name_prefix, schema: '', after }, limit);
        return [rows.map(({ name }) => name), more];
      });
    assert.deepEqual(list('', '', 10), [['l', 'l-x', 'l/a', 'l/b', 'la', 'm'], false]);
    assert.deepEqual(list('l/', '', 10), [['l/a', 'l/b'], false]);
    assert.deepEqual(list('l', '', 2), [['l', 'l-x'], true]);
    assert.deepEqual(list('l', 'l-x', 3), [['l/a', 'l/b', 'la'], false]);
    assert.deepEqual(list('n', '', 2), [[], false]);
  });

  it('end a page early when the documents are large', () => {
    for (const name of ['1', '2', '3', '4', '5', '6']) {
      put(store, name, `"${'x'.repeat(250_000)}"`, { agent_id: 'large' });
    }
    const names: string[] = [];
    for (let pages = 1; ; pages += 1) {
      const page = store.reads.snapshot(0, ({ state }) =>
        state.states('large', { name_prefix: '', schema: '', after: names.at(-1) ?? '' }, 100),
      );
      names.push(...page.rows.map(({ name }) => name));
      if (page.more) continue;
      assert.equal(pages, 2);
      break;
    }
    assert.deepEqual(names, ['1', '2', '3', '4', '5', '6']);
  });

  describe('retention', () => {
    const retain = (name: string, keep_versions: number, keep_age_ms: number | null = null) =>
      store.run('set_state_retention', { name, keep_versions, keep_age_ms });
    const write = (name: string, times: number) => {
      for (let i = 0; i < times; i += 1) put(store, name, String(i));
    };

    it('keeps the last N, at once and from then on', () => {
      write('few', 5);
      assert.equal(retain('few', 3).removed_versions, 2);
      assert.deepEqual(kept(store, 'few'), [5, 4, 3]);
      write('few', 2);
      assert.deepEqual(kept(store, 'few'), [7, 6, 5]);
      assert.equal(retain('few', 3).removed_versions, 0);
    });

    it('applies to patches and deletes, and always keeps the newest', () => {
      retain('one', 1);
      put(store, 'one', '{}');
      patch('one', 'merge', '{"a":1}');
      assert.deepEqual(kept(store, 'one'), [2]);
      remove('one');
      assert.deepEqual(kept(store, 'one'), [3]);
      assert.equal(put(store, 'one', '1').version, 4);
    });

    it('by default of the agent leaves states with a policy of their own alone', () => {
      write('own', 4);
      retain('own', 0);
      write('default', 4);
      const { removed_versions } = retain('', 2);
      assert.ok(removed_versions >= 2);
      assert.deepEqual(kept(store, 'own'), [4, 3, 2, 1]);
      assert.deepEqual(kept(store, 'default'), [4, 3]);
      retain('', 1000);
    });

    it('keeps a thousand versions where nothing is said', () => {
      for (let i = 0; i < 1003; i += 1) put(store, 'unsaid', '0', { agent_id: 'quiet' });
      const page = store.reads.snapshot(0, ({ state }) =>
        state.versions('quiet', 'unsaid', Number.MAX_SAFE_INTEGER, 1000),
      );
      assert.equal(page?.more, false);
      assert.equal(page?.rows.at(-1)?.version, 4);
    });

    it('drops by age on the next write', () => {
      store.now_us = store.executor.head.time_us;
      retain('aged', 0, 1000);
      write('aged', 2);
      store.now_us += 999_999;
      write('aged', 1);
      assert.deepEqual(kept(store, 'aged'), [3, 2, 1]);
      store.now_us += 2;
      write('aged', 1);
      assert.deepEqual(kept(store, 'aged'), [4, 3]);
    });

    it('drops by age without a write when swept, leaving the newest and no entry', () => {
      retain('swept', 0, 1000);
      write('swept', 3);
      retain('', 0, 2000);
      write('swept-by-default', 3);
      store.now_us += DAY_US;
      const head = store.executor.head.revision;
      const { swept } = store.run('sweep', {}, { agent_id: '_system', request_id: '' });
      assert.ok(swept >= 4);
      assert.equal(store.executor.head.revision, head);
      assert.deepEqual(kept(store, 'swept'), [3]);
      assert.deepEqual(kept(store, 'swept-by-default'), [3]);
      assert.equal(store.run('sweep', {}, { agent_id: '_system', request_id: '' }).swept, 0);
    });

    it('leaves a journal that verifies, with payloads gone', () => {
      const { findings } = store.scans.verify({ skip_integrity_check: false }, () => {});
      assert.deepEqual(findings, []);
    });
  });

  it('fill the journal: every change is an entry whose payload can be read', () => {
    const start = store.executor.head.revision;
    put(store, 'told', '{"a":1}');
    patch('told', 'merge', '{"b":2}');
    remove('told');
    const { entries } = store.reads.entriesAfter(
      start,
      { kind_prefixes: ['state.'], key_prefix: 'told' },
      true,
    );
    assert.deepEqual(
      entries.map(({ kind }) => kind),
      ['state.put', 'state.patched', 'state.deleted'],
    );
    assert.deepEqual(
      Buffer.from(entries[1]?.payload ?? []),
      packDocument({
        version: 2,
        schema: '',
        schema_version: 0,
        deleted: false,
        document: json('{"a":1,"b":2}'),
      }),
    );
  });
});
