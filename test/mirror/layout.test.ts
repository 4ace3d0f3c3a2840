import assert from 'node:assert/strict';
import { it } from 'node:test';
import { seconds } from '../../src/mirror/layout.js';

it('microseconds are written as seconds to the last digit, also before 1970', () => {
  const cases = [0, 1, 1_500_000, -1, -500_000, -1_000_000, -1_500_000, 1_700_000_000_123_456];
  assert.deepEqual(cases.map(seconds), [
    ...['0.000000', '0.000001', '1.500000', '-0.000001', '-0.500000', '-1.000000', '-1.500000'],
    '1700000000.123456',
  ]);
});
