/**
 * scripts/bench core: the daemon's figures beside their baselines, measured in the same run on the same machine. Rounds
 * repeat everything in turn; the table gives medians with the smallest and largest sample, and says how much of the
 * machine others used meanwhile.
 */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { figures, type Samples } from './figures.js';
import { compileLoad, type LoadOptions, type LoadResult, runLoad } from './load.js';
import { waitForQuiet, watchOthers } from './noise.js';
import { readOptions } from './options.js';
import { type ServerProcess, startServer } from './processes.js';
import { measureReadiness } from './readiness.js';
import { hasRedis, type Redis, startRedis } from './redis.js';
import { summarize, table } from './report.js';
import { type Prepared, type PreparedRequests, prepareRequests } from './requests.js';

const MAIN = new URL('../../src/main.js', import.meta.url);
const INPROCESS = fileURLToPath(new URL('./inprocess.js', import.meta.url));
const EPISODES_PER_MESSAGE = 100;
const QUIET_PATIENCE_MS = 5000;

const values = readOptions({
  quick: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  rounds: { type: 'string' },
  entries: { type: 'string' },
  tcp: { type: 'boolean', default: false },
});
const rounds = Number(values.rounds ?? (values.quick ? 1 : 5));
const entries = Number(values.entries ?? (values.quick ? 100_000 : 1_000_000));
const seconds = values.quick ? 1 : 2.5;

/** Every load of one daemon; the noise beside each is kept. */
class Bench {
  readonly others: number[] = [];
  readonly #program: string;
  readonly #requests: PreparedRequests;
  readonly #server: ServerProcess;

  constructor(program: string, requests: PreparedRequests, server: ServerProcess) {
    this.#program = program;
    this.#requests = requests;
    this.#server = server;
  }

  async #load(prepared: Prepared, options: Partial<LoadOptions>): Promise<LoadResult> {
    const { address } = this.#server;
    const result = await runLoad(this.#program, { address, ...prepared, seconds, ...options });
    if (result.failed > 0)
      throw new Error(`${prepared.path}: ${result.failed} failed, ${result.first_failure}`);
    return result;
  }

  async #alone(name: keyof PreparedRequests, options: Partial<LoadOptions> = {}): Promise<LoadResult> {
    await waitForQuiet(QUIET_PATIENCE_MS);
    const others = watchOthers(this.#server.process.pid ?? 0);
    const result = await this.#load(this.#requests[name], options);
    this.others.push(others(result.cpu_share * result.seconds));
    return result;
  }

  async throughput(samples: Samples): Promise<void> {
    samples.echo_rate.push((await this.#alone('ping')).per_second);
    const post = await this.#alone('post');
    samples.post_rate.push(post.per_second);
    samples.post_p99_us.push(post.latency_us.p99 ?? Number.NaN);
    const ingest = await this.#alone('ingest', { stream: true, streams: 4 });
    samples.ingest_rate.push(ingest.per_second * EPISODES_PER_MESSAGE);
  }

  async sequential(samples: Samples): Promise<void> {
    const one = { connections: 1, streams: 1, seconds: seconds / 2 };
    // There must be something to read.
    await this.#load(this.#requests.put, { connections: 1, streams: 1, count: 16, warmup_ms: 0 });
    samples.echo_p50_us.push((await this.#alone('ping', one)).latency_us.p50 ?? Number.NaN);
    samples.post_p50_us.push((await this.#alone('post', one)).latency_us.p50 ?? Number.NaN);
    samples.get_p50_us.push((await this.#alone('get', one)).latency_us.p50 ?? Number.NaN);
  }

  /** Reads and watched writes at a slow, steady pace, so that they feel the full load without adding to it. */
  async underLoad(samples: Samples): Promise<void> {
    const { post, ping, get, put, watch } = this.#requests;
    const slow = { connections: 1, streams: 1, interval_us: 5000, warmup_ms: 1000 };
    await waitForQuiet(QUIET_PATIENCE_MS);
    const full = { seconds: seconds + 2 };
    const [, reads, watched] = await Promise.all([
      this.#load(post, full),
      this.#load(get, slow),
      this.#load(put, { ...slow, watch }),
    ]);
    await waitForQuiet(QUIET_PATIENCE_MS);
    const [, pings] = await Promise.all([this.#load(ping, full), this.#load(ping, slow)]);
    samples.loaded_get_p50_us.push(reads.latency_us.p50 ?? Number.NaN);
    samples.loaded_get_p99_us.push(reads.latency_us.p99 ?? Number.NaN);
    samples.loaded_watch_p99_us.push(watched.watch_us?.p99 ?? Number.NaN);
    samples.loaded_echo_p99_us.push(pings.latency_us.p99 ?? Number.NaN);
  }
}

async function inprocessRate(state_dir: string): Promise<number> {
  await waitForQuiet(QUIET_PATIENCE_MS);
  const { stdout } = await promisify(execFile)(process.execPath, [
    INPROCESS,
    'rate',
    state_dir,
    String(seconds),
  ]);
  return Number(stdout);
}

async function redisRates(redis: Redis, samples: Samples): Promise<void> {
  await waitForQuiet(QUIET_PATIENCE_MS);
  samples.redis_rate.push((await redis.set(64, values.quick ? 20_000 : 100_000)).per_second);
  samples.redis_p50_us.push((await redis.set(1, values.quick ? 1000 : 4000)).p50_us);
}

async function measure(folder: string): Promise<{ samples: Samples; others: readonly number[] }> {
  const program = compileLoad(folder);
  const requests = prepareRequests(folder, EPISODES_PER_MESSAGE);
  const samples = emptySamples();
  const daemon_args = ['--state-dir', `${folder}/state`, '--log-level', 'silent'];
  const server = await startServer(MAIN, [
    ...daemon_args,
    ...(values.tcp ? ['--listen', '127.0.0.1:0'] : []),
  ]);
  const redis = hasRedis() ? await startRedis(`${folder}/redis`) : undefined;
  const bench = new Bench(program, requests, server);
  for (let round = 1; round <= rounds; round += 1) {
    console.error(`round ${round} of ${rounds}`);
    await bench.throughput(samples);
    samples.inprocess_rate.push(await inprocessRate(`${folder}/inprocess-${round}`));
    if (redis !== undefined) await redisRates(redis, samples);
    await bench.sequential(samples);
    await bench.underLoad(samples);
  }
  await server.kill();
  await redis?.kill();
  console.error(`readiness with ${entries} entries`);
  await measureReadiness(
    { program, requests, folder: `${folder}/large`, entries, times: values.quick ? 1 : 3 },
    samples,
  );
  return { samples, others: bench.others };
}

function emptySamples(): Samples {
  return {
    echo_rate: [],
    post_rate: [],
    post_p99_us: [],
    ingest_rate: [],
    inprocess_rate: [],
    redis_rate: [],
    redis_p50_us: [],
    echo_p50_us: [],
    post_p50_us: [],
    get_p50_us: [],
    loaded_get_p50_us: [],
    loaded_get_p99_us: [],
    loaded_watch_p99_us: [],
    loaded_echo_p99_us: [],
    ready_ms: [],
    ready_rss_mb: [],
    busy_rss_mb: [],
  };
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
const folder = mkdtempSync(`${tmpdir()}/hf-bench-`);
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
mkdirSync(`${folder}/state`);
const { samples, others } = await measure(folder);
const outcome = figures(samples, entries);
const noise = summarize(others);
const [cpu] = cpus();
const machine = {
  cpu: cpu?.model ?? 'unknown',
  cores: cpus().length,
  node: process.version,
  rounds,
  others_cpus: noise,
};
if (values.json) console.log(JSON.stringify({ machine, figures: outcome }, null, 2));
else {
  console.log(table(outcome));
  console.log(`\n${machine.cores} cores (${machine.cpu}), Node ${machine.node}, ${rounds} rounds.`);
  console.log(
    `Others used ${noise.median.toFixed(2)} CPUs meanwhile (${noise.min.toFixed(2)} to ${noise.max.toFixed(2)}).`,
  );
}
// An open pipe of a killed child must not keep the process.
process.exit(0);
