/** The sums of what is in flight, beside what they sum. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import fc from 'fast-check';
import { sumText } from '../../src/codec/amount.js';
import { exposureReads, exposures } from '../../src/tiers/guards/exposure.js';
import type { Side } from '../../src/tiers/guards/types.js';
import { TestStore } from '../support/executor.js';

let store: TestStore;
beforeEach(() => {
  store = new TestStore();
});
afterEach(() => store.close());

const findings = () =>
  store.scans.verify({ skip_integrity_check: true }, () => {}).findings.map(({ kind }) => kind);

describe('the sums of what is in flight', () => {
  const step = fc.record({
    key: fc.constantFrom('a', 'b', 'c', 'd'),
    market: fc.constantFrom('M', 'N'),
    side: fc.constantFrom<Side>('BUY', 'SELL'),
    quantity: fc.constantFrom('1', '0.5', '0.000000000000000001', '12345678901234567890'),
    does: fc.constantFrom('put', 'put', 'remove', 'forget the sums'),
  });

  test('are what the operations make, whatever begins, changes and ends, in an older file too', () => {
    const exposed = exposures(store.db);
    const inFlight = exposureReads(store.db);
    const forgetSums = store.db.prepare('DELETE FROM guard_in_flight');
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const model = new Map<string, { market: string; side: Side; quantity: string }>();
        for (const { does, key, ...exposure } of steps) {
          if (does === 'put') {
            exposed.put('agent', key, exposure.market, exposure.side, exposure.quantity);
            model.set(key, exposure);
          } else if (does === 'remove') {
            exposed.remove('agent', key);
            model.delete(key);
          } else forgetSums.run();
          for (const market of ['M', 'N']) {
            for (const except of ['', 'a']) {
              const sumOf = (wanted: Side) =>
                sumText(
                  [...model]
                    .filter(([key, one]) => key !== except && one.market === market && one.side === wanted)
                    .map(([, { quantity }]) => quantity),
                );
              const expected = { buys: sumOf('BUY'), sells: sumOf('SELL') };
              assert.deepEqual(inFlight('agent', market, except), expected);
            }
          }
        }
        assert.ok(!findings().includes('guard.in_flight'));
        for (const key of model.keys()) exposed.remove('agent', key);
        assert.deepEqual(store.db.prepare('SELECT * FROM guard_in_flight').all(), []);
      }),
      { numRuns: 60 },
    );
  });

  test('are what a judgement asks, however many operations there are', () => {
    const exposed = exposures(store.db);
    for (let n = 0; n < 100; n++) exposed.put('agent', `op-${n}`, 'M', 'BUY', '0.1');
    store.db.prepare("DELETE FROM guard_exposures WHERE operation_key <> 'op-7'").run();
    assert.deepEqual(exposureReads(store.db)('agent', 'M', 'op-7'), { buys: '9.9', sells: '0' });
    assert.ok(findings().includes('guard.in_flight'));
  });
});
