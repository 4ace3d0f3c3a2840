/** The cache's promises on a clock that the test moves. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { TtlCache } from '../../src/volatile/ttl_cache.js';

const bytes = (size: number): Uint8Array => new Uint8Array(size);

describe('the cache', () => {
  it('serves an entry until its time, to the microsecond, and not after', () => {
    let now_us = 0;
    const cache = new TtlCache(10_000, () => now_us);
    cache.set('k', bytes(3), 500);
    now_us = 499_999;
    assert.equal(cache.get('k')?.value.length, 3);
    now_us = 500_000;
    assert.equal(cache.get('k'), undefined);
    assert.deepEqual([cache.counts.hits, cache.counts.misses, cache.counts.expired], [1, 1, 1]);
  });

  it('tells the same wall time of an entry whenever it is read, though the wall clock is set meanwhile', () => {
    let now_us = 0;
    let wall_us = 1_000_000;
    const cache = new TtlCache(
      10_000,
      () => now_us,
      () => wall_us,
    );
    assert.equal(cache.set('k', bytes(1), 500)?.stored_wall_us, 1_000_000);
    now_us = 100_003;
    wall_us = 9_000_000;
    assert.equal(cache.get('k')?.stored_wall_us, 1_000_000);
    assert.equal(cache.peek('k')?.stored_wall_us, 1_000_000);
  });

  it('keeps what has expired for those who ask for stale, and no longer than said', () => {
    let now_us = 0;
    const cache = new TtlCache(10_000, () => now_us);
    cache.set('k', bytes(1), 10, 5);
    now_us = 14_999;
    assert.equal(cache.get('k'), undefined);
    assert.equal(cache.peek('k')?.expires_us, 10_000);
    now_us = 15_000;
    assert.equal(cache.peek('k'), undefined);
  });

  it('lets the least recently used go first', () => {
    const cache = new TtlCache(3 * 475, () => 0);
    for (const key of ['a', 'b', 'c']) cache.set(key, bytes(100), 1000);
    cache.get('a');
    cache.set('d', bytes(100), 1000);
    assert.deepEqual(
      ['a', 'b', 'c', 'd'].filter((key) => cache.peek(key) !== undefined),
      ['a', 'c', 'd'],
    );
    assert.equal(cache.counts.evicted, 1);
  });

  it('takes nothing that is larger than itself, and then forgets what was there', () => {
    const cache = new TtlCache(1000, () => 0);
    cache.set('k', bytes(10), 1000);
    assert.equal(cache.set('k', bytes(2000), 1000), undefined);
    assert.equal(cache.get('k'), undefined);
    assert.equal(cache.counts.size_bytes, 0);
  });

  it('keeps no more of the memory that a value is a slice of than the value', () => {
    const cache = new TtlCache(10_000, () => 0);
    const buffer = Buffer.alloc(8192, 7);
    cache.set('k', buffer.subarray(100, 111), 1000);
    buffer.fill(0);
    const kept = cache.get('k')?.value;
    assert.deepEqual(kept, new Uint8Array(11).fill(7));
    assert.equal(kept?.buffer.byteLength, 11);
  });

  it('agrees with a map of expiry times, and never holds more than it may', () => {
    const step = fc.record({
      do: fc.constantFrom('set', 'get', 'delete', 'prefix', 'wait'),
      key: fc.constantFrom('x/1', 'x/2', 'y/1', 'y/2', 'z'),
      ttl_ms: fc.integer({ min: 1, max: 20 }),
      size: fc.integer({ min: 0, max: 50 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        let now_us = 0;
        // Room for all, so that only time and deletion take things away.
        const cache = new TtlCache(5 * 400, () => now_us);
        const model = new Map<string, { until_us: number; size: number }>();
        for (const { do: what, key, ttl_ms, size } of steps) {
          if (what === 'wait') now_us += ttl_ms * 500;
          else if (what === 'set') {
            cache.set(key, bytes(size), ttl_ms);
            model.set(key, { until_us: now_us + ttl_ms * 1000, size });
          } else if (what === 'delete') {
            cache.delete(key);
            model.delete(key);
          } else if (what === 'prefix') {
            cache.deleteAll(key.slice(0, 2));
            for (const known of [...model.keys()]) if (known.startsWith(key.slice(0, 2))) model.delete(known);
          }
          const expected = model.get(key);
          const is_fresh = expected !== undefined && expected.until_us > now_us;
          assert.equal(cache.get(key)?.value.length, is_fresh ? expected.size : undefined);
          assert.ok(cache.counts.size_bytes <= cache.counts.limit_bytes);
        }
      }),
    );
  });

  it('stays within its bytes whatever is stored', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.integer({ min: 0, max: 3000 }))), (entries) => {
        const cache = new TtlCache(5000, () => 0);
        for (const [key, size] of entries) {
          cache.set(key, bytes(size), 1000);
          assert.ok(cache.counts.size_bytes <= 5000);
        }
        if (cache.counts.entries === 0) assert.equal(cache.counts.size_bytes, 0);
      }),
    );
  });
});
