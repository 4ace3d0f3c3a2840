/** The figures of scripts/bench core: what each is compared with and what it should reach on a machine with 2 cores. */
import { type Figure, type Summary, summarize } from './report.js';

/** One value per round (readiness: per kill). Names end in their unit; rates are per second. */
export type Samples = Record<
  | 'echo_rate'
  | 'post_rate'
  | 'post_p99_us'
  | 'ingest_rate'
  | 'inprocess_rate'
  | 'redis_rate'
  | 'redis_p50_us'
  | 'echo_p50_us'
  | 'post_p50_us'
  | 'get_p50_us'
  | 'loaded_get_p50_us'
  | 'loaded_get_p99_us'
  | 'loaded_watch_p99_us'
  | 'loaded_echo_p99_us'
  | 'ready_ms'
  | 'ready_rss_mb'
  | 'busy_rss_mb',
  number[]
>;

interface Against {
  readonly name: string;
  readonly samples: readonly number[];
}

function figure(
  name: string,
  unit: string,
  samples: readonly number[],
  against?: Against,
  target?: readonly [text: string, met: (value: Summary, ratio: Summary) => boolean],
): Figure {
  const value = summarize(samples);
  const ratio = summarize(samples.map((sample, round) => sample / (against?.samples[round] ?? Number.NaN)));
  return {
    figure: name,
    unit,
    value,
    ...(against !== undefined && {
      baseline: { name: against.name, value: summarize(against.samples) },
      ratio,
    }),
    ...(target !== undefined && { target: { text: target[0], met: target[1](value, ratio) } }),
  };
}

const ms = (samples_us: readonly number[]) => samples_us.map((sample) => sample / 1000);

export function figures(samples: Samples, entries: number): Figure[] {
  const echo = { name: 'echo', samples: samples.echo_rate };
  const inprocess = { name: 'in process', samples: samples.inprocess_rate };
  const echo_p50 = { name: 'echo', samples: ms(samples.echo_p50_us) };
  const echo_p99 = { name: 'echo', samples: ms(samples.loaded_echo_p99_us) };
  const redis = samples.redis_rate.length > 0;
  const post = 'PostTransaction';
  return [
    figure('echo, 64 in flight', '/s', samples.echo_rate),
    figure(`${post}, 64 in flight`, '/s', samples.post_rate, echo, [
      'ratio >= 0.5 (aim 0.75)',
      (_, ratio) => ratio.median >= 0.5,
    ]),
    figure(`${post}, 64 in flight`, '/s', samples.post_rate, inprocess, [
      'ratio >= 2',
      (_, ratio) => ratio.median >= 2,
    ]),
    ...(redis
      ? [
          figure(`${post}, 64 in flight`, '/s', samples.post_rate, {
            name: 'Redis SET',
            samples: samples.redis_rate,
          }),
        ]
      : []),
    figure(`${post}, 64 in flight, p99`, 'ms', ms(samples.post_p99_us)),
    figure(`${post}, one client, p50`, 'ms', ms(samples.post_p50_us), echo_p50, [
      '<= 1.5 ms',
      ({ median }) => median <= 1.5,
    ]),
    ...(redis
      ? [
          figure(`${post}, one client, p50`, 'ms', ms(samples.post_p50_us), {
            name: 'Redis SET',
            samples: ms(samples.redis_p50_us),
          }),
        ]
      : []),
    figure('GetState, one client, p50', 'ms', ms(samples.get_p50_us), echo_p50, [
      '<= 0.7 ms',
      ({ median }) => median <= 0.7,
    ]),
    figure('GetState under full write load, p50', 'ms', ms(samples.loaded_get_p50_us)),
    figure('GetState under full write load, p99', 'ms', ms(samples.loaded_get_p99_us), echo_p99, [
      '<= 10 ms',
      ({ median }) => median <= 10,
    ]),
    figure(
      'watch delivery after the acknowledgement, under full write load, p99',
      'ms',
      ms(samples.loaded_watch_p99_us),
    ),
    figure('IngestEpisodes, acknowledged episodes', '/s', samples.ingest_rate, echo, [
      '>= 25,000/s',
      ({ median }) => median >= 25_000,
    ]),
    figure(
      `ready after kill -9, ${entries.toLocaleString('en')} entries`,
      'ms',
      samples.ready_ms,
      undefined,
      ['<= 1,000 ms', ({ max }) => max <= 1000],
    ),
    figure('RSS when ready', 'MB', samples.ready_rss_mb, undefined, ['< 300 MB', ({ max }) => max < 300]),
    figure('RSS after 2 s of full write load', 'MB', samples.busy_rss_mb),
  ];
}
