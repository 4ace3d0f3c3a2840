/** What the metrics are read from, part by part. Nothing here runs unless metrics are asked for. */
import { statfsSync, statSync } from 'node:fs';
import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import type { Access } from './background/access.js';
import type { Anchors } from './background/anchors.js';
import type { Backups } from './background/backups.js';
import type { Config } from './config.js';
import type { Metrics, Sample } from './metrics/metrics.js';
import type { Mirror } from './mirror/mirror.js';
import type { Feed } from './outbox/feed.js';
import { packageVersion } from './paths.js';
import type { Reads } from './reader/reads.js';
import type { Connections } from './rpc/connections.js';
import type { RpcStats } from './rpc/stats.js';
import { steadyClock } from './steady_clock.js';
import { walSizeBytes } from './store/checkpoint.js';
import { stateFiles } from './store/files.js';
import type { Writer } from './writer/writer.js';

export interface MeasuredParts {
  readonly config: Config;
  readonly writer: Writer;
  readonly reads: Reads;
  readonly feed: Feed;
  readonly anchors: Anchors;
  readonly backups: Backups;
  readonly stats: RpcStats;
  readonly access: Access;
  readonly connections: Connections;
  /** null = none is asked for. */
  readonly mirror: Mirror | null;
  readonly started_at_ms: number;
}

/** Below 10 ms nothing is seen; the timer behind it wakes the thread as often. */
const LOOP_RESOLUTION_MS = 10;

/** @returns what ends it. */
export function measure(metrics: Metrics, parts: MeasuredParts): () => void {
  measureWrites(metrics, parts);
  measureFiles(metrics, parts);
  if (parts.mirror !== null) measureMirror(metrics, parts.mirror);
  const { reads, feed, anchors, stats, access, connections, started_at_ms } = parts;
  const { sqlite_version, schema_version } = parts.writer.info;
  metrics.read('holdfast_build_info', () => [
    { labels: [packageVersion, process.version, sqlite_version, String(schema_version)], value: 1 },
  ]);
  metrics.read('holdfast_start_time_seconds', () => started_at_ms / 1000);
  metrics.read('holdfast_revision', () => feed.revision);
  stats.onCall((call, took_ms, code) =>
    metrics.observe('holdfast_rpc_duration_seconds', took_ms / 1000, call.getPath().slice(1), code),
  );
  metrics.read('holdfast_sessions', () =>
    reads.single(({ sessions }) => sessions.countOpen()).map(({ state, count }) => sample(count, state)),
  );
  metrics.read('holdfast_subscribers', () => stats.subscriptions);
  metrics.read('holdfast_watches', () => stats.watches);
  metrics.read('holdfast_denied_calls_total', () => access.denials.total);
  metrics.read('holdfast_connections', () => connections.open);
  metrics.read('holdfast_connections_cut_total', () => connections.cut);
  metrics.read('holdfast_messages_refused_total', () => connections.bodies.refused);
  metrics.read('holdfast_embed_backlog', () =>
    reads
      .single(({ semantic }) => semantic.generations())
      .reduce((sum, { status, missing }) => sum + (status === 'retired' ? 0 : missing), 0),
  );
  metrics.read('holdfast_anchor_age_seconds', () => anchors.age_ms / 1000);
  return measureProcess(metrics);
}

function measureWrites(metrics: Metrics, { writer, config }: MeasuredParts): void {
  writer.stats.onCommit = (commands, { commit_us, sync_us }) => {
    metrics.observe('holdfast_commit_commands', commands);
    metrics.observe('holdfast_commit_duration_seconds', commit_us / 1e6);
    metrics.observe('holdfast_sync_duration_seconds', sync_us / 1e6);
  };
  metrics.read('holdfast_queue_depth', () => writer.queue_depth);
  metrics.read('holdfast_queue_limit', () => config.max_queued);
  metrics.read('holdfast_queue_bytes', () => writer.queue_bytes);
  metrics.read('holdfast_queue_limit_bytes', () => config.max_queued_bytes);
  metrics.read('holdfast_disk_full', () => Number(writer.stats.disk_full));
  metrics.read('holdfast_guard_denials_total', () =>
    Object.entries(writer.stats.failed_verdicts).map(([mode, count]) => sample(count, mode)),
  );
}

function measureFiles(metrics: Metrics, { config, backups }: MeasuredParts): void {
  const { database } = stateFiles(config.state_dir);
  metrics.read('holdfast_database_size_bytes', () => statSync(database).size);
  metrics.read('holdfast_wal_size_bytes', () => walSizeBytes(database));
  metrics.read('holdfast_wal_alarm_bytes', () => config.wal_alarm_bytes);
  metrics.read('holdfast_disk_free_bytes', () => {
    const { bavail, bsize } = statfsSync(config.state_dir);
    return bavail * bsize;
  });
  metrics.read('holdfast_backup_age_seconds', () => {
    const newest = backups.newest();
    if (newest === undefined) return Number.POSITIVE_INFINITY;
    return Math.max(0, steadyClock.now_us() / 1e6 - newest.made_ms / 1000);
  });
  metrics.read('holdfast_backup_size_bytes', () => backups.newest()?.size_bytes ?? 0);
  metrics.read('holdfast_backup_interval_seconds', () => config.backup_interval_ms / 1000);
  metrics.read('holdfast_backups_total', () => [
    sample(backups.made, 'verified'),
    sample(backups.failed, 'failed'),
  ]);
}

function measureMirror(metrics: Metrics, mirror: Mirror): void {
  metrics.read('holdfast_mirror_connected', () => Number(mirror.status().is_connected));
  metrics.read('holdfast_mirror_lag_revisions', () => {
    const { head_revision, mirrored_revision } = mirror.status();
    return Math.max(0, head_revision - mirrored_revision);
  });
  metrics.read('holdfast_mirror_lag_seconds', () => mirror.status().lag_us / 1e6);
  metrics.read('holdfast_mirror_messages_total', () => {
    const { messages_in, messages_out } = mirror.status();
    return [sample(messages_in, 'in'), sample(messages_out, 'out')];
  });
  metrics.read('holdfast_mirror_messages_dropped_total', () => {
    const { messages_in_dropped, messages_out_dropped } = mirror.status();
    return [sample(messages_in_dropped, 'in'), sample(messages_out_dropped, 'out')];
  });
  metrics.read('holdfast_mirror_errors_total', () =>
    [...mirror.status().errors].map(([kind, count]) => sample(count, kind)),
  );
}

function measureProcess(metrics: Metrics): () => void {
  metrics.read('holdfast_process_resident_memory_bytes', () => process.memoryUsage.rss());
  metrics.read('holdfast_process_heap_bytes', () => process.memoryUsage().heapUsed);
  metrics.read('holdfast_process_cpu_seconds_total', () => {
    const { user, system } = process.cpuUsage();
    return [sample(user / 1e6, 'user'), sample(system / 1e6, 'system')];
  });
  const delay = monitorEventLoopDelay({ resolution: LOOP_RESOLUTION_MS });
  delay.enable();
  metrics.read('holdfast_event_loop_delay_seconds', () => {
    const samples = [50, 99, 100].map((percentile) =>
      sample(lateSeconds(delay, percentile), String(percentile / 100)),
    );
    delay.reset();
    return samples;
  });
  return () => delay.disable();
}

/** The histogram holds the time from one tick to the next, the resolution itself included. */
function lateSeconds(delay: IntervalHistogram, percentile: number): number {
  return Math.max(0, delay.percentile(percentile) / 1e9 - LOOP_RESOLUTION_MS / 1000);
}

function sample(value: number, ...labels: string[]): Sample {
  return { labels, value };
}
