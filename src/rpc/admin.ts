/** Service Admin. */

import { statSync } from 'node:fs';
import type { Backups } from '../background/backups.js';
import { msToDuration, usToDuration, usToTimestamp } from '../codec/time.js';
import { HoldfastError } from '../errors.js';
import type { AdminHandlers } from '../gen/holdfast/v1/Admin.js';
import type { BackupStats } from '../gen/holdfast/v1/BackupStats.js';
import type { StatsResponse } from '../gen/holdfast/v1/StatsResponse.js';
import { LOG_LEVELS, MAX_LEVEL_MS } from '../log.js';
import { packageVersion } from '../paths.js';
import { steadyClock } from '../steady_clock.js';
import { walSizeBytes } from '../store/checkpoint.js';
import { stateFiles } from '../store/files.js';
import * as check from './check.js';
import type { RpcContext } from './context.js';
import { unary } from './handle.js';
import { streamed } from './progress.js';
import { tokenHandlers } from './tokens.js';

const MAX_PING_BYTES = 65_536;
const BACKUP_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

export function adminService(ctx: RpcContext): AdminHandlers {
  const files = stateFiles(ctx.config.state_dir);
  return {
    Ping: unary(ctx, ({ payload }) => {
      if (payload.length > MAX_PING_BYTES) {
        throw new HoldfastError('LIMIT_EXCEEDED', `payload: at most ${MAX_PING_BYTES} bytes`, {
          field: 'payload',
          metadata: { limit: String(MAX_PING_BYTES), actual: String(payload.length) },
        });
      }
      return { payload };
    }),

    GetServerInfo: unary(ctx, () => {
      const { sqlite_version, schema_version, database_id } = ctx.writer.info;
      return {
        version: packageVersion,
        node_version: process.version,
        sqlite_version,
        schema_version,
        database_id,
        history: ctx.histories.present,
        state_folder: ctx.config.state_dir,
        addresses: [...ctx.addresses],
        pid: process.pid,
        started_at: usToTimestamp(ctx.started_at_ms * 1000),
        revision: String(ctx.feed.revision),
        compacted_revision: String(ctx.reads.floor),
      };
    }),

    Backup: streamed(ctx, async ({ name }, send) => {
      const started_ms = performance.now();
      const { path, size_bytes, revision } = await ctx.backups.make(
        name === '' ? '' : backupName(name),
        ({ total_pages, remaining_pages }) =>
          send({ copied_pages: String(total_pages - remaining_pages), total_pages: String(total_pages) }),
      );
      return {
        done: true,
        path,
        size_bytes: String(size_bytes),
        revision: String(revision),
        took: msToDuration(Math.round(performance.now() - started_ms)),
      };
    }),

    Verify: streamed(ctx, async ({ skip_integrity_check }, send) => {
      const { findings, revision, head_hash, entries } = await ctx.scans.run(
        'verify',
        { skip_integrity_check },
        ({ phase, checked, total }) => send({ phase, checked: String(checked), total: String(total) }),
      );
      return {
        phase: 'done',
        checked: String(entries),
        total: String(entries),
        done: true,
        ok: findings.length === 0,
        findings: findings.map((finding) => ({ ...finding, revision: String(finding.revision) })),
        revision: String(revision),
        head_hash: Buffer.from(head_hash),
      };
    }),

    ...tokenHandlers(ctx),

    Stats: unary(ctx, () => stats(ctx, files.database)),

    CompactJournal: unary(ctx, async (request) => {
      check.id(request.request_id, 'request_id');
      const revision = check.integer(request.revision, 'revision', 1, 2 ** 41 - 1);
      const { compacted_revision, dropped_entries } = await ctx.writer.call('compact', { revision });
      return { compacted_revision: String(compacted_revision), dropped_entries: String(dropped_entries) };
    }),

    SetLogLevel: unary(ctx, ({ level, duration }) => {
      const { log, log_level } = ctx;
      const wanted = level === '' ? log_level.configured : level;
      if (!LOG_LEVELS.some((one) => one === wanted))
        throw new HoldfastError('INVALID_FIELD', `level: must be one of ${LOG_LEVELS.join(', ')}`, {
          field: 'level',
        });
      const for_ms = check.optionalDuration(duration, 'duration', 1, MAX_LEVEL_MS) ?? undefined;
      const previous_level = log_level.current;
      log.warn({ level: wanted, previous_level, for_ms }, 'the log level changes');
      log_level.set(wanted, for_ms);
      return {
        level: wanted,
        previous_level,
        ...(for_ms !== undefined && {
          configured_level: log_level.configured,
          until: usToTimestamp(steadyClock.now_us() + for_ms * 1000),
        }),
      };
    }),
  };
}

function backupName(name: string): string {
  if (!BACKUP_NAME.test(name)) {
    throw new HoldfastError(
      'INVALID_FIELD',
      'name: must be 1-64 characters of [A-Za-z0-9._-], the first a letter or digit',
      {
        field: 'name',
      },
    );
  }
  return name.endsWith('.db') ? name : `${name}.db`;
}

function stats(ctx: RpcContext, database: string): StatsResponse {
  const { writer } = ctx;
  const wal_size_bytes = walSizeBytes(database);
  return {
    uptime: msToDuration(Date.now() - ctx.started_at_ms),
    revision: String(ctx.feed.revision),
    commits: String(writer.stats.commits),
    commands: String(writer.stats.commands),
    mean_batch: writer.stats.commits === 0 ? 0 : writer.stats.commands / writer.stats.commits,
    queue_depth: writer.queue_depth,
    queue_limit: ctx.config.max_queued,
    commit_p50: usToDuration(Math.round(writer.stats.commit_us.at(0.5))),
    commit_p99: usToDuration(Math.round(writer.stats.commit_us.at(0.99))),
    database_size_bytes: String(statSync(database).size),
    wal_size_bytes: String(wal_size_bytes),
    wal_alarm: wal_size_bytes > ctx.config.wal_alarm_bytes,
    disk_full: writer.stats.disk_full,
    watches: ctx.stats.watches,
    denied_calls: String(ctx.access.denials.total),
    connections: ctx.connections.open,
    cut_connections: String(ctx.connections.cut),
    rss_bytes: String(process.memoryUsage.rss()),
    rpcs: [...ctx.stats.methods].map(([method, { calls, errors, latency_us }]) => ({
      method: method.slice(1),
      calls: String(calls),
      errors: String(errors),
      p50: usToDuration(Math.round(latency_us.at(0.5))),
      p99: usToDuration(Math.round(latency_us.at(0.99))),
    })),
    backups: backupStats(ctx.backups),
    log_level: ctx.log_level.current,
  };
}

function backupStats(backups: Backups): BackupStats {
  const newest = backups.newest();
  const next_ms = backups.nextDueMs();
  return {
    made: String(backups.made),
    failed: String(backups.failed),
    last_error: backups.last_error,
    ...(newest !== undefined && {
      newest_at: usToTimestamp(newest.made_ms * 1000),
      newest_size_bytes: String(newest.size_bytes),
    }),
    ...(next_ms !== undefined && { next_at: usToTimestamp(next_ms * 1000) }),
  };
}
