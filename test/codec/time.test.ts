import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  durationToMs,
  msToDuration,
  timestampToUs,
  usToDuration,
  usToTimestamp,
} from '../../src/codec/time.js';

const refused = (step: () => unknown) => assert.throws(step, { reason: 'INVALID_FIELD', message: /^at: / });

describe('timestamps and durations', () => {
  it('round-trip every safe integer', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (value) => {
        assert.equal(timestampToUs(usToTimestamp(value), 'at'), value);
        const { seconds, nanos } = usToDuration(value);
        assert.equal(Number(BigInt(seconds) * 1_000_000n + BigInt(nanos / 1000)), value);
        const span_ms = Math.trunc(value / 1000) + 0;
        assert.equal(durationToMs(msToDuration(span_ms), 'at'), span_ms);
      }),
    );
  });

  it('count nanos forward before 1970, and with the sign in durations', () => {
    assert.deepEqual(usToTimestamp(-1), { seconds: '-1', nanos: 999_999_000 });
    assert.deepEqual(usToDuration(-1), { seconds: '0', nanos: -1000 });
    assert.equal(timestampToUs({ seconds: 1, nanos: 500_000_000 }, 'at'), 1_500_000);
    assert.equal(durationToMs({ seconds: '-1', nanos: -500_000_000 }, 'at'), -1500);
  });

  it('refuse what an integer cannot hold and what protobuf does not allow', () => {
    for (const [seconds, nanos] of [
      ['0', 1],
      ['0', 999],
      ['0', -1],
      ['0', 1_000_000_000],
      ['0', 1.5],
      ['9007199255', 0],
      ['-9007199256', 0],
      ['253402300799', 0], // legal in protobuf, but not a safe integer of microseconds
      ['1.5', 0],
      ['', 0],
      ['x', 0],
      [Number.NaN, 0],
    ] as const) {
      refused(() => timestampToUs({ seconds, nanos }, 'at'));
    }
    // The ends of the range, and the message that names them.
    assert.equal(timestampToUs({ seconds: '9007199254', nanos: 740_991_000 }, 'at'), Number.MAX_SAFE_INTEGER);
    assert.throws(
      () => timestampToUs({ seconds: '9007199254', nanos: 740_992_000 }, 'at'),
      /at: .*1684.*2255/,
    );
    refused(() => durationToMs({ seconds: '0', nanos: 1000 }, 'at'));
    refused(() => durationToMs({ seconds: '1', nanos: -1_000_000 }, 'at'));
    refused(() => durationToMs({ seconds: '315576000001', nanos: 0 }, 'at'));
    assert.throws(() => usToTimestamp(2 ** 53), { reason: 'INVALID_FIELD' });
  });
});
