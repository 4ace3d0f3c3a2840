import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { HoldfastError } from '../../src/errors.js';
import { MAX_COUNTERS } from '../../src/tiers/limits/commands.js';
import { verifyCounters } from '../../src/tiers/limits/verify.js';
import { TestStore } from '../support/executor.js';
import { add } from './support.js';

const AGENT = 'agent-1';
const SECOND = 1_000_000;
const HOUR = 3600 * SECOND;
const DAY = 24 * HOUR;
/** 2023-11-15T00:00:00Z, the first midnight after the store's beginning. */
const MIDNIGHT = 1_700_006_400 * SECOND;

let store: TestStore;
beforeEach(() => {
  store = new TestStore();
});
afterEach(() => store.close());

function refusal(call: () => unknown): HoldfastError {
  try {
    call();
  } catch (error) {
    assert.ok(error instanceof HoldfastError);
    return error;
  }
  throw new Error('the command succeeded');
}

const get = (name = 'c', clock_us = store.now_us) =>
  store.reads.snapshot(0, ({ limits }) => limits.counter(AGENT, name, clock_us));
const list = (prefix = '', after = '', limit = 100) =>
  store.reads.snapshot(0, ({ limits }) => limits.counters(AGENT, { prefix, after }, store.now_us, limit));
const reset = (name = 'c') => store.run('reset_counter', { name });
const sweep = () => store.run('sweep', {}, { agent_id: '_system', request_id: '' }).swept;
const kinds = () => store.db.prepare('SELECT kind FROM journal ORDER BY position').pluck().all();

describe('a counter', () => {
  it("adds exactly, for ever, and is its agent's own", () => {
    for (let n = 0; n < 10; n += 1) add(store, '0.1');
    const { counter, revision } = add(store, '-0.000000000000000001');
    assert.equal(counter.value, '0.999999999999999999');
    assert.deepEqual(counter, { name: 'c', value: counter.value, window_us: null, began_us: null, revision });
    store.now_us += 400 * DAY;
    assert.deepEqual(get(), counter);
    assert.equal(add(store, '5', {}, { agent_id: 'agent-2' }).counter.value, '5');
    assert.equal(get().value, counter.value);
    assert.deepEqual(verifyCounters(store.db), []);
  });

  it('stays within its floor and ceiling, bounds included, or is not changed at all', () => {
    assert.equal(add(store, '100', { ceiling: '100' }).counter.value, '100');
    const above = refusal(() => add(store, '0.01', { floor: '-50', ceiling: '100' }));
    assert.deepEqual(
      [above.reason, above.details.field, above.details.metadata],
      ['LIMIT_CROSSED', 'ceiling', { limit: '100', actual: '100.01' }],
    );
    assert.equal(add(store, '-150', { floor: '-50' }).counter.value, '-50');
    const below = refusal(() => add(store, '-0.01', { floor: '-50' }));
    assert.deepEqual(
      [below.reason, below.details.field, below.details.metadata],
      ['LIMIT_CROSSED', 'floor', { limit: '-50', actual: '-50.01' }],
    );
    assert.equal(get().value, '-50');
    assert.equal(kinds().length, 2);
  });

  it('refuses a first addition beyond its limits, and is then not there', () => {
    assert.equal(refusal(() => add(store, '2', { ceiling: '1' })).reason, 'LIMIT_CROSSED');
    assert.equal(refusal(() => get()).reason, 'NOT_FOUND');
  });

  it('refuses a sum that no amount can hold', () => {
    add(store, '9'.repeat(38));
    const error = refusal(() => add(store, '1'));
    assert.deepEqual([error.reason, error.details.field], ['INVALID_AMOUNT', 'delta']);
    assert.equal(get().value, '9'.repeat(38));
  });

  it('is reset to zero, and says what it was', () => {
    add(store, '7.5');
    assert.equal(reset().counter.value, '7.5');
    assert.equal(get().value, '0');
    assert.equal(add(store, '1').counter.value, '1');
    assert.deepEqual(kinds(), ['limit.counted', 'limit.counter_reset', 'limit.counted']);
    assert.equal(refusal(() => reset('other')).reason, 'NOT_FOUND');
    assert.deepEqual(verifyCounters(store.db), []);
  });

  it('that is zero already is reset without an entry', () => {
    add(store, '1');
    reset();
    assert.equal(reset().counter.value, '0');
    assert.equal(kinds().length, 2);
  });

  it(`is one of ${MAX_COUNTERS} an agent at most; those that are gone do not count`, () => {
    const insert = store.db.prepare(
      `INSERT INTO counters (agent_id, name, position, value, window_us, began_us, gone_us)
       VALUES (?, ?, 0, '1', ?, ?, ?)`,
    );
    const began_us = MIDNIGHT - DAY;
    store.db.transaction(() => {
      for (let n = 0; n < MAX_COUNTERS - 1; n += 1) insert.run(AGENT, `n${n}`, null, null, null);
    })();
    insert.run(AGENT, 'day', DAY, began_us, began_us + 2 * DAY);
    const error = refusal(() => add(store, '1'));
    assert.deepEqual(
      [error.reason, error.details.field, error.details.metadata],
      ['TOO_MANY', 'name', { limit: String(MAX_COUNTERS) }],
    );
    assert.equal(add(store, '1', { name: 'n7' }).counter.value, '2');
    assert.equal(add(store, '1', {}, { agent_id: 'agent-2' }).counter.value, '1');
    store.now_us = began_us + 2 * DAY;
    assert.equal(add(store, '1').counter.value, '1');
  });
});

describe('a counter with a window', () => {
  it('begins at the UTC midnight and is zero at the next, at once', () => {
    const day = { window_us: DAY };
    store.now_us = MIDNIGHT + 9 * HOUR;
    assert.equal(add(store, '-40', day).counter.began_us, MIDNIGHT);
    store.now_us = MIDNIGHT + DAY - 1;
    assert.equal(get().value, '-40');
    const crossed = refusal(() => add(store, '-20', { ...day, floor: '-50' }));
    assert.deepEqual(crossed.details.metadata, {
      limit: '-50',
      actual: '-60',
      reset_at: new Date((MIDNIGHT + DAY) / 1000).toISOString(),
    });
    store.now_us = MIDNIGHT + DAY;
    assert.deepEqual([get().value, get().began_us], ['0', MIDNIGHT + DAY]);
    assert.equal(refusal(() => add(store, '-51', { ...day, floor: '-50' })).reason, 'LIMIT_CROSSED');
    assert.equal(add(store, '-50', { ...day, floor: '-50' }).counter.value, '-50');
    assert.deepEqual(verifyCounters(store.db), []);
  });

  it('refuses another window, for as long as it is there', () => {
    store.now_us = MIDNIGHT;
    add(store, '1', { window_us: HOUR });
    for (const window_us of [null, DAY]) {
      const error = refusal(() => add(store, '1', { window_us }));
      assert.deepEqual(
        [error.reason, error.details.field, error.details.metadata],
        ['WRONG_STATE', 'window', { actual: '3600s' }],
      );
    }
    add(store, '1', { name: 'ever' });
    assert.equal(refusal(() => add(store, '1', { name: 'ever', window_us: DAY })).reason, 'WRONG_STATE');
    store.now_us = MIDNIGHT + HOUR + DAY - 1;
    assert.equal(refusal(() => add(store, '1', { window_us: DAY })).reason, 'WRONG_STATE');
    store.now_us += 1;
    assert.equal(add(store, '1', { window_us: DAY }).counter.value, '1');
  });

  it('is gone a day after its window, swept or not, and the sweep changes no answer', () => {
    store.now_us = MIDNIGHT;
    add(store, '1', { window_us: HOUR });
    add(store, '1', { name: 'ever' });
    const seen = () => list().rows.map(({ name, value }) => `${name}=${value}`);
    const rows = () => store.db.prepare('SELECT count(*) FROM counters').pluck().get();
    store.now_us = MIDNIGHT + HOUR + DAY - 1;
    assert.equal(sweep(), 0);
    assert.deepEqual(seen(), ['c=0', 'ever=1']);
    assert.equal(reset().counter.value, '0');
    store.now_us += 1;
    assert.deepEqual(seen(), ['ever=1']);
    assert.equal(refusal(() => get()).reason, 'NOT_FOUND');
    assert.equal(refusal(() => reset()).reason, 'NOT_FOUND');
    assert.equal(rows(), 2);
    // Nothing has been written at this time yet, so the clock may still be set back.
    assert.equal(sweep(), 0);
    add(store, '1', { name: 'ever' });
    assert.equal(sweep(), 1);
    assert.deepEqual([seen(), rows(), kinds().length], [['ever=2'], 1, 3]);
    assert.deepEqual(verifyCounters(store.db), []);
  });

  it('is swept in small steps', () => {
    store.now_us = MIDNIGHT;
    for (let n = 0; n < 1500; n += 1) add(store, '1', { name: `c${n}`, window_us: SECOND });
    store.now_us += 2 * DAY;
    add(store, '1', { name: 'ever' });
    assert.deepEqual([sweep(), sweep(), sweep()], [1000, 500, 0]);
  });

  it('holds when the clock jumps back an hour or stands still', () => {
    const hour = { window_us: HOUR };
    store.now_us = MIDNIGHT + HOUR + 1;
    add(store, '3', hour);
    store.now_us -= HOUR;
    // Time does not go back for commands, and reads agree with what they would do.
    assert.deepEqual([add(store, '4', hour).counter.value, get().value], ['7', '7']);
    assert.equal(get().began_us, MIDNIGHT + HOUR);
    assert.equal(refusal(() => add(store, '4', { ...hour, ceiling: '10' })).reason, 'LIMIT_CROSSED');
    assert.equal(sweep(), 0);
    store.now_us = MIDNIGHT + 2 * HOUR;
    assert.equal(get().value, '0');
    assert.equal(add(store, '10', { ...hour, ceiling: '10' }).counter.value, '10');
    // The window that is over stays over, though the clock says that it is not.
    store.now_us -= HOUR;
    assert.equal(add(store, '1', hour).counter.value, '11');
    assert.deepEqual(verifyCounters(store.db), []);
  });

  it('is not lost to a clock that was a week ahead for a while', () => {
    const day = { window_us: DAY };
    store.now_us = MIDNIGHT;
    add(store, '-90', day);
    store.now_us += 7 * DAY;
    assert.equal(refusal(() => get()).reason, 'NOT_FOUND');
    assert.equal(sweep(), 0);
    store.now_us = MIDNIGHT + HOUR;
    assert.equal(get().value, '-90');
    assert.equal(refusal(() => add(store, '-20', { ...day, floor: '-100' })).reason, 'LIMIT_CROSSED');
  });

  it('reads as zero while the clock is set back into a window that was over already', () => {
    const hour = { window_us: HOUR };
    store.now_us = MIDNIGHT;
    add(store, '3', hour);
    store.now_us = MIDNIGHT + HOUR;
    add(store, '1', { name: 'other' });
    store.now_us = MIDNIGHT + HOUR / 2;
    assert.deepEqual([get().value, add(store, '5', hour).counter.value], ['0', '5']);
  });
});

describe('counters', () => {
  it('are listed by name, with a prefix, in pages', () => {
    for (const name of ['b', 'a/2', 'a', 'a/10', 'a-1', 'A']) add(store, '1', { name });
    const names = (prefix: string, after: string, limit: number) => {
      const { rows, more } = list(prefix, after, limit);
      return [rows.map(({ name }) => name), more];
    };
    assert.deepEqual(names('', '', 100), [['A', 'a', 'a-1', 'a/10', 'a/2', 'b'], false]);
    assert.deepEqual(names('a', '', 2), [['a', 'a-1'], true]);
    assert.deepEqual(names('a', 'a-1', 2), [['a/10', 'a/2'], false]);
    assert.deepEqual(names('a/', '', 2), [['a/10', 'a/2'], false]);
    assert.deepEqual(names('x', '', 2), [[], false]);
  });

  it('agree with a model under random additions, limits, windows and clocks', () => {
    const amount = fc
      .tuple(fc.integer({ min: -2000, max: 2000 }), fc.nat(6))
      .map(([units, scale]) => new Decimal(units).div(new Decimal(10).pow(scale)).toFixed());
    const step = fc.record({
      name: fc.constantFrom('ever', 'hour', 'minute'),
      delta: amount.filter((delta) => delta !== '0' && delta !== '-0'),
      floor: fc.option(amount),
      ceiling: fc.option(amount),
      pass_us: fc.oneof(fc.constant(0), fc.integer({ min: -2 * HOUR, max: 2 * HOUR }), fc.nat(26 * HOUR)),
      also: fc.constantFrom('nothing', 'nothing', 'reset', 'sweep'),
    });
    const windows: Record<string, number | null> = { ever: null, hour: HOUR, minute: 60 * SECOND };
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        store.close();
        store = new TestStore();
        const model = new Map<string, { sum: Decimal; window: number }>();
        /** Commands see the highest time that any entry has. */
        let entry_us = 0;
        for (const { name, delta, floor, ceiling, pass_us, also } of steps) {
          store.now_us += pass_us;
          const now_us = Math.max(store.now_us, entry_us);
          const window_us = windows[name] ?? null;
          const window = window_us === null ? 0 : Math.floor(now_us / window_us);
          const known = model.get(name);
          const before = known?.window === window ? known.sum : new Decimal(0);
          const sum = before.plus(delta);
          const fits = (floor === null || sum.gte(floor)) && (ceiling === null || sum.lte(ceiling));
          const args = { name, window_us, floor, ceiling };
          if (!fits) assert.equal(refusal(() => add(store, delta, args)).reason, 'LIMIT_CROSSED');
          else {
            assert.equal(add(store, delta, args).counter.value, sum.toFixed());
            model.set(name, { sum, window });
            entry_us = now_us;
          }
          if (also === 'sweep') sweep();
          if (also === 'reset' && fits) {
            assert.equal(reset(name).counter.value, sum.toFixed());
            model.set(name, { sum: new Decimal(0), window });
          }
          if (fits) assert.equal(get(name).value, model.get(name)?.sum.toFixed());
        }
        assert.deepEqual(verifyCounters(store.db), []);
      }),
      { numRuns: 60 },
    );
  });
});

describe('verify finds', () => {
  const FAULTS: readonly (readonly [string, string])[] = [
    ['a value that its entry does not say', `UPDATE counters SET value = '4' WHERE name = 'c'`],
    ['a counter that is gone', `DELETE FROM counters WHERE name = 'c'`],
    ['another window', `UPDATE counters SET began_us = began_us - window_us, gone_us = gone_us - window_us`],
    ['a wrong end', `UPDATE counters SET gone_us = gone_us + 1`],
    ['a row that missed an entry', `UPDATE counters SET position = position - 4096`],
  ];
  for (const [name, sql] of FAULTS) {
    it(name, () => {
      add(store, '1', { window_us: HOUR });
      add(store, '2', { window_us: HOUR });
      assert.deepEqual(verifyCounters(store.db), []);
      store.db.exec(sql);
      assert.deepEqual(
        verifyCounters(store.db).map(({ kind }) => kind),
        ['limits.counter'],
      );
      const { findings } = store.scans.verify({ skip_integrity_check: true }, () => {});
      assert.deepEqual(
        findings.map(({ kind }) => kind),
        ['limits.counter'],
      );
    });
  }

  it('an entry that cannot be read, and goes on', () => {
    add(store, '1');
    add(store, '2');
    store.db.exec(`UPDATE journal SET payload = x'c1' WHERE position = (SELECT max(position) FROM journal)`);
    const { findings } = store.scans.verify({ skip_integrity_check: true }, () => {});
    assert.deepEqual(
      new Set(findings.map(({ kind }) => kind)),
      new Set(['journal.payload_mismatch', 'limits.counter']),
    );
  });

  it('entries that do not add up', () => {
    add(store, '1');
    add(store, '2');
    add(store, '4');
    store.db.exec('DELETE FROM journal WHERE position = (SELECT min(position) + 4096 FROM journal)');
    assert.match(verifyCounters(store.db)[0]?.message ?? '', /1 and 4 are not 7/);
  });
});
