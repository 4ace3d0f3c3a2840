import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { formatJson } from '../../src/codec/json_format.js';
import { unpackDocument } from '../../src/codec/msgpack.js';
import { TestStore } from '../support/executor.js';
import { packed, refusal } from './helpers.js';

const Exact = Decimal.clone({ precision: 200 });

describe('profile fields', () => {
  let store: TestStore;
  before(() => {
    store = new TestStore();
  });
  after(() => store.close());

  const set = (fields: Record<string, string>, remove: string[] = [], agent_id = 'agent-1') =>
    store.run(
      'set_fields',
      { set: Object.entries(fields).map(([name, text]) => ({ name, value: packed(text) })), remove },
      { agent_id },
    );
  const read = (names: string[], agent_id = 'agent-1') =>
    store.reads.snapshot(0, ({ state }) =>
      Object.fromEntries(
        state.fields(agent_id, names).map(({ name, value }) => [name, formatJson(unpackDocument(value))]),
      ),
    );
  const increment = (
    name: string,
    kind: 'decimal' | 'integer',
    by: string,
    bounds: { floor?: string; ceiling?: string } = {},
  ) =>
    store.run('increment_field', {
      name,
      kind,
      by,
      floor: bounds.floor ?? null,
      ceiling: bounds.ceiling ?? null,
    });

  it('are set, removed and read by name', () => {
    assert.equal(set({ mode: '"live"', sessions: '3' }).removed, 0);
    assert.equal(set({ goals: '["save"]' }, ['mode', 'nothing']).removed, 1);
    assert.deepEqual(read([]), { goals: '["save"]', sessions: '3' });
    assert.deepEqual(read(['sessions', 'mode', 'goals', 'sessions']), { goals: '["save"]', sessions: '3' });
  });

  it('change nothing when only absent ones are removed', () => {
    const head = store.executor.head.revision;
    assert.equal(set({}, ['nothing']).removed, 0);
    assert.equal(store.executor.head.revision, head);
  });

  it('number at most 1,024 an agent', () => {
    const names = (from: number, to: number) =>
      Object.fromEntries(Array.from({ length: to - from }, (_, i) => [`f${from + i}`, '1']));
    for (let from = 0; from < 1024; from += 256) set(names(from, from + 256), [], 'full');
    assert.throws(
      () => set({ more: '1' }, [], 'full'),
      refusal('LIMIT_EXCEEDED', { limit: '1024', actual: '1025' }),
    );
    set({ f0: '2' }, [], 'full');
    set({ more: '1' }, ['f1'], 'full');
    assert.equal(Object.keys(read([], 'full')).length, 1024);
    const args = { name: 'new', kind: 'integer', by: '1', floor: null, ceiling: null } as const;
    assert.throws(() => store.run('increment_field', args, { agent_id: 'full' }), refusal('LIMIT_EXCEEDED'));
  });

  it('count from 0 in the kind they began with', () => {
    assert.equal(increment('count', 'integer', '2').value, '2');
    assert.equal(increment('count', 'integer', '-5').value, '-3');
    assert.equal(increment('pnl', 'decimal', '0.1').value, '0.1');
    assert.equal(increment('pnl', 'decimal', '0.2').value, '0.3');
    assert.deepEqual(read(['count', 'pnl']), { count: '-3', pnl: '{"__decimal__":"0.3"}' });
    assert.throws(() => increment('count', 'decimal', '1'), refusal('WRONG_STATE'));
    assert.throws(() => increment('pnl', 'integer', '1'), refusal('WRONG_STATE'));
    set({ text: '"1"', double: '1.5', beyond: '18446744073709551615' });
    for (const name of ['text', 'double', 'beyond']) {
      assert.throws(() => increment(name, 'integer', '1'), refusal('WRONG_STATE'));
    }
  });

  it('do not pass a floor or a ceiling', () => {
    increment('bounded', 'decimal', '10', { floor: '0', ceiling: '10' });
    assert.throws(
      () => increment('bounded', 'decimal', '0.000000000000000001', { ceiling: '10' }),
      refusal('LIMIT_CROSSED', { current: '10', ceiling: '10' }),
    );
    assert.throws(
      () => increment('bounded', 'decimal', '-10.5', { floor: '-0.4' }),
      refusal('LIMIT_CROSSED', { current: '10', floor: '-0.4' }),
    );
    assert.equal(increment('bounded', 'decimal', '-10', { floor: '0' }).value, '0');
    assert.throws(
      () => increment('never', 'integer', '1', { floor: '1.5' }),
      refusal('LIMIT_CROSSED', { current: '0' }),
    );
    assert.deepEqual(read(['never']), {});
  });

  it('stay exact to the ends of int64, and within them', () => {
    assert.equal(increment('wide', 'integer', '9007199254740993').value, '9007199254740993');
    assert.equal(increment('wide', 'integer', '9214364837600034814').value, '9223372036854775807');
    assert.throws(
      () => increment('wide', 'integer', '1'),
      refusal('LIMIT_CROSSED', { current: '9223372036854775807', ceiling: '9223372036854775807' }),
    );
    assert.equal(increment('low', 'integer', '-9223372036854775808').value, '-9223372036854775808');
    assert.throws(
      () => increment('low', 'integer', '-1'),
      refusal('LIMIT_CROSSED', { floor: '-9223372036854775808' }),
    );
    const most = '9'.repeat(38);
    assert.equal(increment('most', 'decimal', most).value, most);
    assert.throws(() => increment('most', 'decimal', '1'), refusal('LIMIT_CROSSED', { ceiling: most }));
  });

  it('that gain nothing leave no entry', () => {
    increment('still', 'integer', '0');
    const head = store.executor.head.revision;
    assert.equal(increment('still', 'integer', '0').value, '0');
    assert.equal(store.executor.head.revision, head);
  });

  it('add up exactly, whatever is added', () => {
    const amounts = fc
      .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.integer({ min: 0, max: 18 }))
      .map(([units, scale]) => new Exact(units.toString()).div(new Exact(10).pow(scale)).toFixed());
    let run = 0;
    fc.assert(
      fc.property(fc.array(amounts, { minLength: 1, maxLength: 20 }), (changes) => {
        run += 1;
        let expected = new Exact(0);
        for (const by of changes) {
          expected = expected.plus(by);
          assert.equal(
            increment(`sum-${run}`, 'decimal', by).value,
            expected.isZero() ? '0' : expected.toFixed(),
          );
        }
      }),
      { numRuns: 30 },
    );
  });

  it('tell the journal what happened to them', () => {
    const start = store.executor.head.revision;
    set({ told: '1' });
    increment('told', 'integer', '4');
    set({}, ['told']);
    const { entries } = store.reads.entriesAfter(
      start,
      { kind_prefixes: ['field.'], key_prefix: 'told' },
      true,
    );
    assert.deepEqual(
      entries.map(({ kind, payload }) => [kind, formatJson(unpackDocument(payload ?? new Uint8Array()))]),
      [
        ['field.set', '{"name":"told","value":1}'],
        ['field.incremented', '{"by":4,"name":"told","value":5}'],
        ['field.removed', '{"name":"told"}'],
      ],
    );
    assert.deepEqual(store.scans.verify({ skip_integrity_check: false }, () => {}).findings, []);
  });
});
