/** The options of the Redis mirror. It is off unless one of three says where Redis is: standalone, Sentinel or Cluster. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { HoldfastError } from './errors.js';

export interface RedisNode {
  readonly host: string;
  readonly port: number;
}

export type RedisPlace =
  | { readonly kind: 'standalone'; readonly node: RedisNode; readonly db: number }
  | { readonly kind: 'socket'; readonly path: string; readonly db: number }
  | { readonly kind: 'sentinel'; readonly sentinels: readonly RedisNode[]; readonly name: string }
  | { readonly kind: 'cluster'; readonly nodes: readonly RedisNode[] };

export interface MirrorConfig {
  readonly place: RedisPlace;
  readonly tls: boolean;
  /** Empty = the default user. */
  readonly username: string;
  /** Absolute path of a file of one line; empty = no password. Read at every connection, so that it can be changed. */
  readonly password_file: string;
  /** Absolute path of the PEM of those who may sign the certificate of a `rediss://`; empty = whom Node trusts. */
  readonly ca_file: string;
  /** Life of every key; what lives on is written anew after a third of it. */
  readonly ttl_ms: number;
  /** How long Redis may take to answer before the connection is given up. */
  readonly timeout_ms: number;
  /** A durable signal older than this is not published to Redis any more: acting on it late may be worse than missing it. */
  readonly signal_max_age_ms: number;
}

/** As the rows of config.ts: flag, environment variable, default, description. */
export const MIRROR_OPTIONS = [
  [
    'redis-url',
    'HOLDFAST_REDIS_URL',
    '',
    'mirror to redis://[USER@]HOST[:PORT][/DB], rediss:// or unix:PATH',
  ],
  ['redis-sentinels', 'HOLDFAST_REDIS_SENTINELS', '', 'mirror to what these sentinels watch: HOST:PORT,...'],
  ['redis-sentinel-name', 'HOLDFAST_REDIS_SENTINEL_NAME', 'mymaster', 'the name it has there'],
  ['redis-cluster', 'HOLDFAST_REDIS_CLUSTER', '', 'mirror to a Redis Cluster known by these: HOST:PORT,...'],
  [
    'redis-password-file',
    'HOLDFAST_REDIS_PASSWORD_FILE',
    '',
    'its password [systemd credential holdfast-redis-password, or none]',
  ],
  [
    'redis-ca-file',
    'HOLDFAST_REDIS_CA_FILE',
    '',
    'PEM of who signs the certificate of a rediss:// [whom Node trusts]',
  ],
  [
    'redis-ttl-ms',
    'HOLDFAST_REDIS_TTL_MS',
    '3600000',
    'life of the keys; what lives is refreshed every third',
  ],
  ['redis-timeout-ms', 'HOLDFAST_REDIS_TIMEOUT_MS', '1000', 'patience with Redis, also of shared buckets'],
  [
    'redis-signal-max-age-ms',
    'HOLDFAST_REDIS_SIGNAL_MAX_AGE_MS',
    '30000',
    'durable signals older than this are not published late',
  ],
] as const;

type MirrorOptionName = (typeof MIRROR_OPTIONS)[number][0];

export interface MirrorOptionReader {
  readonly value: (name: MirrorOptionName) => string;
  readonly count: (name: MirrorOptionName, min: number, max: number) => number;
  readonly wrong: (name: MirrorOptionName, problem: string) => HoldfastError;
}

const REDIS_PORT = 6379;

/** Null = there is no mirror. @throws HoldfastError INVALID_FIELD naming the option. */
export function readMirror(reader: MirrorOptionReader, env: NodeJS.ProcessEnv): MirrorConfig | null {
  const { value, count, wrong } = reader;
  const given = (['redis-url', 'redis-sentinels', 'redis-cluster'] as const).filter(
    (name) => value(name) !== '',
  );
  const [name, another] = given;
  // Checked whether or not there is a mirror, so that a mistake is found before it matters.
  const rest = {
    password_file: passwordFile(value('redis-password-file'), env),
    ca_file: value('redis-ca-file') === '' ? '' : resolve(value('redis-ca-file')),
    ttl_ms: count('redis-ttl-ms', 3000, 31 * 24 * 3_600_000),
    timeout_ms: count('redis-timeout-ms', 10, 60_000),
    signal_max_age_ms: count('redis-signal-max-age-ms', 0, 24 * 3_600_000),
  };
  if (name === undefined) return null;
  if (another !== undefined) throw wrong(another, `only one of ${given.join(' and ')} may be given`);
  const config = {
    ...rest,
    ...(name === 'redis-url' ? readUrl(value(name), wrong) : readNodes(name, value, wrong)),
  };
  if (config.ca_file !== '' && !config.tls)
    throw wrong('redis-ca-file', 'belongs to a --redis-url of rediss://');
  return config;
}

/** Where Redis is, for people: no user, no password. */
export function describePlace({ place, tls }: Pick<MirrorConfig, 'place' | 'tls'>): string {
  const text = ({ host, port }: RedisNode): string => `${host.includes(':') ? `[${host}]` : host}:${port}`;
  switch (place.kind) {
    case 'standalone':
      return `${tls ? 'rediss' : 'redis'}://${text(place.node)}/${place.db}`;
    case 'socket':
      return `unix:${place.path}`;
    case 'sentinel':
      return `sentinel ${place.name} at ${place.sentinels.map(text).join(',')}`;
    case 'cluster':
      return `cluster at ${place.nodes.map(text).join(',')}`;
  }
}

/** The messages never hold the URL: it may hold what it must not. */
function readUrl(
  text: string,
  wrong: MirrorOptionReader['wrong'],
): Pick<MirrorConfig, 'place' | 'tls' | 'username'> {
  if (text.startsWith('unix:/'))
    return { place: { kind: 'socket', path: text.slice('unix:'.length), db: 0 }, tls: false, username: '' };
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^rediss?:$/.test(url.protocol) || url.hostname === '')
    throw wrong('redis-url', 'must be redis://HOST:PORT, rediss://HOST:PORT or unix:PATH');
  if (url.password !== '') throw wrong('redis-url', 'a password belongs into --redis-password-file');
  const db = /^\/?(\d{0,4})$/.exec(url.pathname)?.[1];
  if (db === undefined || url.search !== '' || url.hash !== '')
    throw wrong('redis-url', 'after the port only the number of a database may follow');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const node = { host, port: url.port === '' ? REDIS_PORT : Number(url.port) };
  return {
    place: { kind: 'standalone', node, db: Number(db) },
    tls: url.protocol === 'rediss:',
    username: decodeURIComponent(url.username),
  };
}

function readNodes(
  name: 'redis-sentinels' | 'redis-cluster',
  value: MirrorOptionReader['value'],
  wrong: MirrorOptionReader['wrong'],
): Pick<MirrorConfig, 'place' | 'tls' | 'username'> {
  const nodes = value(name)
    .split(',')
    .map((text) => readNode(name, text, wrong));
  const place: RedisPlace =
    name === 'redis-cluster'
      ? { kind: 'cluster', nodes }
      : { kind: 'sentinel', sentinels: nodes, name: value('redis-sentinel-name') };
  return { place, tls: false, username: '' };
}

function readNode(name: MirrorOptionName, text: string, wrong: MirrorOptionReader['wrong']): RedisNode {
  const [, bracketed, plain, port] =
    /^(?:\[([0-9a-fA-F:]+)\]|([^:@/\s]+)):(\d{1,5})$/.exec(text.trim()) ?? [];
  const host = bracketed ?? plain;
  if (host === undefined || Number(port) < 1 || Number(port) > 65_535)
    throw wrong(name, 'must be a comma-separated list of HOST:PORT');
  return { host, port: Number(port) };
}

/** Where systemd puts what LoadCredential= names (systemd.exec(5)). */
function passwordFile(given: string, env: NodeJS.ProcessEnv): string {
  if (given !== '') return resolve(given);
  const folder = env.CREDENTIALS_DIRECTORY ?? '';
  const path = join(folder, 'holdfast-redis-password');
  return folder !== '' && existsSync(path) ? path : '';
}
