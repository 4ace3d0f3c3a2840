/**
 * scripts/bench trading: signals, trades, tokens, the cache and heartbeats, each beside its baseline in the same run on the
 * same machine. Rates are medians of rounds in which everything is measured in turn.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { compileLoad, type LoadOptions, runLoad } from './load.js';
import { waitForQuiet } from './noise.js';
import { readOptions } from './options.js';
import { startServer } from './processes.js';
import { hasRedis, type Redis, startRedis } from './redis.js';
import { atLeast, atMost, type Figure, single, summarize, table } from './report.js';
import type { Prepared } from './requests.js';
import { holdfastFanOut, redisFanOut } from './trading/fan_out.js';
import { type HeartbeatFigures, measureHeartbeats } from './trading/heartbeats.js';
import { prepareTrading, type TradingRequests } from './trading/requests.js';

const MAIN = new URL('../../src/main.js', import.meta.url);
const QUIET_PATIENCE_MS = 5000;
const SUBSCRIBERS = 100;
const SESSIONS = 1000;

const values = readOptions({
  quick: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  rounds: { type: 'string' },
});
const rounds = Number(values.rounds ?? (values.quick ? 1 : 3));
const seconds = values.quick ? 1 : 2.5;
const messages = values.quick ? 200 : 1000;

type Rates = Record<'echo' | 'trade' | 'tokens' | 'cache_get' | 'redis_get', number[]>;

async function measureRates(
  program: string,
  address: string,
  requests: TradingRequests,
  redis: Redis | undefined,
): Promise<Rates> {
  const rates: Rates = { echo: [], trade: [], tokens: [], cache_get: [], redis_get: [] };
  const load = async (prepared: Prepared): Promise<number> => {
    await waitForQuiet(QUIET_PATIENCE_MS);
    const options: LoadOptions = { address, ...prepared, seconds };
    const { failed, first_failure, per_second } = await runLoad(program, options);
    if (failed > 0) throw new Error(`${prepared.path}: ${failed} failed, ${first_failure}`);
    return per_second;
  };
  for (let round = 1; round <= rounds; round += 1) {
    console.error(`round ${round} of ${rounds}`);
    rates.echo.push(await load(requests.ping));
    rates.trade.push(await load(requests.trade));
    rates.tokens.push(await load(requests.tokens));
    rates.cache_get.push(await load(requests.cache_get));
    if (redis !== undefined)
      rates.redis_get.push((await redis.get(64, values.quick ? 50_000 : 200_000)).per_second);
  }
  return rates;
}

function rateFigures(rates: Rates): Figure[] {
  const against = (
    name: string,
    baseline: readonly number[],
    own: readonly number[],
    least?: number,
  ): Figure => {
    const value = summarize(own);
    const ratio = summarize(own.map((rate, round) => rate / (baseline[round] ?? Number.NaN)));
    return {
      figure: name,
      unit: '/s',
      value,
      baseline: { name: baseline === rates.redis_get ? 'Redis GET' : 'echo', value: summarize(baseline) },
      ratio,
      ...(least !== undefined && { target: { text: `ratio >= ${least}`, met: ratio.median >= least } }),
    };
  };
  return [
    { figure: 'echo, 64 in flight', unit: '/s', value: summarize(rates.echo) },
    against('RecordTrade with three guards, 64 in flight', rates.echo, rates.trade, 0.25),
    against('AcquireTokens, 64 in flight', rates.echo, rates.tokens, 0.8),
    against('CacheGet, hits, 64 in flight', rates.echo, rates.cache_get, 0.8),
    ...(rates.redis_get.length > 0
      ? [against('CacheGet, hits, 64 in flight', rates.redis_get, rates.cache_get)]
      : []),
  ];
}

async function fanOutFigures(address: string, redis: Redis | undefined): Promise<Figure[]> {
  await waitForQuiet(QUIET_PATIENCE_MS);
  const ephemeral = await holdfastFanOut(address, SUBSCRIBERS, messages, false);
  const durable = await holdfastFanOut(address, SUBSCRIBERS, messages, true);
  const pubsub = redis === undefined ? undefined : await redisFanOut(redis.socket, SUBSCRIBERS, messages);
  const beside = (of: 'p50_ms' | 'p99_ms') =>
    pubsub === undefined ? undefined : { name: 'Redis pub/sub', value: pubsub[of] };
  const name = `from publish to the last of ${SUBSCRIBERS} subscribers`;
  return [
    single(`${name}, p50`, 'ms', ephemeral.p50_ms, undefined, beside('p50_ms')),
    single(`${name}, p99`, 'ms', ephemeral.p99_ms, atMost(25, ephemeral.p99_ms, 'ms'), beside('p99_ms')),
    single(`${name}, durable, p50`, 'ms', durable.p50_ms, undefined, beside('p50_ms')),
    single(`${name}, durable, p99`, 'ms', durable.p99_ms, atMost(25, durable.p99_ms, 'ms'), beside('p99_ms')),
  ];
}

function heartbeatFigures(heartbeats: HeartbeatFigures): Figure[] {
  const { percent_of_core, percent_of_core_idle, percent_of_core_bare, per_second } = heartbeats;
  const name = `${SESSIONS.toLocaleString('en')} open sessions`;
  const bare = { name: 'bare grpc-js', value: percent_of_core_bare };
  return [
    single(`${name}, silent`, '% of a core', percent_of_core_idle),
    single(
      `${name}, a heartbeat every 5 s`,
      '% of a core',
      percent_of_core,
      atMost(5, percent_of_core, '%'),
      bare,
    ),
    single('heartbeats sent', '/s', per_second, atLeast(190, per_second, '/s')),
  ];
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
const folder = mkdtempSync(`${tmpdir()}/hf-bench-`);
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
mkdirSync(`${folder}/state`);
const program = compileLoad(folder);
const server = await startServer(MAIN, ['--state-dir', `${folder}/state`, '--log-level', 'silent']);
const redis = hasRedis() ? await startRedis(`${folder}/redis`) : undefined;
const { address } = server;
const requests = await prepareTrading(address, folder);
const figures = rateFigures(await measureRates(program, address, requests, redis));
console.error('signals');
figures.push(...(await fanOutFigures(address, redis)));
console.error('heartbeats');
const heartbeats = await measureHeartbeats(address, server.process.pid ?? 0, SESSIONS, values.quick ? 5 : 15);
figures.push(...heartbeatFigures(heartbeats));
await server.kill();
await redis?.kill();
const [cpu] = cpus();
const machine = { cpu: cpu?.model ?? 'unknown', cores: cpus().length, node: process.version, rounds };
if (values.json) console.log(JSON.stringify({ machine, figures }, null, 2));
else {
  console.log(table(figures));
  console.log(`\n${machine.cpu}, ${machine.cores} cores, Node ${machine.node}, ${rounds} rounds`);
}
process.exit(0);
