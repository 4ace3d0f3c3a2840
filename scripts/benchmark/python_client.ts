/** scripts/bench python: one call after the other from the Python client over the Unix socket, blocking and asyncio. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../src/paths.js';
import { readOptions } from './options.js';
import { startServer } from './processes.js';
import { type Figure, summarize, table } from './report.js';

const MAIN = new URL('../../src/main.js', import.meta.url);
const CALLS = 2_000;
/** What DESIGN's targets ask of the blocking client, in milliseconds. */
const TARGETS_MS: Readonly<Record<string, number>> = { write: 1.5, read: 0.8 };
const NAMES: Readonly<Record<string, string>> = {
  echo: 'Ping',
  write: 'put_state (durable)',
  post: 'post_transaction (durable)',
  read: 'get_state',
};

const values = readOptions({
  quick: { type: 'boolean' },
  json: { type: 'boolean' },
  rounds: { type: 'string' },
});
const rounds = Number(values.rounds ?? (values.quick ? 1 : 5));
const calls = values.quick ? CALLS / 4 : CALLS;

function figure(key: string, samples: readonly number[], echo: readonly number[]): Figure {
  const [kind, name] = key.startsWith('asyncio_') ? ['asyncio', key.slice(8)] : ['blocking', key];
  const value = summarize(samples);
  const limit_ms = kind === 'blocking' ? TARGETS_MS[name] : undefined;
  return {
    figure: `${kind} ${NAMES[name] ?? name}, p50`,
    unit: 'ms',
    value,
    ...(name !== 'echo' && {
      baseline: { name: 'Ping', value: summarize(echo) },
      ratio: summarize(samples.map((sample, round) => sample / (echo[round] ?? Number.NaN))),
    }),
    ...(limit_ms !== undefined && { target: { text: `<= ${limit_ms} ms`, met: value.median <= limit_ms } }),
  };
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
const folder = mkdtempSync(join(tmpdir(), 'hf-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
mkdirSync(join(folder, 'state'));
const server = await startServer(MAIN, ['--state-dir', join(folder, 'state'), '--log-level', 'silent']);
const program = join(packageRoot, 'scripts', 'benchmark', 'python_client.py');
const printed = execFileSync(
  process.env.HOLDFAST_BENCH_PYTHON ?? 'python3',
  [program, server.address, String(rounds), String(calls)],
  {
    env: { ...process.env, PYTHONPATH: join(packageRoot, 'clients', 'python') },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  },
);
await server.kill();
const samples = JSON.parse(printed) as Record<string, number[]>;
const figures = Object.entries(samples).map(([key, round]) => {
  const echo = samples[key.startsWith('asyncio_') ? 'asyncio_echo' : 'echo'] ?? [];
  return figure(key, round, echo);
});
const machine = { cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length, node: process.version, rounds };
if (values.json) console.log(JSON.stringify({ machine, figures }, null, 2));
else {
  console.log(table(figures));
  console.log(
    `\n${machine.cpu}, ${machine.cores} cores, Node ${machine.node}, ${rounds} rounds of ${calls} calls`,
  );
}
process.exit(0);
