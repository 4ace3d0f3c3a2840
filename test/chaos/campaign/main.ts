/** scripts/chaos: see there. */
import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildShim } from '../powerloss/powerloss.js';
import { Campaign } from './campaign.js';
import { MUTANTS, needsCompiler, runMutant } from './mutants.js';
import { describe } from './summary.js';
import { Violation } from './violation.js';

const SELF_TEST_CYCLES = 25;

const { values } = parseArgs({
  options: {
    cycles: { type: 'string', default: '25' },
    seed: { type: 'string' },
    'no-power-loss': { type: 'boolean', default: false },
    'self-test': { type: 'boolean', default: false },
  },
});

async function campaign(cycles: number, seed: number): Promise<number> {
  console.log(`chaos: ${cycles} cycles, seed ${seed}`);
  const power_loss = values['no-power-loss'] ? 'never' : 'every_second';
  const started_ms = Date.now();
  let at = 0;
  const running = new Campaign({
    cycles,
    seed,
    power_loss,
    onCycle: (cycle, { kills }) => {
      at = cycle;
      const seconds = Math.round((Date.now() - started_ms) / 1000);
      if (process.stdout.isTTY || cycle % 10 === 0)
        console.log(`cycle ${cycle} of ${cycles}: ${kills} kills, ${seconds} s`);
    },
  });
  try {
    const summary = await running.run();
    running.remove();
    console.log(describe(summary));
    console.log(`${summary.kills} kills: 0 lost, 0 duplicated, 0 violations`);
    return 0;
  } catch (error) {
    console.error(`chaos: seed ${seed}, cycle ${at + 1}: the first violation`);
    console.error(error instanceof Violation ? error.report() : error);
    console.error(`chaos: all files are kept in ${running.scratch}`);
    return 1;
  }
}

/** The table of what caught which wrong build. */
async function selfTest(seed: number): Promise<number> {
  console.log(`chaos: self-test, seed ${seed}: each of these builds is wrong and must be caught`);
  let failed = 0;
  for (const [index, mutant] of MUTANTS.entries()) {
    const reason = needsCompiler(mutant);
    if (reason !== undefined && !canLosePower()) {
      console.log(`left out    ${mutant.name}: ${reason}`);
      continue;
    }
    const { caught_by, as_meant, message, cycle } = await runMutant(mutant, seed + index, SELF_TEST_CYCLES);
    if (!as_meant) failed += 1;
    const verdict = caught_by === undefined ? 'NOT CAUGHT ' : as_meant ? 'caught     ' : 'CAUGHT ELSE';
    console.log(`${verdict} ${mutant.name}\n            check ${caught_by}, cycle ${cycle}: ${message}`);
  }
  console.log(`${MUTANTS.length} mutants, ${failed} not caught as meant`);
  return failed === 0 ? 0 : 1;
}

function canLosePower(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'hfx-'));
  try {
    return buildShim(folder) !== null;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function count(text: string, name: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number >= 1) return number;
  console.error(`--${name}: must be a positive integer, not "${text}"`);
  process.exit(2);
}

const seed = values.seed === undefined ? randomInt(1, 2 ** 31) : count(values.seed, 'seed');
process.exit(
  values['self-test'] ? await selfTest(seed) : await campaign(count(values.cycles, 'cycles'), seed),
);
