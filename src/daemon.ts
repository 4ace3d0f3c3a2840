// Long because every part of the daemon is built here, in order, and disposed of in reverse: to split it would hide the order.
/** The composition root: builds the parts in order, disposes of them in reverse. */
import type { Logger } from 'pino';
import { ensureSigningKey } from './anchors/key.js';
import { Access } from './background/access.js';
import { Anchors } from './background/anchors.js';
import { Backups } from './background/backups.js';
import { CellKeeper } from './background/cells.js';
import { ChainCheck } from './background/chain_check.js';
import { runCommand } from './background/command.js';
import { Credentials } from './background/credentials.js';
import { EmbeddingService } from './background/embedding.js';
import { SessionMonitor } from './background/session_monitor.js';
import { Summaries } from './background/summaries.js';
import type { Config } from './config.js';
import { measure } from './daemon_metrics.js';
import { HoldfastError } from './errors.js';
import { Histories } from './journal/histories.js';
import { lastPositionOf } from './journal/position.js';
import { LogLevel } from './log.js';
import { Metrics } from './metrics/metrics.js';
import { MetricsServer } from './metrics/server.js';
import { Mirror } from './mirror/mirror.js';
import { makeSummarizer } from './models/make.js';
import { Feed } from './outbox/feed.js';
import { SignalHub } from './outbox/signals.js';
import { SignalTail } from './outbox/signals_tail.js';
import { Reads } from './reader/reads.js';
import { Scans } from './reader/scans.js';
import { idsOf } from './rpc/call_ids.js';
import { Connections } from './rpc/connections.js';
import { RpcServer } from './rpc/server.js';
import { RpcStats } from './rpc/stats.js';
import { StartCheck } from './start_check.js';
import { steadyClock } from './steady_clock.js';
import { removeAbandonedBackups } from './store/backup.js';
import { classifyStorageError, damageAtOpening, markSuspect, readSuspect } from './store/faults.js';
import { stateFiles, withSideFiles } from './store/files.js';
import { acquireLock } from './store/lock.js';
import { openReader } from './store/open.js';
import { requireAccess } from './store/ownership.js';
import { TokenPool } from './tokens/pool.js';
import { spansOf } from './tracing/spans.js';
import { Traces } from './tracing/traces.js';
import { readUpstreams } from './upstreams/config.js';
import { Upstreams } from './upstreams/upstreams.js';
import { Vault } from './vault/vault.js';
import { neverBack, processClock } from './volatile/clock.js';
import { Heartbeats } from './volatile/heartbeats.js';
import { TokenBuckets } from './volatile/token_buckets.js';
import { TtlCache } from './volatile/ttl_cache.js';
import { Sweeper } from './writer/sweeper.js';
import { Writer } from './writer/writer.js';

export interface Daemon {
  /** Where it listens. */
  readonly addresses: readonly string[];
  /** Resolves with the reason when storage fails; the process must then exit non-zero. */
  readonly failed: Promise<string>;
  /** Resolves once writer and reader have both been to the database and back. */
  probe(): Promise<void>;
  /** Reads the tokens file and the certificate again. */
  reload(): void;
  /** Commits what waits and closes everything. */
  close(): Promise<void>;
  /** After a failure: lets the calls that end as unknown say so, and touches the database no more. */
  abandon(): Promise<void>;
}

/** How long calls may take to end after storage failed. */
const ABANDON_MS = 1000;

const CLOCK_TICK_MS = 500;

/** Reads the clock often enough to see its jumps, and tells of them. Returns what ends it. */
function keepTime(clock_jump_ms: number, log: Logger): () => void {
  steadyClock.configure(clock_jump_ms, (by_us) => {
    const by_ms = Math.round(by_us / 1000);
    if (by_us < 0)
      log.warn({ by_ms }, 'the wall clock went back: time goes on at half speed until it is right');
    else log.warn({ by_ms, clock_jump_ms }, 'the wall clock jumped ahead: it is followed if it stays there');
  });
  const timer = setInterval(() => steadyClock.now_us(), CLOCK_TICK_MS);
  return () => clearInterval(timer);
}

/** Starts everything; when a part refuses, what was started before it is given back. */
export async function startDaemon(config: Config, log: Logger): Promise<Daemon> {
  const started_at_ms = Date.now();
  const disposals: (() => Promise<void> | void)[] = [];
  const dispose = async () => {
    for (const each of disposals.splice(0).reverse()) await each();
  };
  let resolveFailed: (reason: string) => void = () => {};
  const failed = new Promise<string>((resolve) => {
    resolveFailed = resolve;
  });
  const reportFailure = (reason: string): void => {
    try {
      markSuspect(config.state_dir, reason);
    } catch (error) {
      // The same disk may refuse the marker; the exit code still tells.
      log.error({ err: error }, 'cannot mark the database as suspect');
    }
    resolveFailed(reason);
  };
  try {
    const { database, lock: lock_file } = stateFiles(config.state_dir);
    requireAccess([config.state_dir, lock_file, ...withSideFiles(database), config.anchor_file]);
    const lock = acquireLock(config.state_dir);
    disposals.push(() => lock.release());
    removeAbandonedBackups(config.state_dir);
    const suspicion = readSuspect(config.state_dir);
    if (suspicion?.kind === 'restore_interrupted') {
      throw new HoldfastError(
        'WRONG_STATE',
        `a restore was interrupted (${suspicion.reason}); run it again first`,
      );
    }
    const start = new StartCheck(config, log);

    const feed = new Feed(0);
    disposals.push(() => feed.close());
    disposals.push(keepTime(config.clock_jump_ms, log));
    const writer = await Writer.start({ ...config, now_us: steadyClock.now_us() }, config, {
      onCommit: (revision) => feed.advance(revision),
      onWalAlarm: (wal_size_bytes) => log.warn({ wal_size_bytes }, 'the WAL is above its alarm size'),
      onInternalError: (command, message) =>
        log.error({ command, err: message }, 'command failed inside the daemon'),
      onFatal: (message) => reportFailure(message),
    });
    disposals.push(() => writer.close());
    const { migrated } = writer.info;
    if (migrated.backup_path !== undefined)
      log.info(migrated, 'the database was migrated; it is kept as it was');
    feed.advance(writer.info.head_revision);
    steadyClock.notBefore(writer.info.head_time_us);

    const path = stateFiles(config.state_dir).database;
    const reader = openReader(path);
    disposals.push(() => {
      reader.close();
    });
    const scans = new Scans(path, config.reader_threads, reportFailure);
    disposals.push(() => scans.close());
    await start.verifyBeforeServing(scans, suspicion?.reason);
    if (start.acceptance !== null) await runCommand(writer, 'accept_damage', start.acceptance);

    const backups = new Backups({ ...config, writer, scans, feed, log });
    disposals.push(() => backups.close());
    const reads = new Reads(reader);
    start.setAsideAnchors();
    const key = ensureSigningKey(config.state_dir);
    const { anchor_file, anchor_interval_ms } = config;
    const anchors = await Anchors.start(
      { writer, reads, key, log, anchor_file, anchor_interval_ms },
      start.acceptance !== null,
    );
    disposals.push(() => anchors.close());
    const { public_key } = key;
    const chain_check = new ChainCheck({ scans, anchor_file, public_key, log, onDamage: reportFailure });
    disposals.push(() => chain_check.close());

    const vault = new Vault(config.master_key_file);
    for (const { key_id, credentials: sealed } of reads.snapshot(0, (queries) => queries.vault.keyIds())) {
      if (!vault.knows(key_id))
        log.warn(
          { key_id, sealed },
          'credentials are sealed under a master key that the daemon does not have',
        );
    }
    const upstream_configs = readUpstreams(config.upstreams, process.env);
    const tokens = new TokenPool();
    disposals.push(() => tokens.close());
    const sweeper = new Sweeper(writer, config.sweep_interval_ms, log);
    disposals.push(() => sweeper.close());
    // The extractive summarizer keeps to its limit by an estimate; what is stored is counted.
    const summarizer = makeSummarizer(config.summarizer, log, (text) =>
      Math.ceil(Buffer.byteLength(text) / 4),
    );
    const embedding = await EmbeddingService.start({ writer, reads, feed, config: config.embedder, log });
    disposals.push(() => embedding.close());
    const cells = new CellKeeper({ writer, reads, scans, feed, log });
    disposals.push(() => cells.close());
    const summaries = new Summaries({ writer, reads, feed, tokens, summarizer, log });
    disposals.push(() => summaries.close());
    const heartbeats = new Heartbeats();
    const monitor = new SessionMonitor({ writer, reads, feed, heartbeats, log });
    disposals.push(() => monitor.close());
    const buckets = new TokenBuckets();
    const credentials = new Credentials(writer, vault);
    const cache = new TtlCache(config.cache_bytes, neverBack(processClock.now_us));
    const hub = new SignalHub(lastPositionOf(feed.revision));
    const { database_id } = writer.info;
    const mirror =
      config.mirror === null
        ? null
        : new Mirror({
            ...{ path, database_id, reads, feed, hub, heartbeats, log },
            config: config.mirror,
            now_us: () => steadyClock.now_us(),
            onFatal: reportFailure,
          });
    disposals.push(() => mirror?.close());
    const upstreams = new Upstreams(upstream_configs, {
      cache,
      // Their own: no client may use up, or see, what the daemon sends outside.
      buckets: new TokenBuckets(),
      openCredential: (agent_id, name, purpose) => credentials.open(agent_id, name, purpose),
      onFetched: ({ resource, params }, { value }) => {
        const market = params.get('market');
        if (resource.name === 'ticker' && !resource.is_per_agent && market !== undefined)
          mirror?.price(market, value, resource.ttl_ms);
      },
    });
    const access = new Access({ writer, reads, log, config });
    disposals.push(() => access.close());
    const connections = new Connections(config, (peer, why, count) =>
      log.warn({ peer, why, count }, 'connections cut'),
    );
    const addresses: string[] = [];
    const onTailError = (error: unknown): void => {
      log.error({ err: error }, 'signals cannot be told');
      if (classifyStorageError(error) === 'fatal') reportFailure(String(error));
    };
    const tail = new SignalTail(reads, feed, hub, onTailError);
    disposals.push(() => tail.close());
    const stats = new RpcStats();
    stats.onCall((call, took_ms, code) => {
      if (log.isLevelEnabled('debug')) log.debug({ ...idsOf(call), code, took_ms }, 'call');
    });
    if (config.otlp_endpoint !== '') {
      const traces = await Traces.start(config.otlp_endpoint);
      disposals.push(() => traces.close());
      stats.onCall((call, took_ms, code) => {
        const traceparent = String(call.metadata.get('traceparent')[0] ?? '');
        traces.ended({ path: call.getPath(), code, took_ms, traceparent, waited: spansOf(call) });
      });
    }
    const server = new RpcServer({
      writer,
      reads,
      scans,
      feed,
      histories: new Histories(writer.info.histories),
      hub,
      tokens,
      embedding,
      heartbeats,
      vault,
      credentials,
      access,
      connections,
      cache,
      upstreams,
      buckets,
      mirror,
      key,
      config,
      log,
      log_level: new LogLevel(log),
      backups,
      stats,
      started_at_ms,
      addresses,
      onFatal: reportFailure,
    });
    disposals.push(() => server.close());
    if (config.metrics_listen !== '') {
      const metrics = new Metrics();
      disposals.push(
        measure(metrics, {
          ...{ config, writer, reads, feed, anchors, backups, stats, access, connections, mirror },
          started_at_ms,
        }),
      );
      // Other parts say here what they are read from: metrics.read('holdfast_NAME', () => ...), with a row in metrics/names.ts.
      const metrics_server = await MetricsServer.listen(metrics, config.metrics_listen);
      disposals.push(() => metrics_server.close());
      log.info({ address: metrics_server.address }, 'metrics');
    }
    // Watches end when the feed closes, so it closes before the server waits for its calls.
    disposals.push(() => feed.close());
    // So do calls that wait for tokens.
    disposals.push(() => buckets.close());
    for (const address of config.listen) addresses.push(await server.listen(address));
    summaries.start();
    cells.start();
    monitor.start();
    mirror?.start();
    backups.start();
    if (config.verify_on_start === 'tail') chain_check.start();
    const abandon = async (): Promise<void> => {
      feed.close();
      buckets.close();
      await server.close(ABANDON_MS);
    };
    const probe = async (): Promise<void> => {
      await writer.call('probe', null);
      reads.snapshot(0, () => {});
    };
    const reload = (): void => {
      access.reload();
      server.reload();
    };
    return { addresses, failed, probe, reload, close: dispose, abandon };
  } catch (error) {
    await dispose();
    throw damageAtOpening(error) ?? error;
  }
}
