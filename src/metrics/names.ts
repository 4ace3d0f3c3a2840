/**
 * Every metric: the one table that /metrics, systemd/METRICS.md, the dashboard and the alerts go by. Units are seconds and bytes,
 * as https://prometheus.io/docs/practices/naming/ asks. No label ever holds an agent's id or anything else that a client chose.
 */

export interface MetricRow {
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly help: string;
  /** Names of labels; each has few values, all of them the daemon's own. */
  readonly labels?: readonly string[];
  /** Upper bounds of a histogram's buckets, rising; +Inf is added. */
  readonly buckets?: readonly number[];
}

/** From a tenth of a millisecond, which a ping takes, to ten seconds. */
const LATENCY_S = [
  0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
] as const;
const COMMANDS = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096] as const;

const TABLE = {
  holdfast_build_info: {
    type: 'gauge',
    help: 'Always 1; the labels say what runs.',
    labels: ['version', 'node', 'sqlite', 'schema'],
  },
  holdfast_start_time_seconds: { type: 'gauge', help: 'When the daemon started, Unix time.' },
  holdfast_revision: { type: 'gauge', help: 'Newest committed revision.' },
  holdfast_rpc_duration_seconds: {
    type: 'histogram',
    help: 'From the arrival of a call to its answer, by method and gRPC code; a stream counts once, when it ends, and IngestEpisodes for each message.',
    labels: ['method', 'code'],
    buckets: LATENCY_S,
  },
  holdfast_queue_depth: { type: 'gauge', help: 'Writes that wait for the writer.' },
  holdfast_queue_limit: { type: 'gauge', help: 'Writes that may wait; beyond, QUEUE_FULL is answered.' },
  holdfast_queue_bytes: { type: 'gauge', help: 'Bytes of the arguments of writes that wait.' },
  holdfast_queue_limit_bytes: { type: 'gauge', help: 'Bytes of arguments that may wait.' },
  holdfast_commit_commands: {
    type: 'histogram',
    help: 'Commands in one commit; commits that changed nothing are left out, here and below.',
    buckets: COMMANDS,
  },
  holdfast_commit_duration_seconds: {
    type: 'histogram',
    help: 'A batch in the writer thread, from its first command to the return of COMMIT.',
    buckets: LATENCY_S,
  },
  holdfast_sync_duration_seconds: {
    type: 'histogram',
    help: 'COMMIT alone, measured in the writer thread: writing the pages to the WAL and the fsync after it.',
    buckets: LATENCY_S,
  },
  holdfast_disk_full: {
    type: 'gauge',
    help: '1 while writes are refused because the disk or the quota is full.',
  },
  holdfast_database_size_bytes: { type: 'gauge', help: 'Size of the database file, without its WAL.' },
  holdfast_wal_size_bytes: { type: 'gauge', help: 'Size of the write-ahead log.' },
  holdfast_wal_alarm_bytes: { type: 'gauge', help: 'Size of the write-ahead log that raises the alarm.' },
  holdfast_disk_free_bytes: {
    type: 'gauge',
    help: 'What the daemon may still use of the disk of its state folder.',
  },
  holdfast_sessions: { type: 'gauge', help: 'Sessions that have not ended, by state.', labels: ['state'] },
  holdfast_guard_denials_total: {
    type: 'counter',
    help: 'Verdicts of guards that failed since the start, by mode: ENFORCE denied an action, WARN and SHADOW let it pass.',
    labels: ['mode'],
  },
  holdfast_subscribers: { type: 'gauge', help: 'Open subscriptions to signals.' },
  holdfast_watches: { type: 'gauge', help: 'Open watches of the journal.' },
  holdfast_denied_calls_total: {
    type: 'counter',
    help: 'Calls since the start that no valid token, or none with the right, came with.',
  },
  holdfast_connections: { type: 'gauge', help: 'Open connections of clients, on all listeners.' },
  holdfast_connections_cut_total: {
    type: 'counter',
    help: 'Connections since the start that were ended because they were too many or did not behave.',
  },
  holdfast_messages_refused_total: {
    type: 'counter',
    help: 'Calls since the start that were ended because their message was too large, had no room, or did not arrive in time.',
  },
  holdfast_mirror_connected: {
    type: 'gauge',
    help: '1 while Redis answers and its signals are heard, else 0; without a mirror this and what follows of it has no value.',
  },
  holdfast_mirror_lag_revisions: { type: 'gauge', help: 'Revisions that are not in Redis yet.' },
  holdfast_mirror_lag_seconds: {
    type: 'gauge',
    help: 'Since the first revision that is not in Redis yet was committed; 0 while all are.',
  },
  holdfast_mirror_messages_total: {
    type: 'counter',
    help: 'Signals since the start that went to Redis (out) or came from there (in).',
    labels: ['direction'],
  },
  holdfast_mirror_messages_dropped_total: {
    type: 'counter',
    help: 'Signals since the start that did not: Redis was away or slow, or the message was refused.',
    labels: ['direction'],
  },
  holdfast_mirror_errors_total: {
    type: 'counter',
    help: 'What failed with Redis since the start, by kind; a kind is there once it happened.',
    labels: ['kind'],
  },
  holdfast_embed_backlog: {
    type: 'gauge',
    help: 'Vectors that memories wait for, of all generations in use.',
  },
  holdfast_anchor_age_seconds: {
    type: 'gauge',
    help: 'Since the anchor file was last seen to cover the newest revision.',
  },
  holdfast_backup_age_seconds: {
    type: 'gauge',
    help: 'Since the newest backup in the state folder was made; +Inf while there is none.',
  },
  holdfast_backup_size_bytes: { type: 'gauge', help: 'Size of the newest backup; 0 while there is none.' },
  holdfast_backup_interval_seconds: {
    type: 'gauge',
    help: 'How often a backup is made by itself; 0 = never.',
  },
  holdfast_backups_total: {
    type: 'counter',
    help: 'Backups since the start, asked for or by schedule, by result.',
    labels: ['result'],
  },
  holdfast_process_resident_memory_bytes: { type: 'gauge', help: 'Memory of the process, all threads.' },
  holdfast_process_heap_bytes: { type: 'gauge', help: 'JavaScript heap in use by the main thread.' },
  holdfast_process_cpu_seconds_total: {
    type: 'counter',
    help: 'Processor time of the process, all threads, by mode.',
    labels: ['mode'],
  },
  holdfast_event_loop_delay_seconds: {
    type: 'gauge',
    help: 'How late the main thread came to what was due, beyond 10 ms of resolution, since the last scrape.',
    labels: ['quantile'],
  },
} as const satisfies Readonly<Record<string, MetricRow>>;

export type MetricName = keyof typeof TABLE;

export const METRICS: Readonly<Record<MetricName, MetricRow>> = TABLE;

/** Markdown: every metric with its type, labels and meaning. */
export function metricsTable(): string {
  const rows = Object.entries<MetricRow>(METRICS).map(
    ([name, { type, labels = [], help }]) =>
      `| \`${name}\` | ${type} | ${labels.map((label) => `\`${label}\``).join(', ')} | ${help} |`,
  );
  return ['| name | type | labels | what it says |', '|---|---|---|---|', ...rows].join('\n');
}
