/**
 * Measures where the writer should run and how it should be batched (ARCHITECTURE.md has the outcome). Every variant in
 * turn, `--rounds` times over, so that what disturbs the machine disturbs all of them. Prints a Markdown table of medians.
 *
 *   node dist/scripts/benchmark/writer_placement.js [--rounds 3] [--seconds 4] [--method PutState]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { FRESH_UUID, pathOf, times, writeBodies } from './bodies.js';
import { compileLoad, runLoad } from './load.js';
import { startServer } from './processes.js';

interface Variant {
  readonly name: string;
  readonly args: readonly string[];
}

interface Measured {
  readonly ping_per_second: number;
  readonly write_per_second: number;
  readonly write_p99_us: number;
  readonly read_p50_us: number;
  readonly read_p99_us: number;
  readonly watch_p50_us: number;
  readonly watch_p99_us: number;
  readonly alone_write_p50_us: number;
}

const VARIANTS: readonly Variant[] = [
  { name: 'thread, 2 in flight, batch 256', args: [] },
  { name: 'inline, batch 256', args: ['--mode', 'inline'] },
  { name: 'thread, 1 in flight, batch 256', args: ['--in-flight', '1'] },
  { name: 'thread, 4 in flight, batch 256', args: ['--in-flight', '4'] },
  { name: 'thread, 2 in flight, batch 32', args: ['--max-batch', '32'] },
  { name: 'inline, batch 32', args: ['--mode', 'inline', '--max-batch', '32'] },
];

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '4' },
    method: { type: 'string', default: 'PutState' },
  },
});
const seconds = Number(values.seconds);
const folder = mkdtempSync(join(tmpdir(), 'hf-placement-'));
const file = (name: string) => join(folder, name);
const postings = (index: number) => [
  { account: 'cash', asset: 'USDC', amount: `-${(index % 97) + 1}.25` },
  { account: `venue-${index % 8}`, asset: 'USDC', amount: `${(index % 97) + 1}.25` },
];
const service = values.method === 'PostTransaction' ? 'Ledger' : 'State';
const writeRequest = (agent_id: string, index: number) =>
  values.method === 'PostTransaction'
    ? { agent_id, request_id: FRESH_UUID, postings: postings(index) }
    : {
        agent_id,
        request_id: FRESH_UUID,
        name: `s-${index % 16}`,
        document: { json: `{"balance":${index},"mode":"live"}` },
      };

async function measure(program: string, variant: Variant, state_dir: string): Promise<Measured> {
  const main = new URL('./placement_server.js', import.meta.url);
  const server = await startServer(main, ['--state-dir', state_dir, ...variant.args]);
  try {
    const { address } = server;
    const path = pathOf(service, values.method);
    const ping = { address, path: pathOf('Admin', 'Ping'), bodies: file('ping'), seconds: seconds / 2 };
    const write = { address, path, bodies: file('writes'), seconds };
    const echo = await runLoad(program, ping);
    const seed = {
      address,
      path: pathOf('State', 'PutState'),
      bodies: file('seed'),
      connections: 1,
      streams: 1,
    };
    await runLoad(program, { ...seed, count: 16, warmup_ms: 0 });
    const loaded = await runLoad(program, write);
    // Reads and watched writes are slow and steady, so that they feel the load without adding to it.
    const slow = {
      address,
      connections: 1,
      streams: 1,
      interval_us: 5000,
      warmup_ms: 1000,
      seconds: seconds - 1,
    };
    const [, reads, watched] = await Promise.all([
      runLoad(program, { ...write, seconds: seconds + 1 }),
      runLoad(program, { ...slow, path: pathOf('State', 'GetState'), bodies: file('reads') }),
      runLoad(program, {
        ...slow,
        path: pathOf('State', 'PutState'),
        bodies: file('watched'),
        watch: { path: pathOf('Watch', 'Watch'), bodies: file('watch') },
      }),
    ]);
    const alone = await runLoad(program, { ...write, connections: 1, streams: 1, seconds: seconds / 2 });
    for (const result of [echo, loaded, reads, watched, alone]) {
      if (result.failed > 0)
        throw new Error(`${variant.name}: ${result.failed} failed, ${result.first_failure}`);
    }
    return {
      ping_per_second: echo.per_second,
      write_per_second: loaded.per_second,
      write_p99_us: loaded.latency_us.p99 ?? 0,
      read_p50_us: reads.latency_us.p50 ?? 0,
      read_p99_us: reads.latency_us.p99 ?? 0,
      watch_p50_us: watched.watch_us?.p50 ?? 0,
      watch_p99_us: watched.watch_us?.p99 ?? 0,
      alone_write_p50_us: alone.latency_us.p50 ?? 0,
    };
  } finally {
    await server.kill();
    rmSync(state_dir, { recursive: true, force: true });
  }
}

function summary(samples: readonly number[], unit: number, digits: number): string {
  const sorted = samples.toSorted((a, b) => a - b).map((value) => (value / unit).toFixed(digits));
  return `${sorted[Math.floor(sorted.length / 2)]} (${sorted[0]}..${sorted.at(-1)})`;
}

const results = new Map<string, Measured[]>(VARIANTS.map(({ name }) => [name, []]));
try {
  const program = compileLoad(folder);
  writeBodies(file('ping'), 'Admin', 'Ping', [{ payload: Buffer.alloc(100, 'x') }]);
  writeBodies(
    file('writes'),
    service,
    values.method,
    times(4096, (i) => writeRequest(`agent-${i % 8}`, i)),
  );
  const state = (index: number) => ({ name: `s-${index % 16}`, document: { json: `{"balance":${index}}` } });
  const stateWrite = (index: number) => ({ agent_id: 'watched', request_id: FRESH_UUID, ...state(index) });
  writeBodies(file('seed'), 'State', 'PutState', times(16, stateWrite));
  writeBodies(file('watched'), 'State', 'PutState', times(16, stateWrite));
  writeBodies(
    file('reads'),
    'State',
    'GetState',
    times(16, (i) => ({ agent_id: 'watched', name: `s-${i}` })),
  );
  writeBodies(file('watch'), 'Watch', 'Watch', [{ agent_id: 'watched' }]);
  for (let round = 0; round < Number(values.rounds); round += 1) {
    for (const variant of VARIANTS) {
      const measured = await measure(program, variant, mkdtempSync(join(folder, 'state-')));
      results.get(variant.name)?.push(measured);
      console.error(variant.name, JSON.stringify(measured));
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(
  `| ${values.method} | writes/s | of echo | write p99 ms | read p50 ms | read p99 ms | watch p50 ms | watch p99 ms | alone p50 ms |`,
);
console.log('|---|---|---|---|---|---|---|---|---|');
for (const [name, samples] of results) {
  const ms = (key: keyof Measured) =>
    summary(
      samples.map((sample) => sample[key]),
      1000,
      2,
    );
  const ratio = samples.map((sample) => sample.write_per_second / sample.ping_per_second);
  const rate = summary(
    samples.map((sample) => sample.write_per_second),
    1,
    0,
  );
  const latencies = (
    [
      'write_p99_us',
      'read_p50_us',
      'read_p99_us',
      'watch_p50_us',
      'watch_p99_us',
      'alone_write_p50_us',
    ] as const
  ).map(ms);
  console.log(`| ${[name, rate, summary(ratio, 1, 2), ...latencies].join(' | ')} |`);
}
