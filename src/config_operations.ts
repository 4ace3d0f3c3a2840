/** The options of running it: metrics, traces and scheduled backups. */
import { isIPv4 } from 'node:net';
import { isAbsolute } from 'node:path';
import type { HoldfastError } from './errors.js';

export interface OperationsConfig {
  /** The collector of traces, without /v1/traces; empty = none are made. */
  readonly otlp_endpoint: string;
  /** Where metrics are answered: `unix:PATH` or `HOST:PORT` on loopback; empty = nowhere. */
  readonly metrics_listen: string;
  /** How often a backup is made; 0 = only when asked for. */
  readonly backup_interval_ms: number;
  /** Scheduled backups that are kept. */
  readonly backup_keep: number;
  /** Scheduled backups older than this are removed, all but the newest; 0 = at any age. */
  readonly backup_max_age_ms: number;
}

const DAY_MS = 24 * 3_600_000;
/** Most that --backup-interval-ms may be: a year. */
const MAX_INTERVAL_MS = 365 * DAY_MS;

/** As the rows of config.ts: flag, environment variable, default, description. */
export const OPERATIONS_OPTIONS = [
  [
    'metrics-listen',
    'HOLDFAST_METRICS_LISTEN',
    '',
    'unix:PATH or HOST:PORT on loopback that answers GET /metrics (Prometheus) [nowhere]',
  ],
  [
    'otlp-endpoint',
    'HOLDFAST_OTLP_ENDPOINT',
    '',
    'OpenTelemetry collector that spans are sent to, such as http://127.0.0.1:4318; needs optional packages [none]',
  ],
  [
    'backup-interval-ms',
    'HOLDFAST_BACKUP_INTERVAL_MS',
    '0',
    'how often a verified backup is made into STATE_DIR/backups; 0 = only when asked for',
  ],
  ['backup-keep', 'HOLDFAST_BACKUP_KEEP', '7', 'scheduled backups that are kept'],
  [
    'backup-max-age-ms',
    'HOLDFAST_BACKUP_MAX_AGE_MS',
    '0',
    'scheduled backups older than this are removed, all but the newest; 0 = at any age',
  ],
] as const;

type OperationsOptionName = (typeof OPERATIONS_OPTIONS)[number][0];

export interface OperationsOptionReader {
  readonly value: (name: OperationsOptionName) => string;
  readonly count: (name: OperationsOptionName, min: number, max: number) => number;
  readonly wrong: (name: OperationsOptionName, problem: string) => HoldfastError;
}

/** @throws HoldfastError INVALID_FIELD naming the option. */
export function readOperations({ value, count, wrong }: OperationsOptionReader): OperationsConfig {
  const backup_interval_ms = count('backup-interval-ms', 0, MAX_INTERVAL_MS);
  if (backup_interval_ms > 0 && backup_interval_ms < 1000)
    throw wrong('backup-interval-ms', 'must be 0 or at least 1000');
  return {
    metrics_listen: metricsAddress(value('metrics-listen'), wrong),
    otlp_endpoint: collector(value('otlp-endpoint'), wrong),
    backup_interval_ms,
    backup_keep: count('backup-keep', 1, 10_000),
    backup_max_age_ms: count('backup-max-age-ms', 0, 10 * MAX_INTERVAL_MS),
  };
}

/** A URL without a name and password, which would end up in logs. */
function collector(given: string, wrong: OperationsOptionReader['wrong']): string {
  if (given === '') return given;
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (
    url === undefined ||
    !['http:', 'https:'].includes(url.protocol) ||
    url.username !== '' ||
    url.search !== ''
  )
    throw wrong('otlp-endpoint', `must be a plain http or https URL such as http://127.0.0.1:4318`);
  return given;
}

/** Loopback or a Unix socket, whatever the daemon itself listens on: there is no password on metrics. */
function metricsAddress(address: string, wrong: OperationsOptionReader['wrong']): string {
  if (address === '') return address;
  if (address.startsWith('unix:')) {
    const path = address.slice('unix:'.length);
    // sun_path holds 108 bytes with its terminating NUL (unix(7)).
    if (!isAbsolute(path) || Buffer.byteLength(path) > 107)
      throw wrong(
        'metrics-listen',
        `the path of unix:PATH must be absolute and of at most 107 bytes: ${path}`,
      );
    return address;
  }
  const [, host = '', port] = /^(.+):(\d{1,5})$/.exec(address) ?? [];
  const is_loopback = host === 'localhost' || host === '[::1]' || (isIPv4(host) && host.startsWith('127.'));
  if (!is_loopback || Number(port) > 65_535)
    throw wrong('metrics-listen', `must be unix:PATH or a loopback HOST:PORT, not "${address}"`);
  return address;
}
