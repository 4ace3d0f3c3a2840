/** The campaign's checker must catch builds that are wrong. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { MUTANTS, needsCompiler, runMutant } from './campaign/mutants.js';
import { buildShim } from './powerloss/powerloss.js';

const scratch = mkdtempSync(join(tmpdir(), 'hfx-'));
const has_shim = buildShim(scratch) !== null;
after(() => rmSync(scratch, { recursive: true }));

const CYCLES = 25;

/** At least one for each kind of check; `scripts/chaos --self-test` runs all. */
const SHORT: ReadonlySet<string> = new Set([
  'commits without fsync (synchronous=NORMAL)',
  'stores no receipts',
  'does not advance the hash chain',
  'lets an operation in doubt be begun again',
  'stores a vector and does not index it',
  'believes a wall clock that was set back',
  'does not act on what its start check finds',
  'answers some acknowledgements and does not store them',
  'begins a replay one revision too late',
  "takes from an agent's share what the bucket refuses",
  'moves a position and not the money',
  'lets a replaced process write on',
  'judges a limit by what was there before the batch',
]);

describe('the chaos campaign catches a daemon that', () => {
  it('is in the list', () => {
    const names = new Set(MUTANTS.map(({ name }) => name));
    assert.deepEqual(
      [...SHORT].filter((name) => !names.has(name)),
      [],
    );
  });

  for (const [index, mutant] of MUTANTS.entries()) {
    if (!SHORT.has(mutant.name)) continue;
    const skip = has_shim ? false : needsCompiler(mutant);
    it(mutant.name, { skip }, async (test) => {
      const seed = 1000 + index;
      const { caught_by, as_meant, message, cycle } = await runMutant(mutant, seed, CYCLES);
      test.diagnostic(`seed ${seed}, cycle ${cycle}, check ${caught_by}: ${message}`);
      assert.ok(
        as_meant,
        `seed ${seed}: caught by ${caught_by}, meant for ${mutant.caught_by.join(' or ')}: ${message}`,
      );
    });
  }
});
