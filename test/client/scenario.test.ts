import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { packageRoot } from '../../src/paths.js';
import { masterKey } from '../support/daemon.js';
import { ScenarioRun, type Step } from './scenario/run.js';
import { fixture } from './support.js';

const text = readFileSync(join(packageRoot, 'clients', 'scenario', 'scenario.yaml'), 'utf8');
const { vars, steps } = parse(text) as { vars: Record<string, string>; steps: Step[] };

test(`the clients' common scenario, ${steps.length} steps`, async (t) => {
  assert.ok(steps.length >= 60);
  const { daemon } = await fixture(t, { args: masterKey() });
  const run = new ScenarioRun(daemon.address, 'ts', vars);
  t.after(() => run.close());
  for (const step of steps) await run.step(step);
});
