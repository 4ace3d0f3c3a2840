/**
 * The daemon's parts with the writer where the flags put it, for writer_placement.ts: `thread` is the product's worker
 * thread, `inline` executes batches on the main thread beside the RPC server.
 */
import { parseArgs } from 'node:util';
import { ensureSigningKey } from '../../src/anchors/key.js';
import { Access } from '../../src/background/access.js';
import { Backups } from '../../src/background/backups.js';
import { Credentials } from '../../src/background/credentials.js';
import { readConfig } from '../../src/config.js';
import { HoldfastError } from '../../src/errors.js';
import { beginHistory, Histories } from '../../src/journal/histories.js';
import { LogLevel, makeLog } from '../../src/log.js';
import { Feed } from '../../src/outbox/feed.js';
import { SignalHub } from '../../src/outbox/signals.js';
import { Reads } from '../../src/reader/reads.js';
import { Scans } from '../../src/reader/scans.js';
import { Connections } from '../../src/rpc/connections.js';
import { RpcServer } from '../../src/rpc/server.js';
import { RpcStats } from '../../src/rpc/stats.js';
import { CheckpointPolicy } from '../../src/store/checkpoint.js';
import { stateFiles } from '../../src/store/files.js';
import { databaseId } from '../../src/store/meta.js';
import { migrate } from '../../src/store/migrate.js';
import { openReader, openWriter } from '../../src/store/open.js';
import { commandHandlers } from '../../src/tiers/index.js';
import { Upstreams } from '../../src/upstreams/upstreams.js';
import { Vault } from '../../src/vault/vault.js';
import { processClock } from '../../src/volatile/clock.js';
import { Heartbeats } from '../../src/volatile/heartbeats.js';
import { TokenBuckets } from '../../src/volatile/token_buckets.js';
import { TtlCache } from '../../src/volatile/ttl_cache.js';
import { Executor, type Handler } from '../../src/writer/execute.js';
import { WriterStats } from '../../src/writer/stats.js';
import type { Submission } from '../../src/writer/transport.js';
import { type Committed, Writer, type WriterPort } from '../../src/writer/writer.js';

interface Waiting {
  readonly submission: Submission;
  readonly resolve: (committed: Committed) => void;
  readonly reject: (error: HoldfastError) => void;
}

function inlineWriter(path: string, max_batch: number, onCommit: (revision: number) => void): WriterPort {
  const db = openWriter(path);
  const migrated = migrate(db, { now_us: Date.now() * 1000 });
  const checkpoints = new CheckpointPolicy(db);
  const executor = new Executor(db, commandHandlers(db) as unknown as Record<string, Handler>, {
    receipt_ttl_ms: 24 * 3600 * 1000,
    clock: () => Date.now() * 1000,
    onInternalError: (error) => {
      throw error;
    },
  });
  const stats = new WriterStats();
  const queue: Waiting[] = [];
  const flush = () => {
    const batch = queue.splice(0, max_batch);
    const started_ms = performance.now();
    const outcomes = executor.execute(batch.map(({ submission }) => submission));
    const commit_us = (performance.now() - started_ms) * 1000;
    stats.recordBatch(batch.length, { commit_us, sync_us: executor.sync_ms * 1000 }, true, false);
    onCommit(executor.head.revision);
    for (const [index, { resolve, reject }] of batch.entries()) {
      const outcome = outcomes[index];
      if (outcome?.ok === true) resolve(outcome);
      else if (outcome !== undefined) reject(HoldfastError.deserialize(outcome.error));
    }
    checkpoints.afterCommit();
    if (queue.length > 0) setImmediate(flush);
  };
  return {
    stats,
    info: {
      head_revision: executor.head.revision,
      head_time_us: executor.head.time_us,
      sqlite_version: '',
      schema_version: migrated.to_version,
      database_id: databaseId(db),
      histories: beginHistory(db, executor.head.revision).all,
      migrated,
    },
    get queue_depth() {
      return queue.length;
    },
    hasRoomFor: () => true,
    submit: (submission) =>
      new Promise((resolve, reject) => {
        queue.push({ submission, resolve, reject });
        if (queue.length === 1) setImmediate(flush);
      }),
    call: () => Promise.reject(new Error('not part of the measurement')),
  };
}

const { values } = parseArgs({
  options: {
    'state-dir': { type: 'string', default: '' },
    mode: { type: 'string', default: 'thread' },
    'max-batch': { type: 'string', default: '256' },
    'in-flight': { type: 'string', default: '2' },
  },
});
const max_batch = Number(values['max-batch']);
const config = readConfig(['--state-dir', values['state-dir']], {});
const feed = new Feed(0);
const path = stateFiles(config.state_dir).database;
const onCommit = (revision: number) => feed.advance(revision);
const onFatal = (message: string) => {
  throw new Error(message);
};
const ignore = () => {};
const writer: WriterPort =
  values.mode === 'inline'
    ? inlineWriter(path, max_batch, onCommit)
    : await Writer.start(
        { ...config, now_us: Date.now() * 1000 },
        { ...config, max_batch, max_batches_in_flight: Number(values['in-flight']) },
        { onCommit, onFatal, onWalAlarm: ignore, onInternalError: (_, message) => onFatal(message) },
      );
feed.advance(writer.info.head_revision);
const vault = new Vault('');
const cache = new TtlCache(config.cache_bytes, processClock.now_us);
const reads = new Reads(openReader(path));
const log = makeLog('warn');
const scans = new Scans(path, 1, onFatal);
const server = new RpcServer({
  writer,
  reads,
  scans,
  backups: new Backups({ ...config, writer, scans, feed, log }),
  feed,
  histories: new Histories(writer.info.histories),
  hub: new SignalHub(0),
  // The methods measured count no tokens and make no vectors.
  tokens: {
    count: () => Promise.reject(new Error('not measured here')),
    assemble: () => Promise.reject(new Error('not measured here')),
  },
  embedding: {
    ready: () => Promise.resolve(),
    is_slow: true,
    lastError: () => '',
    documents: (texts) =>
      Promise.resolve({ generation_id: 0, vectors: texts.map(() => undefined), degraded: '' }),
    query: () => Promise.resolve({ generation_id: 0, vectors: [undefined], degraded: '' }),
  },
  heartbeats: new Heartbeats(),
  cache,
  upstreams: new Upstreams(new Map(), {
    cache,
    buckets: new TokenBuckets(),
    openCredential: () => Promise.reject(new Error('not measured here')),
  }),
  vault,
  credentials: new Credentials(writer, vault),
  buckets: new TokenBuckets(),
  mirror: null,
  key: ensureSigningKey(config.state_dir),
  config,
  log,
  access: new Access({ writer, reads, log, config }),
  connections: new Connections(config, () => {}),
  log_level: new LogLevel(log),
  stats: new RpcStats(),
  started_at_ms: Date.now(),
  addresses: [],
  onFatal,
});
const [where] = config.listen;
if (where === undefined) throw new Error('there is nowhere to listen');
console.log(`serves on ${await server.listen(where)}`);
