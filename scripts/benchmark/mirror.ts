/**
 * scripts/bench mirror: durable writes of a daemon with the Redis mirror beside one without, round by round in one run, and how
 * long after its commit a write is in Redis at 2,000 writes a second.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { Holdfast } from '@holdfast/client';
import { compileLoad, type LoadResult, runLoad } from './load.js';
import { processUse, waitForQuiet } from './noise.js';
import { readOptions } from './options.js';
import { type ServerProcess, startServer } from './processes.js';
import { hasRedis, startRedis } from './redis.js';
import { type Figure, single, summarize, table } from './report.js';
import { type PreparedRequests, prepareRequests } from './requests.js';

const MAIN = new URL('../../src/main.js', import.meta.url);
const QUIET_PATIENCE_MS = 5000;
/** Each with one call at a time: enough that the pace is kept while calls take their milliseconds. */
const CONNECTIONS = 32;
const WRITES_PER_SECOND = 2000;

const values = readOptions({
  quick: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  rounds: { type: 'string' },
});
const rounds = Number(values.rounds ?? (values.quick ? 1 : 5));
const seconds = values.quick ? 1 : 4;

if (!hasRedis()) {
  console.error('redis-server is not installed: there is nothing to mirror to');
  process.exit(1);
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
const folder = mkdtempSync(`${tmpdir()}/hf-bench-`);
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const program = compileLoad(folder);
const requests: PreparedRequests = prepareRequests(folder, 1);
const redis = await startRedis(`${folder}/redis`, false);

async function start(name: string, more: readonly string[]): Promise<ServerProcess> {
  mkdirSync(`${folder}/${name}`);
  return startServer(MAIN, ['--state-dir', `${folder}/${name}`, '--log-level', 'silent', ...more]);
}

async function load(server: ServerProcess, more: object): Promise<LoadResult> {
  await waitForQuiet(QUIET_PATIENCE_MS);
  const result = await runLoad(program, { address: server.address, ...requests.post, seconds, ...more });
  if (result.failed > 0) throw new Error(`${result.failed} failed, ${result.first_failure}`);
  return result;
}

/** The mirror goes on after the load: the next measurement must not run beside it. */
async function untilMirrored(daemon: Holdfast): Promise<void> {
  while ((await daemon.mirror.mirrorStatus({})).lag_revisions !== '0')
    await new Promise((resolve) => setTimeout(resolve, 50));
}

const load_before = loadavg()[0] ?? 0;
const plain = await start('plain', []);
const mirrored = await start('mirrored', ['--redis-url', `unix:${redis.socket}`]);
const daemon = new Holdfast({ address: mirrored.address });
await untilMirrored(daemon);
const rates: Record<'plain' | 'mirrored', number[]> = { plain: [], mirrored: [] };
for (let round = 1; round <= rounds; round += 1) {
  console.error(`round ${round} of ${rounds}`);
  // The one that is measured first has the better of the disk: each is in turn.
  const order = round % 2 === 0 ? (['mirrored', 'plain'] as const) : (['plain', 'mirrored'] as const);
  for (const name of order) {
    rates[name].push((await load(name === 'plain' ? plain : mirrored, {})).per_second);
    await untilMirrored(daemon);
  }
}
console.error('delay');
const paced = { connections: CONNECTIONS, streams: 1, interval_us: (CONNECTIONS * 1e6) / WRITES_PER_SECOND };
const delays = { p50_ms: [] as number[], p99_ms: [] as number[], per_second: [] as number[] };
for (let round = 1; round <= rounds; round += 1) {
  delays.per_second.push((await load(mirrored, { ...paced, seconds: Math.max(3, seconds) })).per_second);
  await untilMirrored(daemon);
  const { delay_p50, delay_p99 } = await daemon.mirror.mirrorStatus({});
  for (const [name, delay] of [['p50_ms', delay_p50] as const, ['p99_ms', delay_p99] as const])
    delays[name].push(Number(delay?.seconds ?? 0) * 1000 + Number(delay?.nanos ?? 0) / 1e6);
}
const value = summarize(rates.mirrored);
const ratio = summarize(rates.mirrored.map((rate, round) => rate / (rates.plain[round] ?? Number.NaN)));
const p99_ms = summarize(delays.p99_ms);
const figures: Figure[] = [
  { figure: 'PostTransaction, 64 in flight, no mirror', unit: '/s', value: summarize(rates.plain) },
  {
    figure: 'PostTransaction, 64 in flight, mirrored',
    unit: '/s',
    value,
    baseline: { name: 'no mirror', value: summarize(rates.plain) },
    ratio,
    target: { text: 'ratio >= 0.9', met: ratio.median >= 0.9 },
  },
  { figure: 'PostTransaction, paced', unit: '/s', value: summarize(delays.per_second) },
  { figure: 'from commit to Redis, paced, p50', unit: 'ms', value: summarize(delays.p50_ms) },
  {
    figure: 'from commit to Redis, paced, p99',
    unit: 'ms',
    value: p99_ms,
    target: { text: '<= 50 ms', met: p99_ms.median <= 50 },
  },
  single('memory of the mirrored daemon', 'MB', processUse(mirrored.process.pid ?? 0).rss_mb),
  single('memory of the other', 'MB', processUse(plain.process.pid ?? 0).rss_mb),
];
daemon.close();
await plain.kill();
await mirrored.kill();
await redis.kill();
const [cpu] = cpus();
const machine = {
  cpu: cpu?.model ?? 'unknown',
  cores: cpus().length,
  node: process.version,
  rounds,
  load_before,
};
if (values.json) console.log(JSON.stringify({ machine, figures }, null, 2));
else {
  console.log(table(figures));
  const { cores, node } = machine;
  console.log(
    `\n${machine.cpu}, ${cores} cores, Node ${node}, ${rounds} rounds, load before ${load_before.toFixed(1)}`,
  );
}
process.exit(0);
