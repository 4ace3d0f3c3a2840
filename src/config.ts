/**
 * Configuration: flags over environment over file over defaults, checked once at start. Every limit of the daemon as a whole
 * is named here with its unit; limits of single fields are in the protos and where they are checked.
 */
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { ACCESS_OPTIONS, type AccessConfig, readAccess, systemdCredential } from './config_access.js';
import { ANCHOR_OPTIONS, type AnchorConfig, anchorFile, readAnchors } from './config_anchors.js';
import { FIRST_FD, type ListenAddress, parseAddress } from './config_listen.js';
import { MIRROR_OPTIONS, type MirrorConfig, readMirror } from './config_mirror.js';
import {
  type EmbedderConfig,
  MODEL_OPTIONS,
  readEmbedder,
  readSummarizer,
  type SummarizerConfig,
} from './config_models.js';
import { OPERATIONS_OPTIONS, type OperationsConfig, readOperations } from './config_operations.js';
import { keyOf, type OptionRow, OptionSources, type Setting } from './config_sources.js';
import type { HoldfastError } from './errors.js';
import { LOG_LEVELS } from './log.js';
import { didYouMean } from './nearest.js';
import { FOLLOW_AFTER_MS } from './steady_clock.js';

export interface Config extends AnchorConfig, AccessConfig, OperationsConfig {
  /** Absolute path of the folder that holds everything. */
  readonly state_dir: string;
  readonly listen: readonly ListenAddress[];
  readonly log_level: string;
  /** How long a request_id is remembered. */
  readonly receipt_ttl_ms: number;
  /** Size at which writes are refused with DISK_FULL; 0 = as the disk allows. */
  readonly max_database_bytes: number;
  readonly wal_alarm_bytes: number;
  readonly max_queued: number;
  readonly max_queued_bytes: number;
  readonly max_batch: number;
  /** Threads for scans. */
  readonly reader_threads: number;
  readonly max_message_bytes: number;
  readonly max_watches: number;
  /** Open subscriptions to signals, streams of consumers included. */
  readonly max_subscriptions: number;
  /** Signals that may wait for one subscriber, in number and in bytes; beyond, it is cut. */
  readonly max_queued_signals: number;
  readonly max_queued_signal_bytes: number;
  /** A stream whose client reads nothing for this long is cut with a resume point. */
  readonly slow_consumer_ms: number;
  /** How often expired holds, leases, episodes and receipts are looked for. */
  readonly sweep_interval_ms: number;
  /** How long the wall clock must keep a time to which it jumped ahead before it is followed; 0 = not at all. */
  readonly clock_jump_ms: number;
  readonly embedder: EmbedderConfig;
  readonly summarizer: SummarizerConfig;
  /** Memory of the cache, keys and bookkeeping included. */
  readonly cache_bytes: number;
  /** Outside services: the table of the configuration file, or what the file of their own says; null = there are none. */
  readonly upstreams: UpstreamsSource | null;
  /** Absolute path of the file with the vault's master keys; empty = the vault is locked. */
  readonly master_key_file: string;
  /** Null = no Redis. */
  readonly mirror: MirrorConfig | null;
}

/** Where the upstreams stand: in a JSON file at an absolute path, or already read as a table of the configuration file. */
export interface UpstreamsSource {
  readonly path: string;
  readonly table?: Readonly<Record<string, unknown>>;
}

const MIB = 1024 * 1024;
/** An empty one takes more than half of the least; SQLite counts up to 2^32-2 pages (https://sqlite.org/limits.html). */
const DATABASE_BYTES = { min: 1_000_000, max: (2 ** 32 - 2) * 4096 };

/** Flags in the order of the help text: name, environment variable, default, description. */
const OPTIONS = [
  [
    'config',
    'HOLDFAST_CONFIG',
    '',
    'TOML file with any of these [~/.config/holdfast/holdfast.toml, if it is there]',
  ],
  ['state-dir', 'HOLDFAST_STATE_DIR', '', 'folder that holds everything [~/.local/state/holdfast]'],
  [
    'listen',
    'HOLDFAST_LISTEN',
    '',
    'unix:PATH[?mode=&group=&role=&agents=], HOST:PORT, fd:N or fd:NAME; comma-separated [what systemd hands over, or STATE_DIR/holdfast.sock]',
  ],
  ['log-level', 'HOLDFAST_LOG_LEVEL', 'info', 'trace, debug, info, warn, error or silent'],
  [
    'receipt-ttl-ms',
    'HOLDFAST_RECEIPT_TTL_MS',
    String(24 * 3600 * 1000),
    'how long a request_id is remembered',
  ],
  [
    'max-database-bytes',
    'HOLDFAST_MAX_DATABASE_BYTES',
    '0',
    'writes are refused beyond this size, 1000000 or more; 0 = no limit',
  ],
  ['wal-alarm-bytes', 'HOLDFAST_WAL_ALARM_BYTES', String(256 * MIB), 'WAL size that raises the alarm'],
  ['max-queued', 'HOLDFAST_MAX_QUEUED', '4096', 'writes that may wait'],
  ['max-queued-bytes', 'HOLDFAST_MAX_QUEUED_BYTES', String(64 * MIB), 'bytes of writes that may wait'],
  ['max-batch', 'HOLDFAST_MAX_BATCH', '256', 'commands in one commit'],
  ['reader-threads', 'HOLDFAST_READER_THREADS', '2', 'threads for scans'],
  ['max-message-bytes', 'HOLDFAST_MAX_MESSAGE_BYTES', String(4 * MIB), 'largest request'],
  ['max-watches', 'HOLDFAST_MAX_WATCHES', '1000', 'open watches'],
  ['max-subscriptions', 'HOLDFAST_MAX_SUBSCRIPTIONS', '1000', 'open subscriptions to signals'],
  ['max-queued-signals', 'HOLDFAST_MAX_QUEUED_SIGNALS', '4096', 'signals that may wait for one subscriber'],
  [
    'max-queued-signal-bytes',
    'HOLDFAST_MAX_QUEUED_SIGNAL_BYTES',
    String(8 * MIB),
    'bytes of signals that may wait for one subscriber',
  ],
  ['slow-consumer-ms', 'HOLDFAST_SLOW_CONSUMER_MS', '30000', 'patience with a stream that nobody reads'],
  ['sweep-interval-ms', 'HOLDFAST_SWEEP_INTERVAL_MS', '1000', 'how often expired things are looked for'],
  [
    'clock-jump-ms',
    'HOLDFAST_CLOCK_JUMP_MS',
    String(FOLLOW_AFTER_MS),
    'how long a wall clock that jumped ahead must stay there before it is followed',
  ],
  ['cache-bytes', 'HOLDFAST_CACHE_BYTES', String(64 * MIB), 'memory of the cache'],
  [
    'upstreams',
    'HOLDFAST_UPSTREAMS',
    '',
    'JSON file of outside services to read through the cache; or tables [upstreams.NAME] in the TOML file',
  ],
  [
    'master-key-file',
    'HOLDFAST_MASTER_KEY_FILE',
    '',
    'master keys of the vault [systemd credential holdfast-master-key, or none]',
  ],
  ...ACCESS_OPTIONS,
  ...ANCHOR_OPTIONS,
  ...MIRROR_OPTIONS,
  ...OPERATIONS_OPTIONS,
  ...MODEL_OPTIONS,
] as const;

type OptionName = (typeof OPTIONS)[number][0];

/** Options that may be tables of the configuration file. */
const TABLES: readonly OptionName[] = ['upstreams'];

/** What clients and the package itself read, some of which looks like options of ours. */
const NOT_OURS = ['ADDRESS', 'AGENT', 'TOKEN', 'TLS_CA', 'TLS_CERT', 'TLS_KEY', 'PYTHON', 'NO_INSTALL'];

/**
 * Variables that look like a mistaken option, each with what may be meant. They are for the log and no refusal: variables of any
 * name may hold the keys that the configuration names.
 */
export function mistakenVariables(env: NodeJS.ProcessEnv): string[] {
  const known = OPTIONS.map(([, variable]): string => variable);
  return Object.keys(env)
    .filter((name) => name.startsWith('HOLDFAST_') && !known.includes(name))
    .filter((name) => !NOT_OURS.includes(name.slice('HOLDFAST_'.length)))
    .map((name) => ({ name, hint: didYouMean(name, known) }))
    .flatMap(({ name, hint }) => (hint === '' ? [] : [`${name}${hint}`]));
}

/** The help text of the daemon's options. */
export function describeOptions(): string {
  return OPTIONS.map(([flag, variable, fallback, text]) => {
    const shown = fallback === '' ? '' : ` [${fallback}]`;
    return `  --${flag.padEnd(25)} ${text}${shown}\n${' '.repeat(30)}${variable}`;
  }).join('\n');
}

/** Markdown: every option with its key, unit and default. */
export function optionsTable(): string {
  const rows = (OPTIONS as readonly OptionRow[]).map(([flag, variable, fallback, text]) => {
    const shown = fallback === '' ? '' : `\`${fallback}\``;
    return `| \`${keyOf(flag)}\` | \`--${flag}\` | \`${variable}\` | ${unitOf(flag)} | ${shown} | ${text.replaceAll('|', '\\|')} |`;
  });
  const head = ['| key | flag | environment | unit | default | what it is |', '|---|---|---|---|---|---|'];
  return [...head, ...rows].join('\n');
}

const UNITS: Readonly<Record<string, string>> = { ms: 'milliseconds', bytes: 'bytes' };

/** Units stand last in names. */
function unitOf(flag: string): string {
  return UNITS[flag.split('-').at(-1) ?? ''] ?? '';
}

/** What every option is set to and by what; places that follow from others are told in full. @throws as readConfig. */
export function readSettings(args: readonly string[], env: NodeJS.ProcessEnv): Setting[] {
  const { state_dir, anchor_file, master_key_file } = readConfig(args, env);
  const sources = new OptionSources<OptionName>(OPTIONS, TABLES, args, env);
  const listen = sources.value('listen') || handedOver(env) || socketIn(state_dir);
  const found: Readonly<Record<string, string>> = { state_dir, listen, anchor_file, master_key_file };
  return sources.settings().map((setting) => ({ ...setting, value: found[setting.key] ?? setting.value }));
}

/** Where the daemon that is configured here keeps its state and anchors and listens first, for whoever looks after it. */
export function readWhereabouts(env: NodeJS.ProcessEnv): {
  state_dir: string;
  address: string;
  anchor_file: string;
} {
  const sources = new OptionSources<OptionName>(OPTIONS, TABLES, [], env);
  const state_dir = resolve(sources.value('state-dir') || defaultStateDir(env));
  // What stands behind the question mark is the daemon's business; a descriptor is no place to call.
  const places = sources.value('listen').split(',');
  const [address = ''] = places.filter((one) => !one.startsWith('fd:')).map((one) => one.split('?')[0]);
  const anchor_file = anchorFile(state_dir, sources.value('anchor-file'));
  return { state_dir, address: address || socketIn(state_dir), anchor_file };
}

/** Where a daemon listens unless told otherwise. */
export function socketIn(state_dir: string): string {
  return `unix:${join(state_dir, 'holdfast.sock')}`;
}

/** @throws HoldfastError INVALID_FIELD naming the option and where it was set. */
export function readConfig(args: readonly string[], env: NodeJS.ProcessEnv): Config {
  const sources = new OptionSources<OptionName>(OPTIONS, TABLES, args, env);
  const value = (name: OptionName): string => sources.value(name);
  const wrong = (name: OptionName, problem: string): HoldfastError => sources.wrong(name, problem);
  const count = (name: OptionName, min: number, max: number): number => {
    const number = Number(value(name));
    if (!/^\d{1,16}$/.test(value(name)) || !Number.isSafeInteger(number) || number < min || number > max) {
      throw wrong(name, `must be an integer from ${min} to ${max}, not "${value(name)}"`);
    }
    return number;
  };
  const state_dir = resolve(value('state-dir') || defaultStateDir(env));
  const max_message_bytes = count('max-message-bytes', 64 * 1024, 64 * MIB);
  const access = readAccess({ value, count, wrong }, max_message_bytes, env);
  const has_tls = access.tls_cert_file !== '';
  const listen = (value('listen') || handedOver(env) || socketIn(state_dir))
    .split(',')
    .map((one) => parseAddress(one, has_tls, (problem) => wrong('listen', problem)));
  return {
    state_dir,
    listen,
    log_level: checkLogLevel(value('log-level'), wrong),
    receipt_ttl_ms: count('receipt-ttl-ms', 1000, 365 * 24 * 3600 * 1000),
    max_database_bytes:
      value('max-database-bytes') === '0'
        ? 0
        : count('max-database-bytes', DATABASE_BYTES.min, DATABASE_BYTES.max),
    wal_alarm_bytes: count('wal-alarm-bytes', MIB, 2 ** 40),
    max_queued: count('max-queued', 1, 1_000_000),
    max_queued_bytes: count('max-queued-bytes', MIB, 2 ** 34),
    max_batch: count('max-batch', 1, 4096),
    reader_threads: count('reader-threads', 1, 64),
    max_message_bytes,
    max_watches: count('max-watches', 1, 100_000),
    max_subscriptions: count('max-subscriptions', 1, 100_000),
    max_queued_signals: count('max-queued-signals', 1, 1_000_000),
    max_queued_signal_bytes: count('max-queued-signal-bytes', 64 * 1024, 2 ** 32),
    slow_consumer_ms: count('slow-consumer-ms', 100, 3_600_000),
    sweep_interval_ms: count('sweep-interval-ms', 10, 3_600_000),
    clock_jump_ms: count('clock-jump-ms', 0, 3_600_000),
    ...access,
    ...readAnchors(state_dir, { value, count, wrong }),
    ...readOperations({ value, count, wrong }),
    embedder: readEmbedder({ value, count, wrong }),
    summarizer: readSummarizer({ value, count, wrong }),
    cache_bytes: count('cache-bytes', MIB, 2 ** 34),
    upstreams: sources.table('upstreams') ?? fileOf(value('upstreams')),
    master_key_file:
      value('master-key-file') === ''
        ? systemdCredential('holdfast-master-key', env)
        : resolve(value('master-key-file')),
    mirror: readMirror({ value, count, wrong }, env),
  };
}

/** Where state lives unless told otherwise (XDG Base Directory Specification). */
function defaultStateDir(env: NodeJS.ProcessEnv): string {
  return join(env.XDG_STATE_HOME || join(homedir(), '.local', 'state'), 'holdfast');
}

/** The sockets that systemd listens on for this process, unless told otherwise (sd_listen_fds(3)). */
function handedOver({ LISTEN_FDS, LISTEN_PID }: NodeJS.ProcessEnv): string {
  if (LISTEN_PID !== String(process.pid)) return '';
  const count = /^\d{1,2}$/.test(LISTEN_FDS ?? '') ? Number(LISTEN_FDS) : 0;
  return Array.from({ length: count }, (_, index) => `fd:${FIRST_FD + index}`).join(',');
}

function fileOf(given: string): UpstreamsSource | null {
  return given === '' ? null : { path: resolve(given) };
}

type Wrong = (name: OptionName, problem: string) => HoldfastError;

function checkLogLevel(level: string, wrong: Wrong): string {
  if (!LOG_LEVELS.some((one) => one === level)) {
    throw wrong('log-level', `"${level}" is not one of ${LOG_LEVELS.join(', ')}`);
  }
  return level;
}
