/**
 * scripts/bench access: what it costs to say who one is. The same daemon, socket and request, with a token and without one, in
 * turn; beside the rates the daemon's own CPU time for each call, which the machine's other work disturbs less.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { Holdfast } from '@holdfast/client';
import { compileLoad, runLoad } from './load.js';
import { readOptions } from './options.js';
import { startServer } from './processes.js';
import { summarize } from './report.js';
import { prepareRequests } from './requests.js';

const MAIN = new URL('../../src/main.js', import.meta.url);
/** Of proc_pid_stat(5): utime and stime, in ticks of a hundredth of a second. */
const TICK_US = 10_000;

const values = readOptions({ quick: { type: 'boolean', default: false }, rounds: { type: 'string' } });
const rounds = Number(values.rounds ?? (values.quick ? 3 : 11));
const seconds = values.quick ? 1 : 2.5;

function cpuUs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * TICK_US;
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
const folder = mkdtempSync(`${tmpdir()}/hf-bench-`);
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
mkdirSync(`${folder}/state`);
const program = compileLoad(folder);
const { ping } = prepareRequests(folder, 1);
const server = await startServer(MAIN, ['--state-dir', `${folder}/state`, '--log-level', 'silent']);
const admin = new Holdfast({ address: server.address });
const { secret_token } = await admin.admin.createToken({
  name: 'bench',
  role: 'ACCESS_ROLE_AGENT',
  agents: ['*'],
});
admin.close();

const ways = { without: {}, with: { authorization: `Bearer ${secret_token}` } };
const rates: Record<keyof typeof ways, number[]> = { without: [], with: [] };
const costs: Record<keyof typeof ways, number[]> = { without: [], with: [] };
for (let round = 0; round < rounds; round += 1) {
  for (const way of ['without', 'with'] as const) {
    const pid = server.process.pid ?? 0;
    const before_us = cpuUs(pid);
    const options = { address: server.address, ...ping, seconds, warmup_ms: 0, ...ways[way] };
    const result = await runLoad(program, options);
    if (result.failed > 0) throw new Error(result.first_failure);
    rates[way].push(result.per_second);
    costs[way].push((cpuUs(pid) - before_us) / result.done);
  }
}
for (const way of ['without', 'with'] as const) {
  const rate = summarize(rates[way]);
  const cost = summarize(costs[way]);
  const range = `${rate.min.toFixed(0)} to ${rate.max.toFixed(0)}`;
  console.log(
    `${way.padEnd(7)} a token: ${rate.median.toFixed(0)} echoes/s (${range}), ${cost.median.toFixed(1)} us of CPU each`,
  );
}
const kept = summarize(rates.with).median / summarize(rates.without).median;
const cost = summarize(costs.with).median / summarize(costs.without).median;
console.log(
  `with a token ${(kept * 100).toFixed(1)} % of the rate, ${((cost - 1) * 100).toFixed(1)} % more CPU`,
);
process.exit(0);
