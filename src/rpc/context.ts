/** What every service is given: the parts of the daemon, built in daemon.ts. */
import type { Logger } from 'pino';
import type { SigningKey } from '../anchors/key.js';
import type { Access } from '../background/access.js';
import type { Backups } from '../background/backups.js';
import type { Credentials } from '../background/credentials.js';
import type { Config } from '../config.js';
import type { Histories } from '../journal/histories.js';
import type { LogLevel } from '../log.js';
import type { Mirror } from '../mirror/mirror.js';
import type { Feed } from '../outbox/feed.js';
import type { SignalHub } from '../outbox/signals.js';
import type { Reads } from '../reader/reads.js';
import type { Scans } from '../reader/scans.js';
import type { Assembled, AssembleOptions, ContextPart } from '../tokens/assemble.js';
import type { Encoding } from '../tokens/models.js';
import type { Upstreams } from '../upstreams/upstreams.js';
import type { Vault } from '../vault/vault.js';
import type { Heartbeats } from '../volatile/heartbeats.js';
import type { TokenBuckets } from '../volatile/token_buckets.js';
import type { TtlCache } from '../volatile/ttl_cache.js';
import type { WriterPort } from '../writer/writer.js';
import type { Connections } from './connections.js';
import type { RpcStats } from './stats.js';

/** Counts tokens off the main thread. */
export interface TokenCounter {
  /** @throws HoldfastError TOO_MANY when its queue is full. */
  count(texts: readonly string[], encoding: Encoding): Promise<number[]>;
  /** Puts a context together: see tokens/assemble.ts. @throws HoldfastError TOO_MANY when its queue is full. */
  assemble(parts: readonly ContextPart[], encoding: Encoding, options: AssembleOptions): Promise<Assembled>;
}

export interface Embedded {
  /** The generation that the vectors belong to; 0 = none. */
  readonly generation_id: number;
  /** In the order of the texts; undefined where one could not be made. */
  readonly vectors: readonly (Float32Array | undefined)[];
  /** Why some could not be made; empty = none, or it is no fault (embedder `client`). */
  readonly degraded: string;
}

/** Makes vectors of the serving generation. */
export interface Embedding {
  /** Resolves once there is a generation of vectors. Await it before the rest. */
  ready(): Promise<void>;
  /** True when making a vector takes a network or a model: nothing that moves money waits for it. */
  readonly is_slow: boolean;
  /** Why vectors of a generation could not be made at the last attempt; empty = they could. */
  lastError(generation_id: number): string;
  /** Never throws: what cannot be made within `max_wait_ms` is left to the backlog. */
  documents(texts: readonly string[], max_wait_ms: number): Promise<Embedded>;
  /** The same for what is looked for; one text. */
  query(text: string, max_wait_ms: number): Promise<Embedded>;
}

export interface RpcContext {
  readonly writer: WriterPort;
  readonly reads: Reads;
  readonly scans: Scans;
  readonly feed: Feed;
  readonly histories: Histories;
  readonly hub: SignalHub;
  readonly tokens: TokenCounter;
  readonly embedding: Embedding;
  readonly heartbeats: Heartbeats;
  readonly cache: TtlCache;
  readonly upstreams: Upstreams;
  readonly vault: Vault;
  readonly credentials: Credentials;
  readonly access: Access;
  readonly buckets: TokenBuckets;
  /** Null = no Redis. */
  readonly mirror: Mirror | null;
  /** Signs checkpoints. */
  readonly key: SigningKey;
  readonly config: Config;
  readonly log: Logger;
  readonly log_level: LogLevel;
  readonly backups: Backups;
  readonly stats: RpcStats;
  readonly started_at_ms: number;
  /** Where it listens; filled while binding. */
  readonly addresses: readonly string[];
  readonly connections: Connections;
  /** Storage failed: the daemon must stop. */
  readonly onFatal: (message: string) => void;
}
