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

describe('the chaos campaign catches a daemon that', () => {
  for (const [index, mutant] of MUTANTS.entries()) {
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
