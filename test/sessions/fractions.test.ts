/** Limits that are parts of something: told as 0.05, never as a percentage. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HoldfastError } from '../../src/errors.js';
import { fractionAmount } from '../../src/rpc/ledger_mutations.js';

test('a percentage, zero and what is above 1 are answered with an example', () => {
  for (const text of ['5%', '0', '-0.1', '1.000000000000000001', '5']) {
    assert.throws(
      () => fractionAmount(text, 'max_drawdown'),
      ({ reason, message, details }: HoldfastError) =>
        reason === 'INVALID_AMOUNT' &&
        details.field === 'max_drawdown' &&
        /such as "0\.05" for 5 %/.test(message),
      text,
    );
  }
  assert.equal(fractionAmount('0.050', 'max_drawdown'), '0.05');
  assert.equal(fractionAmount('1', 'max_drawdown'), '1');
});
